// The official client that loses its connection to instances which recover it: on which of them it comes back makes no difference.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { io } from 'socket.io-client';
import { Switch, startAnother, startInstances } from './instances.mjs';

const WAIT = 60_000;
// A small log, so that it can be seen to forget, and a lively heartbeat, so that an idle client is known to be up to date.
const CAPACITY = 400;
const PACKETS = 100;
const SETTINGS = {
  'recovery': 'on',
  'log-capacity': CAPACITY,
  'recovery-packets': PACKETS,
  'ping-interval': 500,
  'ping-timeout': 20_000,
  'connect-timeout': 20_000,
};
const TRANSPORTS = { 'polling': ['polling'], 'WebSocket': ['websocket'], 'polling with upgrade': ['polling', 'websocket'] };
let instances;
let witnesses;
let said = 0;

before(async () => {
  instances = await startInstances(3, SETTINGS);
  const always = { after: () => {} };
  witnesses = await Promise.all(
    ['/', '/personal'].flatMap((namespace) =>
      instances.map((instance) =>
        Page.on(always, instance.url, { namespace, rooms: ['witnesses'], reconnection: false, auth: { user: 'witness' } }),
      ),
    ),
  );
});
after(async () => {
  witnesses.forEach((page) => page.socket.disconnect());
  await Promise.all(instances.map((instance) => instance.kill()));
});

async function until(what, condition) {
  for (const end = Date.now() + WAIT; !(await condition()); await sleep(10)) {
    assert.ok(Date.now() < end, `Not ${what}.`);
  }
}

// A page: what it hears, in order, with a mark where it is told that it is connected.
class Page {
  static async on(t, url, { namespace = '/', rooms = [], ...options } = {}) {
    const page = new Page(t, url, namespace, options);
    await page.connected(1);
    for (const room of rooms) await page.socket.timeout(WAIT).emitWithAck('join', room);
    return page;
  }

  constructor(t, url, namespace, options) {
    this.heard = [];
    this.connects = [];
    this.socket = io(url + namespace, { forceNew: true, reconnectionDelay: 50, reconnectionDelayMax: 200, ...options });
    this.socket.on('connect', () => {
      this.connects.push({ id: this.socket.id, recovered: Boolean(this.socket.recovered) });
      this.heard.push('connect');
    });
    this.socket.onAny((event, word) => event !== 'auth' && this.heard.push(word));
    t.after(() => this.socket.disconnect());
  }

  async connected(times) {
    await until(`connected for the ${times}. time`, () => this.connects.length >= times);
    return this.connects.at(-1);
  }

  async hears(word) {
    await until(`told of ${word}; heard ${this.heard}`, () => this.heard.includes(word));
  }

  // Returns when all instances have delivered it.
  async says(room, ...words) {
    for (const word of words) this.socket.emit('to-room', room, 'word', word);
    said += 1;
    const end = `end ${said}`;
    this.socket.emit('to-room', 'witnesses', 'word', end);
    await until('said', () =>
      witnesses.filter(({ socket }) => socket.connected && socket.nsp === this.socket.nsp).every(({ heard }) => heard.includes(end)),
    );
  }

  since(word) {
    return this.heard.slice(this.heard.lastIndexOf(word) + 1);
  }
}

// A client behind a switch of its own, in its rooms, that has heard one word in each.
async function connected(t, { instance = instances[0], rooms = [], ...options } = {}) {
  const way = await Switch.to(instance);
  const page = await Page.on(t, way.url, { rooms, ...options });
  t.after(() => way.close());
  return { page, way };
}

const numbers = (count, name = 'word') => Array.from({ length: count }, (_, number) => `${name} ${number}`);

for (const [name, transports] of Object.entries(TRANSPORTS)) {
  describe(`over ${name}`, () => {
    for (const [where, number] of [
      ['the same', 0],
      ['another', 1],
    ]) {
      test(`a client that lost its connection goes on where it was on ${where} instance`, async (t) => {
        const room = `${name} ${where}`;
        const { page, way } = await connected(t, { transports, rooms: [room] });
        const speaker = await Page.on(t, instances[2].url);
        await speaker.says(room, 'first');
        await page.hears('first');
        way.target = { port: 1 };
        way.cut();
        await until('noticed', () => !page.socket.connected);
        await speaker.says(room, 'missed', 'missed too');
        await speaker.says('another room', 'not for it');
        way.target = instances[number];
        const { id, recovered } = await page.connected(2);
        assert.equal(recovered, true);
        assert.equal(id, page.connects[0].id);
        assert.deepEqual(page.since('first'), ['missed', 'missed too', 'connect']);
        await speaker.says(room, 'afterwards');
        await page.hears('afterwards');
        assert.deepEqual(page.since('connect'), ['afterwards']);
      });
    }
  });
}

