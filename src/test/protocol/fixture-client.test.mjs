// The official client against the protocol fixture, over each of its transports.
import assert from 'node:assert/strict';
import { createHash, randomBytes } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import { io } from 'socket.io-client';
import { Fixture } from './fixture.mjs';

const WAIT = 20_000;
const TRANSPORTS = { 'polling': ['polling'], 'WebSocket': ['websocket'], 'polling with upgrade': ['polling', 'websocket'] };
let fixture;

before(async () => {
  fixture = await Fixture.start();
});
after(() => fixture.stop());

function once(emitter, event) {
  return new Promise((resolve, reject) => {
    const limit = setTimeout(() => reject(new Error(`No ${event} came.`)), WAIT);
    emitter.once(event, (...values) => {
      clearTimeout(limit);
      resolve(values);
    });
  });
}

async function connect(t, transports, { namespace = '/', ...options } = {}) {
  const socket = io(fixture.url + namespace, { transports, forceNew: true, ...options });
  t.after(() => socket.disconnect());
  await once(socket, 'connect');
  const { engine } = socket.io;
  if (engine.transport.name !== transports.at(-1)) await once(engine, 'upgrade');
  return socket;
}

for (const [name, transports] of Object.entries(TRANSPORTS)) {
  describe(`over ${name}`, () => {
    test('arguments of every kind come back as they were', async (t) => {
      const socket = await connect(t, transports);
      const sent = [1, 2.5, 'é😀\u2028', null, true, [], {}, { deep: [{ er: ['x'] }] }, -0.001, 9007199254740991];
      const back = once(socket, 'message-back');
      socket.emit('message', ...sent);
      assert.deepEqual(await back, sent);
      assert.deepEqual(await socket.timeout(WAIT).emitWithAck('message-with-ack', ...sent), sent[0]);
    });

    test('binary comes back from wherever it was, up to the limit', async (t) => {
      const socket = await connect(t, transports);
      const small = randomBytes(3);
      const large = randomBytes(700_000);
      const back = once(socket, 'message-back');
      socket.emit('message', small, { in: [{ side: large }] });
      const [first, second] = await back;
      assert.ok(small.equals(Buffer.from(first)));
      assert.ok(large.equals(Buffer.from(second.in[0].side)));
    });

    test('fifty megabytes go there and back through one connection without loss', { timeout: 120_000 }, async (t) => {
      const socket = await connect(t, transports);
      const sent = createHash('sha256');
      const received = createHash('sha256');
      for (let bytes = 0; bytes < 50_000_000; bytes += 700_000) {
        const part = randomBytes(700_000);
        const back = once(socket, 'message-back');
        socket.emit('message', part);
        sent.update(part);
        received.update((await back)[0]);
      }
      assert.equal(received.digest('hex'), sent.digest('hex'));
    });

    test('each side answers the other, or is told that nobody did', async (t) => {
      const socket = await connect(t, transports);
      assert.equal(await socket.timeout(WAIT).emitWithAck('message-with-ack', 'yes'), 'yes');
      await assert.rejects(socket.timeout(100).emitWithAck('nobody-answers'), /timed out/);
      assert.equal(await socket.timeout(WAIT).emitWithAck('ask', '?'), 'TimeoutException');
      socket.on('question', (question, answer) => answer(`${question}!`));
      assert.deepEqual(await socket.timeout(WAIT).emitWithAck('ask', '?'), ['?!']);
    });

    test('a namespace that asks who one is lets in and refuses', async (t) => {
      await connect(t, transports, { namespace: '/restricted', auth: { token: 'secret' } });
      const refused = io(`${fixture.url}/restricted`, { transports, forceNew: true, auth: { token: 'wrong' } });
      t.after(() => refused.disconnect());
      const [error] = await once(refused, 'connect_error');
      assert.equal(error.message, 'Not authorized');
      assert.deepEqual(error.data, { code: 'E1' });
    });

    test('a thousand events come back in order', async (t) => {
      const socket = await connect(t, transports);
      const got = [];
      const all = new Promise((resolve) => socket.on('message-back', (number) => got.push(number) === 1000 && resolve()));
      for (let number = 0; number < 1000; number += 1) socket.emit('message', number);
      await all;
      assert.deepEqual(
        got,
        Array.from({ length: 1000 }, (_, number) => number),
      );
    });

    test('rooms hear what is for them, and all hear a broadcast once', async (t) => {
      const [inside, outside] = await Promise.all([connect(t, transports), connect(t, transports)]);
      await inside.timeout(WAIT).emitWithAck('join', 'kitchen');
      const heard = [];
      // What the fixture says to everybody who connects may still be on its way.
      outside.onAny((event) => event !== 'auth' && heard.push(event));
      const word = once(inside, 'word');
      const last = Promise.all([once(inside, 'broadcast'), once(outside, 'broadcast')]);
      outside.emit('to-room', 'kitchen', 'word', 'dinner');
      assert.deepEqual(await word, ['dinner']);
      outside.emit('broadcast', 'end');
      assert.deepEqual(await last, [['end'], ['end']]);
      assert.deepEqual(heard, ['broadcast']);
    });

    test('namespaces share a connection, and an unknown one is refused without ending it', async (t) => {
      const socket = await connect(t, transports);
      const engine = socket.io.engine.id;
      const custom = socket.io.socket('/custom', { auth: { who: 'me' } });
      assert.deepEqual(await once(custom, 'auth'), [{ who: 'me' }]);
      const unknown = socket.io.socket('/unknown');
      t.after(() => [custom, unknown].forEach((other) => other.disconnect()));
      assert.equal((await once(unknown, 'connect_error'))[0].message, 'Invalid namespace');
      assert.equal(socket.io.engine.id, engine);
      assert.equal(await custom.timeout(WAIT).emitWithAck('message-with-ack', 'still here'), 'still here');
    });

    test('a broken connection comes back by itself, a disconnected one does not', async (t) => {
      const socket = await connect(t, transports, { reconnectionDelay: 50, reconnectionDelayMax: 100 });
      const gone = once(socket, 'disconnect');
      const back = once(socket, 'connect');
      socket.emit('close-transport');
      // Between two polls there is nobody to tell, and the next poll fails.
      assert.ok(['transport close', 'transport error'].includes((await gone)[0]));
      await back;
      const told = once(socket, 'disconnect');
      socket.emit('disconnect-me', false);
      assert.equal((await told)[0], 'io server disconnect');
      assert.equal(socket.active, false);
    });
  });
}

test('clients come back after the server has been restarted', async (t) => {
  const sockets = await Promise.all(
    Object.values(TRANSPORTS).map((transports) => connect(t, transports, { reconnectionDelay: 100, reconnectionDelayMax: 500 })),
  );
  const gone = sockets.map((socket) => once(socket, 'disconnect'));
  await fixture.stop();
  await Promise.all(gone);
  const back = sockets.map((socket) => new Promise((resolve) => socket.once('connect', resolve)));
  await fixture.run();
  await Promise.all(back);
  for (const socket of sockets) assert.equal(await socket.timeout(WAIT).emitWithAck('message-with-ack', 'again'), 'again');
});
