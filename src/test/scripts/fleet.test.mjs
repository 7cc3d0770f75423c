// Several instances as one portal: their proxy, their database, and what keeps them running.
import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { appendFileSync, cpSync, existsSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { get } from 'node:http';
import { request } from 'node:https';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { io } from 'socket.io-client';
import { ROOT, assertNothingRuns, eventually, freshPortal, portal, processesWith, work } from './commands.mjs';

const POLL = '/socket.io/?EIO=4&transport=polling';
const list = async (settings) => JSON.parse((await portal(settings, 'list', '--json')).out);
const pidIn = (file) => Number(readFileSync(file, 'utf8').split(' ')[0]);

async function succeeds(settings, ...words) {
  const { code, out, err } = await portal(settings, ...words);
  assert.equal(code, 0, err);
  return out;
}

async function handshake(url) {
  const text = await (await fetch(url + POLL)).text();
  return JSON.parse(text.slice(1));
}

/**
 * The status of an answer, or why there is none in time. On a connection of its own: one that nginx closes between two requests would not tell
 * whether the second was lost.
 */
function answers(url, millis) {
  return fetch(url, { headers: { connection: 'close' }, signal: AbortSignal.timeout(millis) }).then(
    (answer) => answer.status,
    (error) => error.cause?.code ?? error.message,
  );
}

/** Asks again and again while the work is done; no answer may be anything but 200. */
async function whileAsked(url, action) {
  let done = false;
  const failures = [];
  const asking = (async () => {
    for (; !done; await sleep(20)) {
      const status = await answers(url, 100_000);
      if (status !== 200) failures.push(status);
    }
  })();
  await action().finally(() => {
    done = true;
  });
  await asking;
  assert.deepEqual(failures, []);
}

describe('several instances', { concurrency: false }, () => {
  let many, url, token;
  const names = async () => (await list(many)).map(({ name }) => name);
  const customers = () => fetch(`${url}/api/customers`, { headers: { authorization: `Bearer ${token}` } });

  before(async () => {
    many = await freshPortal({ PORTAL_SILENT_SECONDS: '3', PORTAL_HUNG_SECONDS: '20' });
    url = `http://127.0.0.1:${many.port}`;
  });
  after(() => portal(many, 'down'));

  it('come from one, with its data', async () => {
    await succeeds(many, 'up', '--demo');
    const [{ username, password }] = JSON.parse(readFileSync(join(many.home, 'demo-logins.json'), 'utf8'));
    const login = await fetch(`${url}/api/auth/login`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ username, password }),
    });
    token = (await login.json()).accessToken;
    const before = await (await customers()).json();
    assert.ok(before.total > 0);

    await succeeds(many, 'scale', '3');
    assert.deepEqual(await names(), ['portal-1', 'portal-2', 'portal-3']);
    assert.deepEqual(await (await customers()).json(), before);
  });

  it('have ports of their own, behind the port of the portal', async () => {
    const ports = (await list(many)).map(({ port }) => port);
    assert.equal(new Set([...ports, many.port]).size, 4);
    assert.match((await portal(many, 'list')).out, new RegExp(`proxy on port ${many.port}, pid`));
  });

  it('form one cluster', () => {
    const members = [1, 2, 3].map(
      (number) => /members=(\d)/.exec(readFileSync(join(many.home, `instances/portal-${number}/log`), 'utf8'))[1],
    );
    assert.ok(members.includes('3'), members);
  });

  it('get the requests of their own sockets', async () => {
    const owners = new Set();
    for (let number = 0; number < 9; number++) {
      const { sid } = await handshake(url);
      owners.add(sid.slice(0, 4));
      for (let each = 0; each < 4; each++) {
        const post = await fetch(`${url}${POLL}&sid=${sid}`, { method: 'POST', body: '40{}' });
        assert.equal(post.status, 200);
      }
    }
    assert.equal(owners.size, 3);
  });

  it('refuse a socket that no instance knows, whoever gets it', async () => {
    for (const sid of ['AAAAxxxxxxxxxxxxxxxxxxxxxxxxxxxx', 'short', '']) {
      const answer = await fetch(`${url}${POLL}&sid=${sid}`);
      assert.equal(answer.status, 400, sid);
    }
  });

  it('know through the proxy which page asks', async () => {
    const from = async (origin) => (await fetch(url + POLL, { headers: { origin } })).status;
    assert.equal(await from(url), 200);
    assert.notEqual(await from('http://elsewhere.example'), 200);
  });

  it('say each header of theirs once', async () => {
    const answer = await new Promise((resolve, reject) => get(url, resolve).on('error', reject));
    answer.resume();
    const names = answer.rawHeaders.filter((_, index) => index % 2 === 0).map((name) => name.toLowerCase());
    for (const header of ['content-security-policy', 'x-content-type-options', 'x-frame-options', 'referrer-policy', 'cache-control']) {
      assert.equal(names.filter((name) => name === header).length, 1, header);
    }
  });

  it('let WebSockets through', async () => {
    const headers = {
      'connection': 'Upgrade',
      'upgrade': 'websocket',
      'sec-websocket-version': '13',
      'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==',
    };
    const first = await new Promise((resolve, reject) => {
      get(`${url}/socket.io/?EIO=4&transport=websocket`, { headers })
        .on('error', reject)
        .on('response', ({ statusCode }) => reject(new Error(`No upgrade, but ${statusCode}`)))
        .on('upgrade', (answer, socket) => {
          socket.once('data', (data) => {
            resolve(data.toString('latin1'));
            socket.destroy();
          });
        });
    });
    assert.match(first, /0\{"sid"/);
  });

  it('share a database whose password nobody else can read', () => {
    const file = join(many.home, 'database/password');
    assert.equal(statSync(file).mode & 0o777, 0o600);
    const password = readFileSync(file, 'utf8').trim();
    assert.ok(password.length >= 32);
    assert.deepEqual(processesWith(password), []);
    assert.deepEqual(
      readdirSync(join(many.home, 'database')).filter((name) => name.endsWith('.sql')),
      [],
    );
  });

  it('are left alone by a scale that changes nothing', async () => {
    const before = (await list(many)).map(({ pid }) => pid);
    for (const words of [['scale', '3'], ['up', '3'], ['up']]) {
      assert.match(await succeeds(many, ...words), /already runs; nothing was changed/);
    }
    assert.deepEqual(
      (await list(many)).map(({ pid }) => pid),
      before,
    );
  });

  it('are started again when they die, and counted, and no request fails', async () => {
    const [, victim] = await list(many);
    await whileAsked(`${url}/api/health`, async () => {
      process.kill(victim.pid, 'SIGKILL');
      await eventually('the instance is back in the proxy', async () => {
        const { status, restarts } = (await list(many))[1];
        return status === 'running' && restarts === 1 && readFileSync(join(many.home, 'proxy/nginx.conf'), 'utf8').match(/ portal-2;/);
      });
    });
    assert.notEqual((await list(many))[1].pid, victim.pid);
    // First the others take its browsers in.
    assert.match(readFileSync(join(many.home, 'watchdog/log'), 'utf8'), /portal-2 died; it starts again in 5 s/);
  });

  it('are avoided when they answer no more though they live, then killed and started again, and no request fails', async () => {
    const victim = (await list(many))[2];
    const isAlive = () => processesWith(`${many.home}/instances/portal-3/`).some((pid) => Number(pid) === victim.pid);
    // Every third request would wait for it. nginx takes over a new configuration some time after it is written.
    const isAvoided = async () => {
      const asked = Array.from({ length: 9 }, () => answers(`${url}/api/health`, 1000));
      return (await Promise.all(asked)).every((status) => status === 200);
    };
    await whileAsked(`${url}/api/health`, async () => {
      process.kill(victim.pid, 'SIGSTOP');
      try {
        await eventually('it is avoided', isAvoided, 20);
        assert.ok(isAlive(), 'It is avoided before it is killed.');
        await eventually('it is killed', () => !isAlive(), 40);
      } finally {
        try {
          process.kill(victim.pid, 'SIGCONT');
        } catch {
          /* it is gone */
        }
      }
      await eventually('it is back', () => / portal-3;/.test(readFileSync(join(many.home, 'proxy/nginx.conf'), 'utf8')));
    });
    assert.equal((await list(many))[2].restarts, 1);
  });

  it('are not killed for a moment of silence', async () => {
    const { pid, port } = (await list(many))[2];
    const isAvoided = () => !readFileSync(join(many.home, 'proxy/nginx.conf'), 'utf8').includes(`:${port} `);
    process.kill(pid, 'SIGSTOP');
    await eventually('it is avoided', isAvoided, 20).finally(() => process.kill(pid, 'SIGCONT'));
    await eventually('it is asked again', () => !isAvoided(), 20);
    assert.equal((await list(many))[2].pid, pid);
  });

  it('get their proxy and their database server back', async () => {
    for (const part of ['proxy', 'database']) {
      const file = join(many.home, part, 'pid');
      const old = pidIn(file);
      process.kill(old, 'SIGKILL');
      await eventually(`the ${part} is back`, async () => pidIn(file) !== old && (await customers().catch(() => ({}))).status === 200, 30);
    }
  });

  it('stop and start by name, and no request fails', async () => {
    await whileAsked(`${url}/api/health`, async () => {
      assert.match(await succeeds(many, 'stop', 'portal-3'), /portal-3 stopped/);
      assert.equal((await list(many))[2].status, 'stopped');
      assert.match(await succeeds(many, 'stop', 'portal-3'), /was not running/);
      await succeeds(many, 'start', 'portal-3');
      assert.match(await succeeds(many, 'start', 'portal-3'), /already runs/);
    });
    assert.equal((await list(many))[2].status, 'running');
  });

  it('restart one after the other, and no request fails', async () => {
    const before = (await list(many)).map(({ pid }) => pid);
    await whileAsked(`${url}/api/health`, () => succeeds(many, 'restart', 'all'));
    const now = await list(many);
    assert.ok(now.every(({ pid, status }) => status === 'running' && !before.includes(pid)));
  });

  it('take another WAR one after the other, and no request fails', async () => {
    const before = (await list(many)).map(({ pid }) => pid);
    const war = join(work, 'other.war');
    cpSync(join(many.home, 'portal.war'), war);
    commentOn(war);
    await succeeds(many, 'scale', '2');
    await whileAsked(`${url}/api/health`, () => succeeds(many, 'deploy', war));
    assert.ok((await list(many)).every(({ pid }) => !before.includes(pid)));
    assert.match(await succeeds(many, 'deploy', war), /already runs/);
    const { code, err } = await portal(many, 'deploy', join(ROOT, 'README.md'));
    assert.notEqual(code, 0);
    assert.match(err, /README.md is not a WAR of the portal/);
  });

  it('keep the WAR they have when a new one does not start', async () => {
    const war = join(work, 'broken.war');
    cpSync(join(many.home, 'portal.war'), war);
    loseLibrary(war, 'flyway-core');
    await whileAsked(`${url}/api/health`, async () => {
      const { code, err } = await portal(many, 'deploy', war);
      assert.notEqual(code, 0);
      assert.match(err, /The new WAR does not start; every instance runs the one of before\./);
    });
    assert.ok((await list(many)).every(({ status }) => status === 'running'));
  });

  it('are watched every second', async () => {
    const monit = spawn(join(ROOT, 'asadmin-scripts/portal'), ['monit'], { env: { ...process.env, ...many.env } });
    let seen = '';
    monit.stdout.on('data', (data) => {
      seen += data;
    });
    await eventually('two pictures were shown', () => seen.split(/^total /m).length > 2, 20);
    monit.kill();
    assert.match(seen, /portal-1 .* running [^]*portal-2 .* running [^]*total .*%/);
  });

  it('leave one after another, and the last one serves on behind the proxy', async () => {
    await whileAsked(`${url}/api/health`, () => succeeds(many, 'scale', '1'));
    assert.deepEqual(await names(), ['portal-1']);
  });

  it('come back as they were saved', async () => {
    await succeeds(many, 'save');
    await succeeds(many, 'down');
    assertNothingRuns(many);
    const { PORTAL_HOME } = many.env;
    await succeeds({ env: { PORTAL_HOME } }, 'resurrect');
    assert.deepEqual(await names(), ['portal-1']);
    assert.equal((await customers()).status, 200);
  });

  describe('beside another portal, in two groups and with TLS,', { concurrency: false }, () => {
    const PASSWORD = 'a long and quiet evening';
    let dual, neighbours, ca, origin, login;

    before(async () => {
      neighbours = await list(many);
      const cert = join(work, 'cert.pem');
      const key = join(work, 'key.pem');
      execFileSync(
        'openssl',
        [
          'req',
          '-x509',
          '-newkey',
          'ec',
          '-pkeyopt',
          'ec_paramgen_curve:prime256v1',
          '-nodes',
          '-days',
          '2',
          '-subj',
          '/CN=127.0.0.1',
          '-addext',
          'subjectAltName=IP:127.0.0.1',
          '-keyout',
          key,
          '-out',
          cert,
        ],
        { stdio: 'ignore' },
      );
      ca = readFileSync(cert);
      dual = await freshPortal({ PORTAL_TLS_CERT: cert, PORTAL_TLS_KEY: key, PORTAL_ADMIN_PASSWORD: PASSWORD });
      origin = `https://127.0.0.1:${dual.port}`;
    });
    after(() => portal(dual, 'down'));

    function ask(path, headers = {}, said) {
      return new Promise((resolve, reject) => {
        request({ host: '127.0.0.1', port: dual.port, path, ca, headers, method: said ? 'POST' : 'GET' }, (answer) => {
          let body = '';
          answer
            .on('data', (data) => {
              body += data;
            })
            .on('end', () => resolve({ status: answer.statusCode, headers: answer.headers, body }));
        })
          .on('error', reject)
          .end(said);
      });
    }

    it('send pages and REST to one group, sockets to the other', async () => {
      assert.match(await succeeds(dual, 'up', '--api', '1', '--realtime', '1'), /ready at https:\/\//);
      assert.deepEqual(
        (await list(dual)).map(({ name, group }) => [name, group]),
        [
          ['api-1', 'api'],
          ['realtime-1', 'realtime'],
        ],
      );
      const { body } = await ask(POLL);
      assert.equal(JSON.parse((await ask('/api/health')).body).sockets, 0);
      assert.deepEqual(
        (await list(dual)).map(({ sockets }) => sockets),
        [0, 1],
        body,
      );
    });

    it('let browsers keep what proves who they are for https only', async () => {
      login = await ask(
        '/api/auth/login',
        { 'content-type': 'application/json' },
        JSON.stringify({ username: 'admin', password: PASSWORD }),
      );
      assert.equal(login.status, 200, login.body);
      assert.match(login.headers['set-cookie'].join(), /^portal_refresh=.*; *Secure/i);
    });

    for (const transports of [['polling'], ['websocket'], ['polling', 'websocket']]) {
      it(`serve the pages of their own origin over ${transports.join(' and then ')}`, async () => {
        const { accessToken: token } = JSON.parse(login.body);
        const socket = io(origin, { transports, ca, extraHeaders: { origin }, auth: { token }, forceNew: true, reconnection: false });
        try {
          await new Promise((resolve, reject) => {
            socket.once('connect', resolve).once('connect_error', reject);
          });
          const { engine } = socket.io;
          if (engine.transport.name !== transports.at(-1))
            await new Promise((resolve) => {
              engine.once('upgrade', resolve);
            });
          assert.deepEqual(await socket.timeout(20_000).emitWithAck('authenticate', { token }), { ok: true });
          assert.equal((await socket.timeout(20_000).emitWithAck('authenticate', { token: 'made up' })).ok, false);
        } finally {
          socket.disconnect();
        }
      });
    }

    it('refuse the pages of others, be it those of http at the same address', async () => {
      assert.equal((await ask(POLL, { origin })).status, 200);
      for (const other of [origin.replace('https', 'http'), 'https://evil.example', `https://localhost:${dual.port}`]) {
        const { status, body } = await ask(POLL, { origin: other });
        assert.deepEqual([status, JSON.parse(body).code], [403, 4], other);
      }
    });

    it('believe their proxy, and no browser, about https', async () => {
      const { status } = await ask(POLL, { 'origin': origin.replace('https', 'http'), 'x-forwarded-proto': 'http' });
      assert.equal(status, 403);
    });

    it('are not turned into another kind while they run', async () => {
      const { code, err } = await portal(dual, 'scale', '3');
      assert.notEqual(code, 0);
      assert.match(err, /runs in other groups than 'portal'/);
    });

    it('go down, and the other portal has not noticed', async () => {
      await succeeds(dual, 'down');
      assertNothingRuns(dual);
      assert.ok(!existsSync(join(dual.home, 'settings')));
      assert.deepEqual(
        (await list(many)).map(({ pid, status }) => [pid, status]),
        neighbours.map(({ pid }) => [pid, 'running']),
      );
    });
  });

  it('go down and leave nothing running', async () => {
    await succeeds(many, 'down');
    assertNothingRuns(many);
  });
});

