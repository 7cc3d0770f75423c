import { msg, str } from '@lit/localize';
import { html, type TemplateResult } from 'lit';
import { get } from '../api.ts';
import { describedBy, field, invalid } from '../elements/field.ts';
import { fromLocalInput, toLocalInput } from '../i18n/format.ts';
import { PRIORITIES, SLA_HOURS, TYPES, type Priority } from './ticket.ts';
import { categoryName, priorityName, typeName } from './words.ts';

export interface TypeInfo {
  code: string;
  durationMinutes: number;
  categories: { code: string; durationMinutes: number }[];
}

let known: Promise<TypeInfo[]> | undefined;

/** Types and categories never change while a page is open. */
export function types(): Promise<TypeInfo[]> {
  known ??= get<TypeInfo[]>('/tickets/types').catch((problem: unknown) => {
    known = undefined;
    throw problem;
  });
  return known;
}

/** What the form for a new ticket and the one for changes share. */
export interface FormPort {
  value(name: string): unknown;
  write(name: string, value: unknown): void;
  error(name: string): string | undefined;
  /** What stands below a field, such as a conflict. */
  below(name: string): unknown;
  types: readonly TypeInfo[];
}

const text = (value: unknown): string => (value === null || value === undefined ? '' : String(value));
const valueOf = (event: Event): string => (event.target as HTMLInputElement).value;

export function titleField(port: FormPort): TemplateResult {
  const parts = { id: 'ticket-title', label: msg('Title'), error: port.error('title') };
  return field(
    parts,
    html`<input id=${parts.id} maxlength="200" .value=${text(port.value('title'))} aria-invalid=${invalid(parts)} aria-describedby=${describedBy(parts)}
    @input=${(event: Event) => port.write('title', valueOf(event))}>`,
    port.below('title'),
  );
}

export function descriptionField(port: FormPort): TemplateResult {
  const parts = { id: 'ticket-description', label: msg('Description'), error: port.error('description') };
  return field(
    parts,
    html`<textarea id=${parts.id} rows="5" maxlength="5000" .value=${text(port.value('description'))} aria-invalid=${invalid(parts)} aria-describedby=${describedBy(parts)}
    @input=${(event: Event) => port.write('description', valueOf(event))}></textarea>`,
    port.below('description'),
  );
}

export function priorityField(port: FormPort): TemplateResult {
  const chosen = text(port.value('priority')) as Priority;
  const hint = chosen in SLA_HOURS ? msg(str`Usually to be solved within ${SLA_HOURS[chosen]} hours.`) : undefined;
  const choices = [...PRIORITIES].reverse().map((code): [string, string] => [code, priorityName(code)]);
  return choiceField(port, { id: 'ticket-priority', name: 'priority', label: msg('Priority'), choices, hint });
}

export function typeField(port: FormPort): TemplateResult {
  const choices = TYPES.map((code): [string, string] => [code, typeName(code)]);
  return choiceField(port, {
    id: 'ticket-type',
    name: 'type',
    label: msg('Type'),
    choices,
    any: port.value('type') ? undefined : msg('Choose…'),
  });
}

export function categoryField(port: FormPort): TemplateResult {
  const type = port.types.find(({ code }) => code === port.value('type'));
  const category = type?.categories.find(({ code }) => code === port.value('category'));
  const choices = (type?.categories ?? []).map(({ code }): [string, string] => [code, categoryName(code)]);
  const minutes = category?.durationMinutes ?? type?.durationMinutes;
  const hint = minutes ? msg(str`About ${minutes} minutes of work.`) : undefined;
  return choiceField(port, { id: 'ticket-category', name: 'category', label: msg('Category'), choices, any: msg('None'), hint });
}

export function appointmentField(port: FormPort): TemplateResult {
  const parts = {
    id: 'ticket-scheduled',
    label: msg('Appointment'),
    hint: msg('Western Indonesian time'),
    error: port.error('scheduledAt'),
  };
  return field(
    parts,
    html`<input type="datetime-local" id=${parts.id} .value=${toLocalInput((port.value('scheduledAt') as string | null) ?? null)} aria-invalid=${invalid(parts)}
    aria-describedby=${describedBy(parts)} @change=${(event: Event) => port.write('scheduledAt', fromLocalInput(valueOf(event)))}>`,
    port.below('scheduledAt'),
  );
}

interface ChoiceParts {
  id: string;
  name: string;
  label: string;
  choices: [string, string][];
  any?: string | undefined;
  hint?: string | undefined;
}

function choiceField(port: FormPort, { id, name, label, choices, any, hint }: ChoiceParts): TemplateResult {
  const parts = { id, label, hint, error: port.error(name) };
  const chosen = text(port.value(name));
  return field(
    parts,
    html`<select id=${id} aria-invalid=${invalid(parts)} aria-describedby=${describedBy(parts)} @change=${(event: Event) => port.write(name, valueOf(event) || null)}>
    ${any === undefined ? '' : html`<option value="" ?selected=${!chosen}>${any}</option>`}
    ${choices.map(([code, word]) => html`<option value=${code} ?selected=${code === chosen}>${word}</option>`)}
  </select>`,
    port.below(name),
  );
}
