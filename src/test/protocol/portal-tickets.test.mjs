// What browsers hear about tickets, through the official client, from the portal at PORTAL_URL with the demo logins in the file PORTAL_LOGINS.
// That somebody does not hear something is shown by what he hears next: the portal has one order of events.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Person, openTicket, signIn } from './person.mjs';

const people = {};

async function profileOf(person) {
  const me = (await person.call('GET', '/auth/me')).body;
  return (await person.call('GET', '/technicians?size=200')).body.items.find((one) => one.userId === me.id);
}

async function claim(person, ticket) {
  const answer = await person.call('PUT', `/tickets/${ticket.id}/assignment`, {
    technicianId: (await profileOf(person)).id,
    version: ticket.version,
  });
  assert.equal(answer.status, 200, JSON.stringify(answer.body));
  return answer.body;
}

async function change(person, ticket, fields) {
  const answer = await person.call('PATCH', `/tickets/${ticket.id}`, { version: ticket.version, ...fields });
  assert.equal(answer.status, 200, JSON.stringify(answer.body));
  return answer.body;
}

// An event that everybody hears, after which whatever was to be heard before has been heard.
async function settle(...listeners) {
  const last = await openTicket(people.clerk, 'The last word');
  await Promise.all(listeners.map((person) => person.hears((event) => event.entity.id === last.id)));
  await change(people.supervisor, last, { status: 'cancelled' });
}

before(async () => {
  for (const [name, username] of Object.entries({
    clerk: 'demo-cs1',
    supervisor: 'demo-supervisor',
    budi: 'demo-tech1',
    agus: 'demo-tech2',
  })) {
    people[name] = await (await signIn(username)).connect();
  }
});

after(() => Object.values(people).forEach((person) => person.socket?.disconnect()));

test('the office and every technician hear once of a new ticket, as it can be read', async () => {
  const ticket = await openTicket(people.clerk, 'A new one');
  const listeners = [people.supervisor, people.clerk, people.budi, people.agus];
  for (const person of listeners) {
    const event = await person.hears((heard) => heard.entity.id === ticket.id);
    assert.equal(event.name, 'ticket_created');
    assert.deepEqual(event.entity, { kind: 'ticket', id: ticket.id, version: ticket.version });
    assert.deepEqual(event.data, ticket);
    assert.ok(event.id && Date.parse(event.at));
  }
  await settle(...listeners);
  listeners.forEach((person) => assert.equal(person.about(ticket.id).length, 1, person.username));
  await change(people.supervisor, ticket, { status: 'cancelled' });
});

test('a technician who loses sight of a claimed ticket learns that and nothing more', async () => {
  const ticket = await openTicket(people.clerk, 'To be claimed');
  assert.equal((await people.agus.ask('join_room', `ticket_${ticket.id}`)).ok, true);
  const claimed = await claim(people.budi, ticket);
  const renamed = await change(people.supervisor, claimed, { title: 'Not for Agus' });
  await people.budi.hears((event) => event.entity.id === ticket.id && event.entity.version === renamed.version);
  await settle(people.budi, people.agus, people.supervisor);
  assert.equal(people.agus.tell(people.agus.about(ticket.id)), 'ticket_created v1, ticket_updated v2 hidden');
  assert.deepEqual(people.agus.about(ticket.id)[1].data, { hidden: true });
  assert.equal(people.budi.tell(people.budi.about(ticket.id)), 'ticket_created v1, ticket_assigned v2, ticket_updated v3');
  assert.equal(people.supervisor.tell(people.supervisor.about(ticket.id)), 'ticket_created v1, ticket_assigned v2, ticket_updated v3');
  await change(people.supervisor, renamed, { status: 'cancelled' });
});

test('a room is open to those who may read its ticket', async () => {
  const ticket = await claim(people.budi, await openTicket(people.clerk, 'Of Budi'));
  const room = `ticket_${ticket.id}`;
  assert.deepEqual(await people.budi.ask('join_room', room), { ok: true });
  const refused = await people.agus.ask('join_room', room);
  assert.equal(refused.ok, false);
  assert.equal(typeof refused.message, 'string');
  for (const other of ['role_admin', 'user_1', 'ticket_999999999', 'nonsense']) {
    assert.equal((await people.agus.ask('join_room', other)).ok, false, other);
  }
  await change(people.supervisor, ticket, { status: 'cancelled' });
});

test('figures that moved are announced, many changes at once', async () => {
  let told = 0;
  const first = new Promise((resolve) =>
    people.supervisor.socket.on('stats_changed', () => {
      told += 1;
      resolve();
    }),
  );
  const tickets = await Promise.all(Array.from({ length: 10 }, (_, i) => openTicket(people.clerk, `Of many ${i}`)));
  await first;
  assert.ok(told < tickets.length, `${told} announcements`);
  people.supervisor.socket.off('stats_changed');
  for (const ticket of tickets) await change(people.supervisor, ticket, { status: 'cancelled' });
});

test('nobody connects without a token', async () => {
  for (const auth of [{}, { token: 'invented' }, { userId: 1, role: 'admin' }]) {
    await assert.rejects(new Person('nobody', '').connect({ auth }));
  }
});
