// The command line as a person meets it: its successes, and one clear sentence for each way it can fail.
import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { ROOT, assertNothingRuns, eventually, freePort, freshPortal, listen, portal, processesWith, work } from './commands.mjs';

describe('a portal', { concurrency: false }, () => {
  let one;
  const secret = 'a-signing-key-that-nobody-may-see-0123456789';
  const list = async () => JSON.parse((await portal(one, 'list', '--json')).out);

  before(async () => {
    one = await freshPortal({ PORTAL_SECRET: secret, PORTAL_ADMIN_PASSWORD: 'Not-Seen-In-Ps-1' });
  });
  after(() => portal(one, 'down'));

  it('has no instances before it is started', async () => {
    assert.deepEqual(await list(), []);
  });

  it('comes up and says where, and with which logins', async () => {
    const { code, out, err } = await portal(one, 'up', '--demo');
    assert.equal(code, 0, err);
    assert.match(out, new RegExp(`ready at http://127\\.0\\.0\\.1:${one.port}\\b`));
    const logins = JSON.parse(readFileSync(join(one.home, 'demo-logins.json'), 'utf8'));
    for (const { username, password } of logins) {
      assert.match(out, new RegExp(`${username}\\s+${password.replace(/[^\w]/g, '\\$&')}`));
    }
    const health = await fetch(`http://127.0.0.1:${one.port}/health/ready`);
    assert.equal(health.status, 200);
  });

  it('lists its instance with every field', async () => {
    const [instance, ...others] = await list();
    assert.deepEqual(others, []);
    assert.deepEqual(Object.keys(instance), [
      'name',
      'pid',
      'port',
      'group',
      'status',
      'uptimeSeconds',
      'restarts',
      'cpuPercent',
      'rssBytes',
      'pssBytes',
      'sockets',
    ]);
    assert.equal(instance.name, 'portal-1');
    assert.equal(instance.port, one.port);
    assert.equal(instance.status, 'running');
    assert.ok(instance.rssBytes > 50e6 && instance.pssBytes > 50e6);
    assert.match((await portal(one, 'list')).out, /portal-1 .* running/);
  });

  it('shows no secret in the list of processes', () => {
    assert.deepEqual(processesWith(secret), []);
    assert.deepEqual(processesWith('Not-Seen-In-Ps-1'), []);
  });

  it('listens on loopback only', () => {
    const hex = one.port.toString(16).toUpperCase().padStart(4, '0');
    const sockets = readFileSync('/proc/net/tcp', 'utf8') + readFileSync('/proc/net/tcp6', 'utf8');
    const listening = sockets.split('\n').filter((line) => line.includes(`:${hex} `) && / 0A /.test(line));
    assert.equal(listening.length, 1);
    assert.match(listening[0], /0100007F:/);
  });

  it('is left alone by a second up', async () => {
    const [{ pid }] = await list();
    const { code, out } = await portal(one, 'up');
    assert.equal(code, 0);
    assert.match(out, /already runs/);
    assert.equal((await list())[0].pid, pid);
  });

  it('shows its log with the name of the instance', async () => {
    const { out } = await portal(one, 'logs', 'portal-1');
    assert.match(out, /^portal-1 \| .*ready in/m);
    assert.doesNotMatch(readFileSync(join(one.home, 'instances/portal-1/log'), 'utf8'), new RegExp(secret));
  });

  it('goes down and leaves nothing running', async () => {
    const { code, out } = await portal(one, 'down');
    assert.equal(code, 0);
    assert.match(out, /portal-1 stopped\./);
    assertNothingRuns(one);
    assert.equal((await portal(one, 'down')).code, 0);
  });

  it('knows a process number that has come to belong to another program', async () => {
    const instance = join(one.home, 'instances/portal-1');
    writeFileSync(join(instance, 'port'), `${one.port}\n`);
    writeFileSync(join(instance, 'pid'), `${process.pid} 1\n`);
    assert.equal((await list())[0].status, 'died');
    assert.match((await portal(one, 'down')).out, /was not running/);
  });

  it('comes up again with its data, even when the class archive is damaged', async () => {
    const { code, out, err } = await portal({ env: { ...one.env, PORTAL_RUNTIME: runtimeWithDamagedArchive() } }, 'up');
    assert.equal(code, 0, err);
    assert.match(out, /demo login/);
    const [{ username, password }] = JSON.parse(readFileSync(join(one.home, 'demo-logins.json'), 'utf8'));
    const answer = await fetch(`http://127.0.0.1:${one.port}/api/auth/login`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ username, password }),
    });
    assert.equal(answer.status, 200);
    await portal(one, 'down');
    assertNothingRuns(one);
  });
});

