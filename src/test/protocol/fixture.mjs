// The protocol fixture in the foreground of a process of ours, on a free port; "portal conformance" says what it serves.
import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';

const PORTAL = fileURLToPath(new URL('../../../asadmin-scripts/portal', import.meta.url));
// Time for a start on a busy machine.
const START = 300_000;

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}

export class Fixture {
  // Heartbeats of the fixture's defaults would end the sessions of a client that shares two cores with others.
  static async start() {
    const fixture = new Fixture(await freePort());
    await fixture.run();
    return fixture;
  }

  constructor(port) {
    this.port = port;
    this.url = `http://127.0.0.1:${port}`;
  }

  async run() {
    this.process = spawn(
      PORTAL,
      ['conformance', '--port', this.port, '--ping-interval', '10000', '--ping-timeout', '10000', '--connect-timeout', '10000'],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    );
    this.ended = new Promise((resolve) => this.process.once('exit', resolve));
    await new Promise((resolve, reject) => {
      const limit = setTimeout(() => reject(new Error('The fixture did not get ready.')), START);
      let said = '';
      this.process.stdout.on('data', (chunk) => {
        said += chunk;
        if (said.includes('\nready ')) {
          clearTimeout(limit);
          resolve();
        }
      });
      this.ended.then((code) => reject(new Error(`The fixture ended with ${code}.`)));
    });
  }

  async stop() {
    this.process.kill('SIGTERM');
    await this.ended;
  }
}
