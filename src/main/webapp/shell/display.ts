import { msg } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { prefer, preferences, type Preferences } from '../preferences.ts';

type Choices = [value: string, label: string][];

/** Language, theme and density. @param scope keeps the radio groups of two such menus on one page apart */
export function displayControls(scope: string): TemplateResult {
  const { language, theme, density } = preferences.state;
  const themes: Choices = [
    ['system', msg('System')],
    ['light', msg('Light')],
    ['dark', msg('Dark')],
  ];
  const densities: Choices = [
    ['compact', msg('Compact')],
    ['comfortable', msg('Comfortable')],
  ];
  return html`<div class="choices">
    ${segments(
      scope,
      'language',
      msg('Language'),
      [
        ['en', 'English'],
        ['id', 'Bahasa Indonesia'],
      ],
      language,
    )}
    ${segments(scope, 'theme', msg('Theme'), themes, theme)}
    ${segments(scope, 'density', msg('Density'), densities, density)}
  </div>`;
}

function segments(scope: string, name: keyof Preferences, title: string, choices: Choices, chosen: string): TemplateResult {
  return html`<fieldset class="segments-field">
    <legend class="small">${title}</legend>
    <div class="segments">${choices.map(
      ([value, label]) => html`<label lang=${name === 'language' ? value : nothing}>
      <input type="radio" name="${scope}-${name}" value=${value} .checked=${value === chosen} @change=${() => prefer({ [name]: value })}>
      ${label}
    </label>`,
    )}</div>
  </fieldset>`;
}
