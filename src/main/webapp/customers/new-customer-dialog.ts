import { msg } from '@lit/localize';
import { html, nothing, render, type TemplateResult } from 'lit';
import { Problem } from '../api.ts';
import { reason } from '../elements/empty.ts';
import { field } from '../elements/field.ts';
import { icon } from '../elements/icons.ts';
import { createCustomer, type Customer } from './customers.ts';

/** @param name what was typed into the search that found nobody */
export function askNewCustomer(name: string): Promise<Customer | undefined> {
  const host = document.createElement('div');
  document.body.append(host);
  let created: Customer | undefined;
  const dialog = (): HTMLDialogElement => host.firstElementChild as HTMLDialogElement;
  const draw = (problem?: Problem): void =>
    void render(
      html`<dialog aria-labelledby="new-customer-title"><form @submit=${submit} novalidate>
      <h2 id="new-customer-title">${msg('New customer')}</h2>
      ${input('name', msg('Name'), problem, name)}${input('phone', msg('Phone'), problem)}
      <div class="fields two">${input('address', msg('Address'), problem)}${input('city', msg('City'), problem)}</div>
      ${problem && !problem.body.errors?.length ? html`<p class="notice alarm" role="alert">${reason(problem)}</p>` : nothing}
      <div class="buttons">
        <button class="button" type="button" @click=${() => dialog().close()}>${msg('Back')}</button>
        <button class="button primary">${icon('check', 16)}${msg('Add customer')}</button>
      </div>
    </form></dialog>`,
      host,
    );
  const submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const form = Object.fromEntries(new FormData(event.target as HTMLFormElement)) as Record<string, string>;
    const given = Object.fromEntries(Object.entries(form).filter(([, value]) => value.trim()));
    try {
      created = await createCustomer(given as { name: string; phone: string });
      dialog().close();
    } catch (problem) {
      draw(problem instanceof Problem ? problem : new Problem(0, {}));
    }
  };
  draw();
  dialog().showModal();
  return new Promise((resolve) => dialog().addEventListener('close', () => (host.remove(), resolve(created))));
}

function input(name: string, label: string, problem?: Problem, value = ''): TemplateResult {
  const error = problem?.messageFor(name);
  const id = `customer-${name}`;
  return field(
    { id, label, error },
    html`<input id=${id} name=${name} value=${value} type=${name === 'phone' ? 'tel' : 'text'}
    aria-invalid=${error ? 'true' : nothing} aria-describedby=${error ? `${id}-error` : nothing}>`,
  );
}