test('a client goes on that had not heard anything before', async (t) => {
  const { page, way } = await connected(t, { rooms: ['silent'] });
  const speaker = await Page.on(t, instances[2].url);
  way.target = instances[1];
  way.cut();
  await speaker.says('silent', 'missed');
  assert.equal((await page.connected(2)).recovered, true);
  await page.hears('missed');
  assert.deepEqual(
    page.heard.filter((word) => word !== 'connect'),
    ['missed'],
  );
});

test('a client goes on after words that look like offsets', async (t) => {
  const { page, way } = await connected(t, { rooms: ['words'] });
  const speaker = await Page.on(t, instances[2].url);
  await speaker.says('words', 'first');
  await page.hears('first');
  page.socket.emit('message', '@zzz');
  await page.hears('@zzz');
  way.cut();
  await speaker.says('words', 'missed');
  assert.equal((await page.connected(2)).recovered, true);
  await page.hears('missed');
  assert.equal(page.heard.filter((word) => word === 'first').length, 1);
});

test('clients get only what was said in their rooms', async (t) => {
  const [left, right] = await Promise.all([connected(t, { rooms: ['left', 'both'] }), connected(t, { rooms: ['right', 'both'] })]);
  const speaker = await Page.on(t, instances[2].url);
  for (const { way } of [left, right]) {
    way.target = { port: 1 };
    way.cut();
  }
  await speaker.says('left', 'for the left');
  await speaker.says('right', 'for the right');
  await speaker.says('both', 'for both');
  for (const { way } of [left, right]) way.target = instances[1];
  assert.deepEqual(
    (await Promise.all([left.page.connected(2), right.page.connected(2)])).map(({ recovered }) => recovered),
    [true, true],
  );
  assert.deepEqual(left.page.heard, ['connect', 'for the left', 'for both', 'connect']);
  assert.deepEqual(right.page.heard, ['connect', 'for the right', 'for both', 'connect']);
});

test('a client that has been away for longer than the log remembers begins afresh, and is told so', async (t) => {
  const { page, way } = await connected(t, { rooms: ['away'] });
  const speaker = await Page.on(t, instances[2].url);
  way.target = { port: 1 };
  way.cut();
  await until('noticed', () => !page.socket.connected);
  await speaker.says('away', 'missed');
  await speaker.says('elsewhere', ...numbers(CAPACITY + 50));
  way.target = instances[1];
  const { id, recovered } = await page.connected(2);
  assert.equal(recovered, false);
  assert.notEqual(id, page.connects[0].id);
  await page.socket.timeout(WAIT).emitWithAck('message-with-ack', 'x');
  assert.deepEqual(page.heard, ['connect', 'connect']);
});

test('a client that was silent for longer than the log remembers goes on', async (t) => {
  const { page, way } = await connected(t, { rooms: ['idle'] });
  const speaker = await Page.on(t, instances[2].url);
  for (let round = 0; round < 8; round += 1) {
    await speaker.says('elsewhere', ...numbers(CAPACITY / 4));
    // Longer than between two pings.
    await sleep(1_000);
  }
  way.target = instances[1];
  way.cut();
  await speaker.says('idle', 'missed');
  assert.equal((await page.connected(2)).recovered, true);
  await page.hears('missed');
});

test('a client that missed too much begins afresh', async (t) => {
  const { page, way } = await connected(t, { rooms: ['busy'] });
  const speaker = await Page.on(t, instances[2].url);
  way.target = { port: 1 };
  way.cut();
  await until('noticed', () => !page.socket.connected);
  await speaker.says('busy', ...numbers(PACKETS + 1));
  way.target = instances[1];
  assert.equal((await page.connected(2)).recovered, false);
});

test('nobody takes the connection of somebody else over', async (t) => {
  let user = 'ann';
  const { page, way } = await connected(t, { namespace: '/personal', rooms: ['mine', 'forbidden'], auth: (answer) => answer({ user }) });
  const speaker = await Page.on(t, instances[2].url, { namespace: '/personal', auth: { user: 'speaker' } });
  way.target = { port: 1 };
  way.cut();
  await until('noticed', () => !page.socket.connected);
  await speaker.says('mine', 'for ann');
  await speaker.says('forbidden', 'for nobody who comes back');
  user = 'bob';
  way.target = instances[1];
  assert.equal((await page.connected(2)).recovered, false);
  assert.deepEqual(page.heard, ['connect', 'connect']);
});

