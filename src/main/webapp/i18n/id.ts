import { sentences } from './id-sentences.ts';
import { words } from './id-words.ts';
import { templatesOf } from './templates.ts';

/** Bahasa Indonesia. */
export const templates = templatesOf({ ...words, ...sentences });
