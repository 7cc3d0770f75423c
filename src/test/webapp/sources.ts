import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAst } from 'vite';

export const WEBAPP = new URL('../../main/webapp/', import.meta.url).pathname;

/** A node of the syntax tree; only what the walk needs to know. */
export interface Node {
  type: string;
  [key: string]: unknown;
}

export const sources = (): { name: string; tree: Node }[] =>
  readdirSync(WEBAPP, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.startsWith('vite.config'))
    .map((name) => ({ name, tree: parseAst(readFileSync(join(WEBAPP, name), 'utf8'), { lang: 'ts' }) as unknown as Node }));

export function* walk(node: unknown): Generator<Node> {
  if (Array.isArray(node)) for (const child of node) yield* walk(child);
  else if (node && typeof node === 'object') {
    if ('type' in node) yield node as Node;
    for (const child of Object.values(node)) yield* walk(child);
  }
}

/** The source sentences of all `msg(…)` calls, with numbered placeholders. */
export function messages(): Map<string, string> {
  const found = new Map<string, string>();
  for (const { name, tree } of sources()) {
    for (const node of walk(tree)) {
      if (node.type !== 'CallExpression' || (node['callee'] as Node)['name'] !== 'msg') continue;
      found.set(sentenceOf((node['arguments'] as Node[])[0]!), name);
    }
  }
  return found;
}

function sentenceOf(argument: Node): string {
  if (argument.type === 'Literal') return String(argument['value']);
  const { quasis } = argument['quasi'] as { quasis: { value: { cooked: string } }[] };
  return quasis.map(({ value }, index) => (index ? `{${index - 1}}` : '') + value.cooked).join('');
}
