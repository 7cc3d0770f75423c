import { generateMsgId, HASH_DELIMITER } from '@lit/localize/internal/id-generation.js';
import type { LocaleModule } from '@lit/localize';

const PLACEHOLDER = /\{(\d+)\}/;

/**
 * Turns sentences with numbered placeholders, source to translation, into what Lit looks up:
 * `{ 'Assigned to {0}': 'Ditugaskan kepada {0}' }`. A translation may move its placeholders.
 */
export function templatesOf(sentences: Record<string, string>): LocaleModule['templates'] {
  return Object.fromEntries(Object.entries(sentences).map(([source, translation]) => [idOf(source), templateOf(translation)]));
}

function idOf(source: string): string {
  return generateMsgId(textsOf(source).join(HASH_DELIMITER), false);
}

function templateOf(translation: string): LocaleModule['templates'][string] {
  if (!PLACEHOLDER.test(translation)) return translation;
  const order = [...translation.matchAll(/\{(\d+)\}/g)].map((match) => Number(match[1]));
  return { strTag: true, strings: textsOf(translation), values: order } as unknown as LocaleModule['templates'][string];
}

function textsOf(sentence: string): string[] {
  return sentence.split(/\{\d+\}/);
}