test('a room that is closed by now is not entered again, nor heard', async (t) => {
  const { page, way } = await connected(t, { namespace: '/personal', rooms: ['open', 'forbidden'], auth: { user: 'cid' } });
  const speaker = await Page.on(t, instances[2].url, { namespace: '/personal', auth: { user: 'speaker' } });
  way.target = { port: 1 };
  way.cut();
  await until('noticed', () => !page.socket.connected);
  await speaker.says('forbidden', 'secret');
  await speaker.says('open', 'public');
  way.target = instances[1];
  assert.equal((await page.connected(2)).recovered, true);
  await speaker.says('forbidden', 'secret too');
  await speaker.says('open', 'the end');
  await page.hears('the end');
  assert.deepEqual(page.heard, ['connect', 'public', 'connect', 'the end']);
});

test('a connection that is taken over while the old one still stands hears everything once', async (t) => {
  const { page, way } = await connected(t, { rooms: ['twice'], transports: ['websocket'] });
  const speaker = await Page.on(t, instances[2].url);
  await speaker.says('twice', 'first');
  await page.hears('first');
  for (const [round, instance] of [instances[1], instances[0], instances[0]].entries()) {
    way.target = instance;
    way.cut({ near: true });
    assert.equal((await page.connected(round + 2)).recovered, true);
    await speaker.says('twice', `round ${round}`);
    await page.hears(`round ${round}`);
  }
  assert.deepEqual(
    page.heard.filter((word) => word !== 'connect'),
    ['first', 'round 0', 'round 1', 'round 2'],
  );
  assert.equal(new Set(page.connects.map(({ id }) => id)).size, 1);
});

test('a client that left on its own accord begins afresh', async (t) => {
  const { page } = await connected(t, { transports: ['websocket'] });
  const closed = new Promise((resolve) => page.socket.io.engine.once('close', resolve));
  page.socket.disconnect();
  await closed;
  page.socket.connect();
  assert.equal((await page.connected(2)).recovered, false);
});

test('after the sudden death of an instance its clients go on elsewhere, with everything in order', async (t) => {
  const survivor = instances[1];
  const talking = { rooms: ['talk'] };
  const clients = await Promise.all(Object.values(TRANSPORTS).map((transports) => connected(t, { ...talking, transports })));
  const silent = await connected(t, { rooms: ['quiet'] });
  const speaker = await Page.on(t, survivor.url);
  const words = numbers(90, 'talk');
  for (const [number, word] of words.entries()) {
    await speaker.says('talk', word);
    if (number === 30) {
      for (const { way } of [...clients, silent]) way.target = survivor;
      await instances[0].kill();
    }
  }
  await speaker.says('quiet', 'missed');
  for (const { page } of [...clients, silent]) assert.equal((await page.connected(2)).recovered, true);
  for (const { page } of clients) {
    await page.hears(words.at(-1));
    assert.deepEqual(
      page.heard.filter((word) => word !== 'connect'),
      words,
    );
  }
  await silent.page.hears('missed');
  assert.deepEqual(
    silent.page.heard.filter((word) => word !== 'connect'),
    ['missed'],
  );
});

test('after two sudden deaths in a row its clients go on elsewhere, with everything in order', async (t) => {
  const survivor = instances[2];
  const doomed = [await startAnother(instances[1], SETTINGS), instances[1]];
  instances[0] = doomed[0];
  const clients = await Promise.all(
    doomed.flatMap((instance) =>
      Object.values(TRANSPORTS).flatMap((transports) => [1, 2].map(() => connected(t, { instance, rooms: ['deaths'], transports }))),
    ),
  );
  const speaker = await Page.on(t, survivor.url);
  const words = numbers(90, 'talk');
  for (const [number, word] of words.entries()) {
    await speaker.says('deaths', word);
    if (number === 30 || number === 60) {
      const dying = doomed.shift();
      for (const { way } of clients.filter((client) => client.way.target === dying)) way.target = doomed[0] ?? survivor;
      await dying.kill();
    }
    // Hardly has one death been coped with when the next one comes.
    if (number > 30 && number < 60) await sleep(70);
  }
  for (const [number, { page }] of clients.entries()) {
    await page.connected(number < 6 ? 3 : 2);
    await page.hears(words.at(-1));
    assert.deepEqual(
      page.heard.filter((word) => word !== 'connect'),
      words,
    );
    assert.deepEqual(
      page.connects.slice(1).filter(({ recovered }) => !recovered),
      [],
    );
  }
});
