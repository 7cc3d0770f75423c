import { configureLocalization } from '@lit/localize';
import type { Language } from '../preferences.ts';

const { getLocale, setLocale } = configureLocalization({
  sourceLocale: 'en',
  targetLocales: ['id'],
  loadLocale: () => import('./id.ts'),
});

export const language = (): Language => getLocale() as Language;

/** Resolves when every element can render in the new language; elements then render by themselves. */
export const speak = (next: Language): Promise<void> => setLocale(next);
