// Instances that leave while browsers are connected and people work: nobody sees an error, and nobody misses anything.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { io } from 'socket.io-client';
import { eventually, freshPortal, portal } from './commands.mjs';

const BROWSERS = 36;
const TRANSPORTS = [['websocket'], ['polling'], ['polling', 'websocket']];
const EVENTS = ['ticket_created', 'ticket_updated', 'ticket_assigned'];
const SECONDS = 60;

/** A page that hears of one ticket: which versions, and whether it was told, at each connect, that it had missed nothing. */
class Page {
  constructor(url, token, id, transports) {
    this.transports = transports;
    this.versions = [];
    this.connects = [];
    this.socket = io(url, {
      auth: (answer) => answer({ token: token() }),
      forceNew: true,
      transports,
      reconnectionDelay: 100,
      reconnectionDelayMax: 1000,
    });
    this.socket.on('connect', () => this.connects.push(this.socket.recovered));
    for (const event of EVENTS) {
      this.socket.on(event, ({ entity }) => entity.id === id && this.versions.push(entity.version));
    }
  }
}

describe('instances that leave', { concurrency: false }, () => {
  let many, url, token, ticket, first;
  const pages = [];
  const list = async () => JSON.parse((await portal(many, 'list', '--json')).out);

  async function succeeds(...words) {
    const { code, out, err } = await portal(many, ...words);
    assert.equal(code, 0, err);
    return out;
  }

  /** On a connection of its own: one that nginx closes between two requests would not tell whether the second was lost. */
  function call(method, path, body) {
    return new Promise((resolve, reject) => {
      const headers = { 'content-type': 'application/json', 'authorization': `Bearer ${token}` };
      request(`${url}/api${path}`, { method, headers, agent: false }, (answer) => {
        let text = '';
        answer
          .setEncoding('utf8')
          .on('data', (data) => {
            text += data;
          })
          .on('error', reject)
          .on('end', () => {
            if (answer.statusCode < 300) resolve(JSON.parse(text));
            else reject(new Error(`${method} ${path} was answered ${answer.statusCode} ${text}`));
          });
      })
        .on('error', reject)
        .end(body && JSON.stringify(body));
    });
  }

  async function signIn() {
    const [{ username, password }] = JSON.parse(readFileSync(join(many.home, 'demo-logins.json'), 'utf8'));
    token = (await call('POST', '/auth/login', { username, password })).accessToken;
  }

  /** Changes the ticket again and again while the work is done, and reads; every answer must be a good one. */
  async function whilePeopleWork(action) {
    await signIn();
    let done = false;
    const failures = [];
    const again = async (step) => {
      for (; !done; await sleep(20)) await step().catch((error) => failures.push(error.message));
    };
    const working = Promise.all([
      again(async () => {
        ticket = await call('PATCH', `/tickets/${ticket.id}`, { version: ticket.version, title: `Change ${ticket.version}` });
      }),
      again(() => call('GET', '/tickets?size=5')),
      again(() => call('GET', `/tickets/${ticket.id}`)),
    ]);
    const result = await action().finally(() => {
      done = true;
    });
    await working;
    assert.deepEqual(failures, []);
    return result;
  }

  async function assertAllHeardEverything() {
    const all = Array.from({ length: ticket.version - first + 1 }, (_, number) => first + number);
    await eventually('everybody knows of the last change', () => pages.every(({ versions }) => versions.includes(ticket.version)), SECONDS);
    for (const { versions, transports, connects } of pages) {
      assert.deepEqual(versions, all, `${transports} ${connects}`);
      assert.deepEqual(
        connects.slice(1).filter((recovered) => !recovered),
        [],
        `${transports}`,
      );
    }
  }

  before(async () => {
    many = await freshPortal();
    url = `http://127.0.0.1:${many.port}`;
    await succeeds('up', '2', '--demo');
    await signIn();
    const customer = (await call('GET', '/customers?size=1')).items[0];
    ticket = await call('POST', '/tickets', { customerId: customer.id, type: 'repair', title: 'New', description: 'Dark.' });
    first = ticket.version + 1;
    for (let number = 0; number < BROWSERS; number++) {
      pages.push(new Page(url, () => token, ticket.id, TRANSPORTS[number % TRANSPORTS.length]));
    }
    await eventually('all browsers are connected', () => pages.every(({ socket }) => socket.connected), SECONDS);
  });
  after(async () => {
    pages.forEach(({ socket }) => socket.disconnect());
    await portal(many, 'down');
  });

  it('one after the other are missed by nobody', async () => {
    const before = (await list()).map(({ pid }) => pid);
    const out = await whilePeopleWork(() => succeeds('restart', 'all'));
    assert.doesNotMatch(out, /was not done|was killed/);
    assert.ok((await list()).every(({ pid, status }) => status === 'running' && !before.includes(pid)));
    assert.ok(pages.every(({ connects }) => connects.length > 1));
    await assertAllHeardEverything();
  });

  it('for good are missed by nobody', async () => {
    const out = await whilePeopleWork(() => succeeds('scale', '1'));
    assert.doesNotMatch(out, /was not done|was killed/);
    assert.equal((await list()).length, 1);
    await assertAllHeardEverything();
  });

  it('after they have just come are missed by nobody either', async () => {
    const out = await whilePeopleWork(async () => (await succeeds('scale', '3')) + (await succeeds('scale', '1')));
    assert.doesNotMatch(out, /was not done|was killed/);
    assert.equal((await list()).length, 1);
    await assertAllHeardEverything();
  });

  it('all of them come back to browsers that are told to look for themselves', async () => {
    const times = pages.map(({ connects }) => connects.length);
    await succeeds('restart', 'all');
    await eventually(
      'everybody is back',
      () => pages.every(({ connects, socket }, number) => socket.connected && connects.length > times[number]),
      SECONDS,
    );
    pages.forEach(({ connects, transports }, number) => assert.equal(connects[times[number]], false, `${transports} ${connects}`));
    await signIn();
    ticket = await call('PATCH', `/tickets/${ticket.id}`, { version: ticket.version, title: 'After all' });
    await eventually('everybody hears of it', () => pages.every(({ versions }) => versions.at(-1) === ticket.version), SECONDS);
  });
});
