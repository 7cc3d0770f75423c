// Weighs the built pages as they travel: what a phone on a slow line loads before it shows anything.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { brotliCompressSync } from 'node:zlib';

const BUILD = new URL('../../../target/webapp/', import.meta.url).pathname;
const SHELL_LIMIT = 60 * 1024;
const WHOLE_LIMIT = 250 * 1024;

const weigh = (files) => files.reduce((sum, file) => sum + brotliCompressSync(readFileSync(join(BUILD, file))).length, 0);

/** The page itself and the scripts and styles it names, which are those that must arrive before anything shows. */
function shell() {
  const page = readFileSync(join(BUILD, 'index.html'), 'utf8');
  const named = [...page.matchAll(/(?:src|href)="\/([^"]+\.(?:js|css))"/g)].map((match) => match[1]);
  return ['index.html', ...named];
}

function assertLighter(files, limit) {
  const bytes = weigh(files);
  assert.ok(bytes <= limit, `${files.length} files weigh ${bytes} bytes in brotli, more than ${limit}: ${files.join(', ')}`);
}

test('the shell weighs at most 60 KB', () => {
  assert.ok(shell().length > 1, 'the page names no script');
  assertLighter(shell(), SHELL_LIMIT);
});

test('everything together weighs at most 250 KB', () => {
  const scriptsAndStyles = readdirSync(join(BUILD, 'assets')).filter((file) => /\.(js|css)$/.test(file));
  assertLighter(['index.html', ...scriptsAndStyles.map((file) => join('assets', file))], WHOLE_LIMIT);
});
