// Browsers that lose their connection to the portal at PORTAL_URL and come back, with the demo logins in the file PORTAL_LOGINS.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openTicket, signIn } from './person.mjs';

const people = {};

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

function loseConnection({ socket }) {
  const lost = new Promise((resolve) => socket.once('disconnect', resolve));
  socket.io.engine.close();
  return lost;
}

async function comeBack(person) {
  person.heard.length = 0;
  const back = new Promise((resolve, reject) => {
    person.socket.once('connect', resolve);
    person.socket.once('connect_error', reject);
  });
  person.socket.connect();
  await back;
  return person.socket.recovered;
}

async function change(person, ticket, fields) {
  const answer = await person.call('PATCH', `/tickets/${ticket.id}`, { version: ticket.version, ...fields });
  assert.equal(answer.status, 200, JSON.stringify(answer.body));
  return answer.body;
}

test('a browser that comes back has heard what it missed by the time it is connected', async () => {
  const first = await openTicket(people.clerk, 'Heard');
  await people.supervisor.hears((event) => event.entity.id === first.id);
  await loseConnection(people.supervisor);
  const ticket = await openTicket(people.clerk, 'Missed');
  const renamed = await change(people.clerk, ticket, { title: 'Missed too' });
  assert.equal(await comeBack(people.supervisor), true);
  assert.equal(people.supervisor.tell(people.supervisor.about(ticket.id)), 'ticket_created v1, ticket_updated v2');
  assert.equal(people.supervisor.about(first.id).length, 0);
  await change(people.supervisor, renamed, { status: 'cancelled' });
  await change(people.supervisor, first, { status: 'cancelled' });
});

test('a technician who has lost sight of a ticket meanwhile learns that and nothing more', async () => {
  const ticket = await openTicket(people.clerk, 'To be claimed');
  await people.agus.hears((event) => event.entity.id === ticket.id);
  assert.equal((await people.agus.ask('join_room', `ticket_${ticket.id}`)).ok, true);
  await loseConnection(people.agus);
  const me = (await people.budi.call('GET', '/auth/me')).body;
  const profile = (await people.budi.call('GET', '/technicians?size=200')).body.items.find((one) => one.userId === me.id);
  const claimed = (await people.budi.call('PUT', `/tickets/${ticket.id}/assignment`, { technicianId: profile.id, version: ticket.version }))
    .body;
  const renamed = await change(people.supervisor, claimed, { title: 'Not for Agus' });
  assert.equal(await comeBack(people.agus), true);
  assert.equal(people.agus.tell(people.agus.about(ticket.id)), 'ticket_updated v2 hidden');
  await change(people.supervisor, renamed, { status: 'cancelled' });
});

test('nobody comes back without a good token, nor as somebody else', async () => {
  const { socket } = people.clerk;
  await loseConnection(people.clerk);
  socket.auth = { token: 'invented' };
  await assert.rejects(comeBack(people.clerk));
  socket.auth = { token: people.budi.token };
  assert.equal(await comeBack(people.clerk), false);
});
