import { updateWhenLocaleChanges } from '@lit/localize';
import { LitElement } from 'lit';

/**
 * The base of all pages: renders into the document itself, so that one set of style sheets, labels and
 * `aria-…` references works across elements, and renders again when the language changes.
 */
export abstract class PortalElement extends LitElement {
  constructor() {
    super();
    updateWhenLocaleChanges(this);
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }
}
