// Who hears of users that come and go, from the portal at PORTAL_URL; no other test signs in as the user who does so here.
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { signIn } from './person.mjs';

const EVENTS = ['user_connected', 'user_disconnected'];
const connected = [];

async function connect(username) {
  const person = await (await signIn(username)).connect();
  person.news = [];
  EVENTS.forEach((name) => person.socket.on(name, ({ data }) => person.news.push([name, data.userId])));
  connected.push(person);
  return person;
}

async function until(what, condition) {
  for (const limit = Date.now() + 40_000; !condition();) {
    assert.ok(Date.now() < limit, `not ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

after(() => connected.forEach((person) => person.socket.disconnect()));

test('a user who comes twice and goes is announced once each way to those who may read users, and to nobody else', async () => {
  const supervisor = await connect('demo-supervisor');
  const colleague = await connect('demo-tech1');
  const first = await connect('demo-tech3');
  const { id } = (await first.call('GET', '/auth/me')).body;
  const newsOf = (person) => person.news.filter(([, userId]) => userId === id).map(([name]) => name);
  await until('announced', () => newsOf(supervisor).length > 0);
  assert.ok((await supervisor.ask('presence')).users.includes(id));
  const second = await connect('demo-tech3');
  first.socket.disconnect();
  second.socket.disconnect();
  await until('gone', () => newsOf(supervisor).length > 1);
  assert.deepEqual(newsOf(supervisor), EVENTS);
  assert.ok(!(await supervisor.ask('presence')).users.includes(id));
  assert.deepEqual(colleague.news, []);
  assert.equal((await colleague.ask('presence')).ok, false);
  assert.equal((await colleague.ask('join_room', 'presence_users')).ok, false);
});
