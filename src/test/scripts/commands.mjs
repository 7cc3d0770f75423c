// Starting verbs of the command line, and seeing what they leave behind.
import assert from 'node:assert/strict';
import { execFile, execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';

export const ROOT = new URL('../../..', import.meta.url).pathname;
export const work = mkdtempSync(join(tmpdir(), 'portal-scripts-'));
after(() => rmSync(work, { recursive: true, force: true }));

/** Starts a verb; resolves to what it printed and its exit code. */
export function portal(settings, ...words) {
  const clean = Object.entries(process.env).filter(
    ([name]) => !name.startsWith('PORTAL_') || ['PORTAL_RUNTIME', 'PORTAL_START_SECONDS'].includes(name),
  );
  const env = { ...Object.fromEntries(clean), ...settings.env };
  const command = join(settings.root ?? ROOT, 'asadmin-scripts', 'portal');
  return new Promise((resolve) => {
    execFile(command, words, { env, maxBuffer: 1 << 24 }, (error, out, err) => resolve({ code: error?.code ?? 0, out, err }));
  });
}

const PARTS = 'say settings net java groups instances database connections proxy files';

/** Runs lines of bash where the parts of the command line are known; returns what they print. */
export function bash(env, lines) {
  const script = `set -euo pipefail; for part in ${PARTS}; do . "$SCRIPTS/lib/$part.sh"; done; find_java\n${lines}`;
  const clean = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('PORTAL_')));
  const options = {
    encoding: 'utf8',
    env: { ...clean, ROOT, SCRIPTS: join(ROOT, 'asadmin-scripts'), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  };
  return execFileSync('bash', ['-c', script], options).trim();
}

export async function freePort() {
  const server = await listen();
  const { port } = server.address();
  await new Promise((done) => server.close(done));
  return port;
}

export function listen(port = 0) {
  return new Promise((resolve) => {
    const server = createServer().listen(port, '127.0.0.1', () => resolve(server));
  });
}

/**
 * From where on instances look for ports: below those that the system gives to connections. One of a connection that has just ended could not
 * be listened on, and nobody who looks for a free port notices it.
 */
function firstInstancePort() {
  return 27_000 + Math.floor(Math.random() * 5_000);
}

/** A portal of its own, in an empty home. */
export async function freshPortal(env = {}) {
  const home = mkdtempSync(join(work, 'home-'));
  const port = await freePort();
  return { home, port, env: { PORTAL_HOME: home, PORTAL_PORT: String(port), PORTAL_INSTANCE_PORT: String(firstInstancePort()), ...env } };
}

/** Processes whose command line or environment mentions a text; the list of the kernel, as ps reads it. */
export function processesWith(text) {
  return readdirSync('/proc')
    .filter((entry) => /^\d+$/.test(entry))
    .filter((pid) => commandLine(pid).includes(text));
}

function commandLine(pid) {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  } catch {
    return '';
  }
}

export function assertNothingRuns({ home }) {
  for (const part of ['instances/', 'proxy', 'database']) {
    assert.deepEqual(processesWith(`${home}/${part}`), []);
  }
  const files = readdirSync(home, { recursive: true }).filter((file) => /(^|\/)pid$/.test(file) && existsSync(join(home, file)));
  assert.deepEqual(files, []);
}

/** Asks until the answer is true. */
export async function eventually(what, ask, seconds = 120) {
  for (const deadline = Date.now() + seconds * 1000; Date.now() < deadline; await sleep(200)) {
    if (await ask()) return;
  }
  assert.fail(`It took more than ${seconds} s until ${what}.`);
}
