import { html, nothing, type TemplateResult } from 'lit';
import { icon } from './icons.ts';

interface FieldParts {
  id: string;
  label: string;
  hint?: string | undefined;
  error?: string | undefined;
}

/** Label, control, hint and error, tied together; the control takes `describedBy(id)` and `invalid(error)`. */
export function field({ id, label, hint, error }: FieldParts, control: unknown, after: unknown = nothing): TemplateResult {
  return html`<div class="field">
    <label for=${id}>${label}</label>
    ${control}
    ${hint ? html`<span class="hint" id="${id}-hint">${hint}</span>` : nothing}
    ${error ? html`<span class="error" id="${id}-error">${icon('alarm', 14)}${error}</span>` : nothing}
    ${after}
  </div>`;
}

export const describedBy = ({ id, hint, error }: FieldParts): string | typeof nothing =>
  [error && `${id}-error`, hint && `${id}-hint`].filter(Boolean).join(' ') || nothing;

export const invalid = ({ error }: FieldParts): 'true' | typeof nothing => (error ? 'true' : nothing);

/** Brings the user to the first field that is wrong. */
export function focusFirstError(host: HTMLElement): void {
  host.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
}
