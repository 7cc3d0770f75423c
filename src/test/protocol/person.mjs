// A person at the portal at PORTAL_URL: signs in with a demo login of the file PORTAL_LOGINS, calls REST, and listens with the official client.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { io } from 'socket.io-client';

const url = process.env.PORTAL_URL;
const logins = JSON.parse(readFileSync(process.env.PORTAL_LOGINS, 'utf8'));
const TICKET_EVENTS = ['ticket_created', 'ticket_updated', 'ticket_assigned'];

export class Person {
  constructor(username, token) {
    this.username = username;
    this.token = token;
    this.heard = [];
    this.waiting = [];
  }

  async call(method, path, body) {
    const response = await fetch(`${url}/api${path}`, {
      method,
      body: body && JSON.stringify(body),
      headers: { 'content-type': 'application/json', 'authorization': `Bearer ${this.token}` },
    });
    const text = await response.text();
    return { status: response.status, body: text ? JSON.parse(text) : undefined };
  }

  async connect(options = {}) {
    this.socket = io(url, { auth: { token: this.token }, forceNew: true, reconnection: false, ...options });
    for (const name of TICKET_EVENTS) {
      this.socket.on(name, (envelope) => this.#hear(name, envelope));
    }
    await new Promise((resolve, reject) => {
      this.socket.once('connect', resolve);
      this.socket.once('connect_error', reject);
    });
    return this;
  }

  #hear(name, envelope) {
    this.heard.push({ name, ...envelope });
    this.waiting = this.waiting.filter((look) => !look());
  }

  // Resolves with the first event heard that satisfies the predicate.
  hears(predicate) {
    return new Promise((resolve, reject) => {
      const limit = setTimeout(() => reject(new Error(`${this.username} did not hear it; heard ${this.tell(this.heard)}`)), 20_000);
      const look = () => {
        const event = this.heard.find(predicate);
        if (event) {
          clearTimeout(limit);
          resolve(event);
        }
        return event;
      };
      if (!look()) this.waiting.push(look);
    });
  }

  about(id) {
    return this.heard.filter((event) => event.entity.id === id);
  }

  tell(events) {
    return events.map((event) => `${event.name} v${event.entity.version}${event.data.hidden ? ' hidden' : ''}`).join(', ');
  }

  ask(event, argument) {
    return this.socket.timeout(20_000).emitWithAck(event, argument);
  }
}

export async function signIn(username) {
  const login = logins.find((one) => one.username === username);
  const response = await fetch(`${url}/api/auth/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(login),
  });
  assert.equal(response.status, 200, `${username} signs in`);
  return new Person(username, (await response.json()).accessToken);
}

// Opens a ticket in the name of the person, for the first customer there is.
export async function openTicket(person, title) {
  const customer = (await person.call('GET', '/customers?size=1')).body.items[0];
  const { status, body } = await person.call('POST', '/tickets', { customerId: customer.id, type: 'repair', title, description: 'Dark.' });
  assert.equal(status, 201);
  return body;
}
