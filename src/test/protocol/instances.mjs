// Instances of the protocol fixture that form a cluster, each in a process of ours, and a switch in the network before them.
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, openSync, readFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
// Time for a start on a busy machine.
const START = 300_000;

function listen(server, port = 0) {
  return new Promise((resolve) => server.listen(port, '127.0.0.1', () => resolve(server.address().port)));
}

async function freePort() {
  const server = createServer();
  const port = await listen(server);
  await new Promise((resolve) => server.close(resolve));
  return port;
}

class Instance {
  constructor(home, name, port, settings) {
    this.home = home;
    this.port = port;
    this.url = `http://127.0.0.1:${port}`;
    this.log = `${home}/${name}.log`;
    const clean = Object.entries(process.env).filter(([key]) => !key.startsWith('PORTAL_'));
    const out = openSync(this.log, 'w');
    this.process = spawn(`${ROOT}/asadmin-scripts/portal`, ['run', name, String(port)], {
      stdio: ['ignore', out, out],
      env: {
        ...Object.fromEntries(clean),
        PORTAL_HOME: home,
        PORTAL_RUNTIME: `${ROOT}/target/payara`,
        PORTAL_WAR: `${ROOT}/target/conformance.war`,
        PORTAL_JAVA_OPTS: Object.entries(settings)
          .map(([key, value]) => `-Dconformance.${key}=${value}`)
          .join(' '),
      },
    });
    this.ended = new Promise((resolve) => this.process.once('exit', resolve));
  }

  async ready() {
    for (const end = Date.now() + START; Date.now() < end; await sleep(100)) {
      if (this.process.exitCode !== null) break;
      const answer = await fetch(`${this.url}/socket.io/?EIO=4&transport=polling`).catch(() => undefined);
      if (answer?.status === 200) return this;
    }
    throw new Error(`An instance did not get ready:\n${readFileSync(this.log, 'utf8').slice(-4000)}`);
  }

  async kill() {
    this.process.kill('SIGKILL');
    await this.ended;
  }

  async stop() {
    this.process.kill('SIGTERM');
    await this.ended;
  }
}

// Starts so many instances one after another; settings are those of "portal conformance" without dashes, and more of the fixture's.
export async function startInstances(count, settings) {
  mkdirSync(`${ROOT}/target/portals`, { recursive: true });
  const home = mkdtempSync(`${ROOT}/target/portals/protocol`);
  const instances = [];
  for (let number = 1; number <= count; number += 1) {
    instances.push(await new Instance(home, `fixture-${number}`, await freePort(), settings).ready());
  }
  return instances;
}

// Starts one more beside another.
export async function startAnother({ home }, settings) {
  return new Instance(home, `fixture-${Date.now()}`, await freePort(), settings).ready();
}

// Leads connections to one instance or another, and cuts them.
export class Switch {
  static async to(instance) {
    const created = new Switch(instance);
    created.url = `http://127.0.0.1:${await listen(created.server)}`;
    return created;
  }

  constructor(instance) {
    this.target = instance;
    this.connections = new Set();
    this.server = createServer((near) => {
      const far = connect(this.target.port, '127.0.0.1');
      for (const [one, other] of [
        [near, far],
        [far, near],
      ]) {
        one.pipe(other);
        one.on('error', () => {});
        one.once('close', () => other.destroy());
      }
      this.connections.add(near);
      near.once('close', () => this.connections.delete(near));
    });
  }

  // With near only the client learns of it, as in a network that swallows everything.
  cut({ near = false } = {}) {
    for (const connection of this.connections) {
      if (near) connection.unpipe().removeAllListeners('close');
      connection.destroy();
    }
    this.connections.clear();
  }

  close() {
    this.cut();
    this.server.close();
  }
}
