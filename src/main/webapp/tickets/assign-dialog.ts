import { msg, str } from '@lit/localize';
import { html, render, type TemplateResult } from 'lit';
import { avatar } from '../elements/badges.ts';
import { icon } from '../elements/icons.ts';
import { technicians, type Technician } from '../technicians/technicians.ts';
import { availabilityName, skillName } from '../technicians/words.ts';
import type { Ticket } from './ticket.ts';

export interface AssignmentChoice {
  technician: Technician;
  note: string;
}

/** Who could take it, with how much they have; those who cannot are shown, so that nobody looks for them in vain. */
export async function askAssignment(ticket: Ticket): Promise<AssignmentChoice | undefined> {
  const people = (await technicians()).sort((a, b) => Number(canTake(b, ticket)) - Number(canTake(a, ticket)) || load(a) - load(b));
  const host = document.createElement('div');
  document.body.append(host);
  render(
    html`<dialog class="assign" aria-labelledby="assign-title"><form method="dialog">
      <h2 id="assign-title">${msg(str`Assign ${ticket.number}`)}</h2>
      <fieldset class="people"><legend class="seen-by-readers">${msg('Technician')}</legend>${people.map((person) => option(person, ticket))}</fieldset>
      <div class="field">
        <label for="assign-note">${msg('Note')} <span class="soft">${msg('(optional)')}</span></label>
        <input id="assign-note" name="note" maxlength="2000">
      </div>
      <div class="buttons">
        <button class="button" type="submit" formnovalidate value="no">${msg('Back')}</button>
        <button class="button primary" type="submit" value="yes">${icon('user', 16)}${msg('Assign')}</button>
      </div>
    </form></dialog>`,
    host,
  );
  const dialog = host.firstElementChild as HTMLDialogElement;
  dialog.showModal();
  return new Promise((resolve) =>
    dialog.addEventListener('close', () => {
      const form = new FormData(dialog.querySelector('form')!);
      host.remove();
      const technician = people.find(({ id }) => String(id) === form.get('technician'));
      resolve(dialog.returnValue === 'yes' && technician ? { technician, note: String(form.get('note')).trim() } : undefined);
    }),
  );
}

const load = (person: Technician): number => person.activeTickets / Math.max(1, person.maxDailyTickets);

const canTake = (person: Technician, ticket: Ticket): boolean =>
  person.availability === 'available' && load(person) < 1 && person.id !== ticket.technician?.id;

function option(person: Technician, ticket: Ticket): TemplateResult {
  const able = canTake(person, ticket);
  return html`<label class="person-option ${able ? '' : 'unable'}">
    <input type="radio" name="technician" value=${person.id} ?disabled=${!able} required>
    ${avatar(person.fullName)}
    <span><strong>${person.fullName}</strong><span class="soft small">${[skillName(person.skillLevel), person.workZone].filter(Boolean).join(' · ')}</span></span>
    <span class="load small">
      ${person.id === ticket.technician?.id ? msg('Has it') : availabilityName(person.availability)}
      <meter min="0" max=${person.maxDailyTickets} value=${person.activeTickets} aria-label=${msg('Load')}></meter>
      <span class="figure">${person.activeTickets}/${person.maxDailyTickets}</span>
    </span>
  </label>`;
}