/** Changes the bytes of a WAR, and nothing else: a comment at the end of the archive. */
function commentOn(war) {
  const bytes = readFileSync(war);
  bytes.writeUInt16LE(1, bytes.length - 2);
  writeFileSync(war, bytes);
  appendFileSync(war, '!');
}

/** Renames a library of a WAR, such that nobody finds it; names stand twice in an archive, and in no checksum. */
function loseLibrary(war, name) {
  const bytes = readFileSync(war, 'latin1');
  writeFileSync(war, bytes.replaceAll(`WEB-INF/lib/${name}`, `WEB-INF/bil/${name}`), 'latin1');
}

describe('one clear sentence, and nothing left running', () => {
  async function refuses(settings, words, sentence) {
    const { code, err } = await portal(settings, ...words);
    assert.notEqual(code, 0);
    assert.match(err, sentence);
    assertNothingRuns(settings);
  }

  for (const [words, sentence] of [
    [['scale', '2'], /The portal is not running/],
    [['scale'], /Usage: portal scale/],
    [['up', '0'], /from 1 to 99, not '0'/],
    [['up', '--api', '2'], /Either one number, or --api and --realtime/],
    [['stop', 'portal-9'], /There is no instance 'portal-9'/],
    [['restart', 'all'], /The portal is not running/],
    [['deploy', 'none.war'], /The portal is not running/],
    [['resurrect'], /Nothing was saved/],
  ]) {
    it(`upon portal ${words.join(' ')}`, async () => refuses(await freshPortal(), words, sentence));
  }

  it('when there is no certificate', async () => {
    const fresh = await freshPortal({ PORTAL_TLS_CERT: '/none/cert.pem', PORTAL_TLS_KEY: '/none/key.pem' });
    await refuses(fresh, ['up'], /PORTAL_TLS_CERT and PORTAL_TLS_KEY must both name a file/);
  });
});
