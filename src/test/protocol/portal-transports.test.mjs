// A ticket opened through REST reaches those who may see it, over every transport of the official client.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openTicket, signIn } from './person.mjs';

const SOON = 1_000;
const TRANSPORTS = {
  'polling only': { transports: ['polling'], ends: 'polling' },
  'WebSocket only': { transports: ['websocket'], ends: 'websocket' },
  'polling with upgrade': { transports: ['polling', 'websocket'], ends: 'websocket' },
};

async function listen(username, { transports, ends }) {
  const person = await (await signIn(username)).connect({ transports });
  const { engine } = person.socket.io;
  if (engine.transport.name !== ends) {
    await new Promise((resolve) => engine.once('upgrade', resolve));
  }
  assert.equal(engine.transport.name, ends);
  return person;
}

for (const [name, wanted] of Object.entries(TRANSPORTS)) {
  test(`a new ticket is heard within a second: ${name}`, async (t) => {
    const clerk = await signIn('demo-cs1');
    const listeners = await Promise.all(['demo-supervisor', 'demo-noc', 'demo-tech1'].map((username) => listen(username, wanted)));
    t.after(() => listeners.forEach((person) => person.socket.disconnect()));
    const ticket = await openTicket(clerk, `Over ${name}`);
    const created = performance.now();
    await Promise.all(listeners.map((person) => person.hears((event) => event.entity.id === ticket.id)));
    const late = performance.now() - created;
    assert.ok(late < SOON, `heard after ${late} ms`);
    listeners.forEach((person) => assert.deepEqual(person.about(ticket.id)[0].data, ticket));
  });
}
