import { expect, test } from 'vitest';
import { sentences } from '../../main/webapp/i18n/id-sentences.ts';
import { words } from '../../main/webapp/i18n/id-words.ts';
import { messages, sources, walk, type Node } from './sources.ts';

const translations: Record<string, string> = { ...words, ...sentences };
const used = messages();
const placeholders = (sentence: string) => [...sentence.matchAll(/\{\d+\}/g)].map(String).sort();

test('every message has an Indonesian translation', () => {
  expect([...used].filter(([sentence]) => !(sentence in translations))).toEqual([]);
});

test('no translation is left over', () => {
  expect(Object.keys(translations).filter((sentence) => !used.has(sentence))).toEqual([]);
});

test('every translation keeps its placeholders', () => {
  expect(
    Object.entries(translations).filter(([source, translation]) => `${placeholders(source)}` !== `${placeholders(translation)}`),
  ).toEqual([]);
});

/** What is the same in every language. */
const NAMES = new Set(['Aglis', 'Aglis Portal', '/', '·', '→', '']);

test('no template says anything that cannot be translated', () => {
  const bare = sources().flatMap(({ name, tree }) =>
    [...walk(tree)]
      .filter(isHtml)
      .flatMap(textsOf)
      .filter((text) => !NAMES.has(text))
      .map((text) => `${name}: ${text}`),
  );
  expect(bare).toEqual([]);
});

const isHtml = (node: Node): boolean =>
  node.type === 'TaggedTemplateExpression' && ['html', 'svg', 'staticHtml'].includes(String((node['tag'] as Node)['name']));

/** Text between tags and the values of attributes that people hear or read; expressions count as blank. */
function textsOf(node: Node): string[] {
  const { quasis } = node['quasi'] as { quasis: { value: { cooked: string } }[] };
  const source = quasis.map(({ value }) => value.cooked).join('\u0000');
  const spoken = [...source.matchAll(/(?:aria-label|title|placeholder|alt)="([^"\u0000]+)"/g)].map((match) => match[1]!);
  const text = source.replace(/<[^>]*>/g, '\u0000').split('\u0000');
  return [...spoken, ...text].map((part) => part.trim()).filter((part) => /\p{L}/u.test(part));
}
