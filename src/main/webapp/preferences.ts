import { Slice } from './store.ts';

export type Theme = 'system' | 'light' | 'dark';
export type Density = 'compact' | 'comfortable';
export type Language = 'en' | 'id';

export interface Preferences {
  theme: Theme;
  density: Density;
  language: Language;
  /** Single-letter shortcuts can be switched off, for speech input (WCAG 2.1.4). */
  shortcuts: boolean;
}

/** What the last user chose also dresses the login page. */
const LAST_USED = 'portal.preferences';

export const preferences = new Slice<Preferences, Partial<Preferences>>(read(LAST_USED), (state, change) => ({ ...state, ...change }));

let key = LAST_USED;

/** From now on choices are those of this user; a user without any starts with what the login page showed. */
export function usePreferencesOf(userId: number): void {
  key = `${LAST_USED}.${userId}`;
  if (localStorage.getItem(key)) preferences.dispatch(read(key));
}

export function prefer(change: Partial<Preferences>): void {
  preferences.dispatch(change);
  const text = JSON.stringify(preferences.state);
  localStorage.setItem(key, text);
  localStorage.setItem(LAST_USED, text);
}

/** Puts theme and density where the style sheets look for them. */
export function dressDocument(): void {
  const root = document.documentElement;
  root.dataset['theme'] = preferences.state.theme;
  root.dataset['density'] = preferences.state.density;
  root.lang = preferences.state.language;
}

function read(name: string): Preferences {
  const defaults: Preferences = {
    theme: 'system',
    density: matchMedia('(pointer: coarse)').matches ? 'comfortable' : 'compact',
    language: navigator.language.toLowerCase().startsWith('id') ? 'id' : 'en',
    shortcuts: true,
  };
  try {
    return { ...defaults, ...(JSON.parse(localStorage.getItem(name) ?? '{}') as Partial<Preferences>) };
  } catch {
    return defaults;
  }
}
