import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { Problem } from '../api.ts';
import { confirm } from '../elements/confirm.ts';
import { PortalElement } from '../elements/element.ts';
import { reason } from '../elements/empty.ts';
import { icon, type IconName } from '../elements/icons.ts';
import { toast } from '../elements/toasts.ts';
import { currentUser, may } from '../identity/session.ts';
import { myself } from '../technicians/technicians.ts';
import { askAssignment } from './assign-dialog.ts';
import { askResolution } from './complete-dialog.ts';
import { NEXT, type Status, type Ticket } from './ticket.ts';
import { assign, move, newerOf } from './tickets.ts';
import { statusName } from './words.ts';

/** What this user can do with this ticket now: the state machine and the permissions, as buttons. */
@customElement('portal-ticket-actions')
export class TicketActions extends PortalElement {
  @property({ attribute: false }) ticket!: Ticket;
  @state() private busy = false;

  override render(): TemplateResult | typeof nothing {
    const actions = this.actions();
    return actions.length ? html`<div class="actions buttons" role="group" aria-label=${msg('Actions')}>${actions}</div>` : nothing;
  }

  private actions(): TemplateResult[] {
    const { status } = this.ticket;
    const can = (target: Status, permission = 'tickets.edit') => NEXT[status].includes(target) && may(permission);
    const assignable = status === 'open' || status === 'assigned';
    const claimable = status === 'open' && currentUser()?.role === 'technician';
    const actions = [
      claimable && this.button('user', msg('Take it'), this.claim, true),
      assignable &&
        may('tickets.assign') &&
        this.button('user', status === 'open' ? msg('Assign') : msg('Assign anew'), this.assign, status === 'open'),
      can('in_progress') && this.button('play', status === 'on_hold' ? msg('Resume') : msg('Start'), () => this.move('in_progress'), true),
      can('completed', 'tickets.close') && this.button('check', msg('Complete'), this.complete, true),
      can('on_hold') && this.button('pause', msg('Put on hold'), this.hold),
      can('cancelled') && this.button('close', msg('Cancel ticket'), this.cancel),
    ];
    return actions.filter((action) => action !== false);
  }

  private button(picture: IconName, name: string, run: () => Promise<unknown>, first = false): TemplateResult {
    return html`<button class="button ${first ? 'primary' : ''}" aria-busy=${this.busy ? 'true' : 'false'} @click=${() => this.perform(run)}>${icon(picture, 16)}${name}</button>`;
  }

  /** Buttons are not disabled meanwhile: the focus must find its way back to them from a dialog. */
  private async perform(run: () => Promise<unknown>): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    try {
      await run();
    } catch (problem) {
      toast(problem instanceof Problem ? explain(problem) : String(problem));
    } finally {
      this.busy = false;
      await this.updateComplete;
      if (document.activeElement === document.body) document.querySelector<HTMLElement>('#detail-title')?.focus();
    }
  }

  private claim = async (): Promise<void> => {
    const me = await myself();
    if (!me) return toast(msg('You have no technician profile. Ask an administrator.'));
    await assign(this.ticket.id, { technicianId: me.id, version: this.ticket.version });
    toast(msg(str`${this.ticket.number} is yours.`));
  };

  private assign = async (): Promise<void> => {
    const before = this.ticket.technician;
    const choice = await askAssignment(this.ticket);
    if (!choice) return;
    const after = await assign(this.ticket.id, {
      technicianId: choice.technician.id,
      version: this.ticket.version,
      ...(choice.note && { note: choice.note }),
    });
    const undo = before && {
      label: msg('Undo'),
      run: () => void this.perform(() => assign(after.id, { technicianId: before.id, version: after.version })),
    };
    toast(msg(str`Assigned to ${choice.technician.fullName}.`), undo ?? undefined);
  };

  private complete = async (): Promise<void> => {
    await askResolution(this.ticket, (resolutionNotes) => move(this.ticket, { status: 'completed', resolutionNotes }));
  };

  private hold = async (): Promise<void> => {
    const resumable = this.ticket.status === 'in_progress';
    const undo = { label: msg('Undo'), run: () => void this.perform(() => this.move('in_progress')) };
    await this.move('on_hold');
    toast(msg('On hold. The SLA clock stands still.'), resumable ? undo : undefined);
  };

  private cancel = async (): Promise<void> => {
    const sure = await confirm({
      title: msg(str`Cancel ${this.ticket.number}?`),
      text: msg(str`“${this.ticket.title}” for ${this.ticket.customer.name} will be closed for good.`),
      yes: msg('Cancel the ticket'),
    });
    if (sure) await this.move('cancelled');
  };

  private move = (status: Status): Promise<Ticket> => move(this.ticket, { status });
}

function explain(problem: Problem): string {
  const newer = newerOf(problem);
  if (!newer) return reason(problem);
  return msg(str`Somebody was faster: the ticket is ${statusName(newer.status).toLowerCase()} now.`);
}
