import { msg, str } from '@lit/localize';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { Problem } from '../api.ts';
import { confirm } from '../elements/confirm.ts';
import { PortalElement } from '../elements/element.ts';
import { reason } from '../elements/empty.ts';
import { focusFirstError } from '../elements/field.ts';
import { icon } from '../elements/icons.ts';
import { toast } from '../elements/toasts.ts';
import { guard } from '../router.ts';
import { conflictCard } from './conflict-card.ts';
import { draftOf, isDirty, rebase, settle, valueOf, write, type Draft } from './draft.ts';
import * as fields from './ticket-fields.ts';
import type { HistoryEntry, Ticket } from './ticket.ts';
import { newerOf, update } from './tickets.ts';
import { fieldName } from './words.ts';

const EDITABLE = ['title', 'description', 'priority', 'type', 'category', 'scheduledAt'] as const;

const editable = (ticket: Ticket): Record<string, unknown> => Object.fromEntries(EDITABLE.map((name) => [name, ticket[name]]));

/** Edits in place while the ticket goes on changing: clean fields follow, a field written by two shows both. Fires `done`. */
@customElement('portal-ticket-edit')
export class TicketEdit extends PortalElement {
  @property({ attribute: false }) ticket!: Ticket;
  @property({ attribute: false }) history: HistoryEntry[] = [];
  @state() private draft!: Draft;
  @state() private problem: Problem | undefined;
  @state() private types: fields.TypeInfo[] = [];
  @state() private busy = false;
  private endGuard: (() => void) | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.endGuard = guard(() => isDirty(this.draft), askToDiscard);
    fields.types().then(
      (types) => (this.types = types),
      () => undefined,
    );
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.endGuard?.();
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (!this.draft) this.draft = draftOf(this.ticket.version, editable(this.ticket));
    else if (changed.has('ticket')) this.follow();
  }

  override render(): TemplateResult {
    const port: fields.FormPort = {
      value: (name) => valueOf(this.draft, name),
      write: (name, value) => this.write(name, value),
      error: (name) => this.problem?.messageFor(name),
      below: (name) => this.conflict(name),
      types: this.types,
    };
    return html`<form class="block edit" @submit=${this.submit} novalidate aria-label=${msg('Edit ticket')}>
      ${fields.titleField(port)}
      <div class="fields two">${fields.priorityField(port)}${fields.appointmentField(port)}${fields.typeField(port)}${fields.categoryField(port)}</div>
      ${fields.descriptionField(port)}
      ${this.problem && !this.problem.body.errors?.length ? html`<p class="notice alarm" role="alert">${icon('alarm')}${reason(this.problem)}</p>` : nothing}
      <div class="buttons">
        <button class="button primary" ?disabled=${this.busy || this.draft.clashes.length > 0}>${icon('check', 16)}${msg('Save')}</button>
        <button class="button" type="button" @click=${this.discard}>${msg('Discard')}</button>
        ${this.draft.clashes.length ? html`<span class="soft small" role="status">${msg('First decide between the two versions above.')}</span>` : nothing}
      </div>
    </form>`;
  }

  private conflict(name: string): TemplateResult | typeof nothing {
    const clash = this.draft.clashes.find((candidate) => candidate.field === name);
    return clash ? conflictCard(clash, this.history, (choice) => (this.draft = settle(this.draft, name, choice))) : nothing;
  }

  private follow(): void {
    const { draft, merged } = rebase(this.draft, this.ticket.version, editable(this.ticket));
    this.draft = draft;
    if (merged.length && isDirty(draft)) toast(msg(str`Meanwhile changed and taken over: ${merged.map(fieldName).join(', ')}.`));
  }

  private write(name: string, value: unknown): void {
    this.draft = write(this.draft, name, value);
    if (name !== 'type') return;
    const known = this.types.find(({ code }) => code === value)?.categories.some(({ code }) => code === valueOf(this.draft, 'category'));
    if (!known) this.draft = write(this.draft, 'category', null);
  }

  private submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    if (!isDirty(this.draft)) return this.done();
    this.busy = true;
    this.problem = undefined;
    try {
      await this.save();
    } catch (problem) {
      if (!(problem instanceof Problem)) throw problem;
      this.problem = problem;
      await this.updateComplete;
      focusFirstError(this);
    } finally {
      this.busy = false;
    }
  };

  /** Others' changes to other fields are no reason to ask: the draft moves onto them and is sent again. */
  private async save(): Promise<void> {
    const { dirty, base, version } = this.draft;
    try {
      const saved = await update(this.ticket.id, { version, ...dirty });
      this.draft = draftOf(saved.version, editable(saved));
      const before = Object.fromEntries(Object.keys(dirty).map((name) => [name, base[name] ?? undefined]));
      toast(msg('Saved.'), { label: msg('Undo'), run: () => void undo(saved, before) });
      this.done();
    } catch (problem) {
      const newer = problem instanceof Problem ? newerOf(problem) : undefined;
      if (!newer) throw problem;
      this.ticket = newer;
      await this.updateComplete;
      if (this.draft.clashes.length === 0) await this.save();
    }
  }

  private discard = async (): Promise<void> => {
    if (isDirty(this.draft) && !(await askToDiscard())) return;
    this.draft = draftOf(this.ticket.version, editable(this.ticket));
    this.done();
  };

  private done(): void {
    this.dispatchEvent(new CustomEvent('done'));
  }
}

function askToDiscard(): Promise<boolean> {
  return confirm({
    title: msg('Discard your changes?'),
    text: msg('What you wrote has not been saved.'),
    yes: msg('Discard'),
    no: msg('Keep editing'),
  });
}

async function undo(saved: Ticket, before: Record<string, unknown>): Promise<void> {
  try {
    await update(saved.id, { version: saved.version, ...before });
    toast(msg('Undone.'));
  } catch (problem) {
    toast(problem instanceof Problem ? reason(problem) : String(problem));
  }
}