/** A copy of the unpacked Payara whose archive is a piece of nonsense of the right name. */
function runtimeWithDamagedArchive() {
  const runtime = mkdtempSync(join(work, 'runtime-'));
  const source = process.env.PORTAL_RUNTIME ?? join(ROOT, 'target/payara');
  if (existsSync(source)) {
    cpSync(source, runtime, { recursive: true, filter: (path) => !/\.(jsa|lock|new)$/.test(path) });
    for (const version of readdirSync(runtime)) {
      writeFileSync(join(runtime, version, `classes-${javaTag()}.jsa`), 'nonsense');
    }
  }
  return runtime;
}

function javaTag() {
  const script = `fail() { exit 1; }; . '${ROOT}/asadmin-scripts/lib/java.sh'; find_java; echo "$JAVA_TAG"`;
  return execFileSync('bash', ['-c', script], { encoding: 'utf8' }).trim();
}

describe('one clear sentence, and nothing left running', () => {
  async function refuses(settings, words, sentence) {
    const { code, err } = await portal(settings, ...words);
    assert.notEqual(code, 0);
    assert.match(err, sentence);
    if (settings.home) assertNothingRuns(settings);
  }

  it('when the verb is unknown', () => refuses({ env: {} }, ['fly'], /There is no verb 'fly'/));

  it('when an option is unknown', async () => refuses(await freshPortal(), ['up', '--fast'], /'--fast' is not an option of 'up'/));

  it('when the port is taken', async () => {
    const fresh = await freshPortal();
    const server = await listen(fresh.port);
    await refuses(fresh, ['up'], new RegExp(`Port ${fresh.port} is taken`));
    server.close();
  });

  it('when Java is missing', async () => refuses(await freshPortal({ JAVA_HOME: join(work, 'none') }), ['up'], /no bin\/java/));

  it('when Java is too old', async () => {
    const fresh = await freshPortal({ JAVA_HOME: join(work, 'java-11') });
    mkdirSync(join(work, 'java-11/bin'), { recursive: true });
    writeFileSync(join(work, 'java-11/bin/java'), '#!/bin/sh\necho "    java.specification.version = 11"\n');
    chmodSync(join(work, 'java-11/bin/java'), 0o755);
    await refuses(fresh, ['up'], /Java 11 .* is too old: the portal needs JDK 17/);
  });

  it('when the build fails', async () => {
    const root = mkdtempSync(join(work, 'checkout-'));
    cpSync(join(ROOT, 'asadmin-scripts'), join(root, 'asadmin-scripts'), { recursive: true });
    writeFileSync(join(root, 'pom.xml'), '<project>');
    const fresh = await freshPortal();
    await refuses({ ...fresh, root }, ['up'], /The build failed/);
  });

  it('when the instance dies while it starts', async () => {
    await refuses(await freshPortal({ PORTAL_JAVA_OPTS: '-XX:NoSuchOption' }), ['up'], /portal-1 died while starting/);
  });

  it('when the database cannot be reached', async () => {
    const fresh = await freshPortal({ PORTAL_DB_URL: `jdbc:postgresql://127.0.0.1:${await freePort()}/none?connectTimeout=2` });
    await refuses(fresh, ['up'], /The database at jdbc:postgresql:.* cannot be asked: .*refused/);
  });

  it('when there is no log yet', async () => refuses(await freshPortal(), ['logs'], /There is no log yet/));
});

describe('the protocol fixture behind a proxy', () => {
  it('leaves nothing behind when it is told to end', async () => {
    const home = mkdtempSync(join(work, 'fixture-'));
    const port = await freePort();
    const fixture = spawn(join(ROOT, 'asadmin-scripts', 'portal'), ['conformance', '--proxy', 'on', '--port', String(port)], {
      env: { ...process.env, TMPDIR: home },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let out = '';
    fixture.stdout.on('data', (part) => {
      out += part;
    });
    await eventually('it was ready', () => out.includes('ready '));
    assert.ok(processesWith(home).length > 1);
    const ended = once(fixture, 'exit');
    fixture.kill('SIGTERM');
    assert.deepEqual(await ended, [0, null]);
    await eventually('its processes were gone', () => processesWith(home).length === 0, 10);
    assert.deepEqual(readdirSync(home), []);
  });
});
