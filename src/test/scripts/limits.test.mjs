// What the database and the machine allow, and what the portal makes of it: connections, and open files.
import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { ROOT, bash, eventually, freePort, freshPortal, portal } from './commands.mjs';

/** As scale does it: instances start in turn, and those that have too many start again. Prints what each has, after each step. */
const SCALE = `
start() { pool_size >"$INSTANCES/$1/pool"; remember_process "$INSTANCES/$1/pid" $$; }
start_again() { rm "$INSTANCES/$1/pid"; start "$1"; }
scale() {
  limit_connections "$1"
  rm -rf "$INSTANCES"; cp -r "$INSTANCES.kept" "$INSTANCES" 2>/dev/null || mkdir "$INSTANCES"
  for ((n = 1; n <= 40; n++)); do
    if ((n > $1)); then rm -rf "$INSTANCES/portal-$n"; else mkdir -p "$INSTANCES/portal-$n"; echo $((9000 + n)) | tee "$INSTANCES/portal-$n/port" >"$INSTANCES/portal-$n/cluster-port"; fi
  done
  narrow_pools >/dev/null
  for ((n = 1; n <= $1; n++)); do is_alive "portal-$n" || start "portal-$n"; done
  rm -rf "$INSTANCES.kept"; cp -r "$INSTANCES" "$INSTANCES.kept"
  echo $(for ((n = 1; n <= $1; n++)); do cat "$INSTANCES/portal-$n/pool"; done)
}
`;

describe('connections to the database', () => {
  it('are shared out such that all together never want more than there are', async () => {
    const { env } = await freshPortal({ PORTAL_DB_URL: 'jdbc:postgresql://db/portal', PORTAL_DB_CONNECTIONS: '97' });
    const steps = bash(env, `${SCALE} for count in 1 2 4 10 3 15; do scale $count; done`)
      .split('\n')
      .map((line) => line.split(' ').map(Number));
    assert.deepEqual(
      steps.map(({ length }) => length),
      [1, 2, 4, 10, 3, 15],
    );
    for (const pools of steps) {
      const wanted = pools.reduce((sum, pool) => sum + pool + 2, 0);
      assert.ok(wanted <= 97 - 5 && Math.min(...pools) >= 4 && Math.max(...pools) <= 20, pools.join());
    }
    assert.deepEqual(steps[1], [20, 20]);
  });

  it('leave room for instances on other machines', async () => {
    const { env } = await freshPortal({ PORTAL_DB_CONNECTIONS: '53', PORTAL_MEMBERS: '127.0.0.1:7000,127.0.0.1:7001' });
    assert.equal(bash(env, `${SCALE} WANTED=("portal 2"); limit_connections "$(wanted_instances)"; scale 2`), '10 10');
  });

  it('have to be enough', async () => {
    const fresh = await freshPortal({ PORTAL_DB_CONNECTIONS: '22' });
    const { code, err } = await portal(fresh, 'up', '3');
    assert.notEqual(code, 0);
    assert.match(err, /allows 22 connections, and 3 instances need 23: raise its limit/);
    assert.ok(!existsSync(join(fresh.home, 'settings')));
  });

  it('are refused as nonsense where they are', async () => {
    for (const [name, value] of [
      ['PORTAL_DB_CONNECTIONS', 'many'],
      ['PORTAL_DB_POOL', '3'],
    ]) {
      const { code, err } = await portal(await freshPortal({ [name]: value }), 'up');
      assert.notEqual(code, 0);
      assert.match(err, new RegExp(`${name} must be a number.*not '${value}'`));
    }
  });
});

describe('open files', () => {
  const hard = execFileSync('bash', ['-c', 'ulimit -Hn'], { encoding: 'utf8' }).trim();
  const enough = hard === 'unlimited' || Number(hard) >= 20_000;

  it('of the proxy are enough for 10,000 sockets', { skip: !enough }, async () => {
    const { env } = await freshPortal();
    const [configuration, sockets] = bash(env, 'proxy_frame /tmp; echo =; proxied_sockets').split('=');
    const number = (name) => Number(new RegExp(`${name} (\\d+);`).exec(configuration)[1]);
    assert.ok(number('worker_connections') >= 20_000);
    assert.ok(number('worker_rlimit_nofile') * number('worker_processes') >= 20_000 * 1.05);
    assert.ok(Number(sockets) >= 10_000, sockets);
  });

  for (const [wanted, who] of [
    ['portal 1', 'the instances'],
    ['portal 3', 'the proxy, which needs two files for each,'],
  ]) {
    it(`are said to be too few for ${wanted}, with what they are enough for`, async () => {
      const { env } = await freshPortal();
      const said = bash(env, `ulimit -n 2000; WANTED=("${wanted}"); check_files`);
      assert.match(
        said,
        new RegExp(`With at most 2000 open files per process \\(ulimit -Hn\\) ${who} can hold about \\d+ sockets, not 10000`),
      );
    });
  }

  it('are not mentioned when there are enough', { skip: !enough }, async () => {
    assert.equal(bash((await freshPortal()).env, 'WANTED=("portal 2"); check_files; WANTED=("api 1" "realtime 1"); check_files'), '');
  });
});

const [binaries] = existsSync('/usr/lib/postgresql') ? readdirSync('/usr/lib/postgresql').sort().reverse() : [];

describe('PostgreSQL', { skip: binaries === undefined }, () => {
  const bin = (name) => `/usr/lib/postgresql/${binaries}/bin/${name}`;
  const own = process.getuid() === 0 ? ['runuser', '-u', 'postgres', '--'] : ['env'];
  const PASSWORD = "quote'd and \\ slashed";
  let directory, port, env;
  const sql = (text) =>
    execFileSync(own[0], [...own.slice(1), bin('psql'), '-h', directory, '-p', String(port), '-U', 'postgres', '-qc', text, 'postgres']);

  before(async () => {
    directory = execFileSync(own[0], [...own.slice(1), 'mktemp', '-d'], { encoding: 'utf8' }).trim();
    port = await freePort();
    execFileSync(
      own[0],
      [...own.slice(1), bin('initdb'), '-D', join(directory, 'data'), '-U', 'postgres', '--no-sync', '--auth-host=scram-sha-256'],
      { cwd: '/', stdio: 'ignore' },
    );
    spawn(
      own[0],
      [
        ...own.slice(1),
        bin('postgres'),
        '-D',
        join(directory, 'data'),
        '-h',
        '127.0.0.1',
        '-p',
        String(port),
        '-k',
        directory,
        '-c',
        'max_connections=60',
        '-c',
        'superuser_reserved_connections=4',
      ],
      { cwd: '/', stdio: 'ignore' },
    );
    await eventually(
      'it answers',
      () => {
        try {
          sql('select 1');
          return true;
        } catch {
          return false;
        }
      },
      30,
    );
    sql(`create role portal login password '${PASSWORD.replace("'", "''")}'`);
    ({ env } = await freshPortal({
      PORTAL_DB_URL: `jdbc:postgresql://127.0.0.1:${port}/postgres`,
      PORTAL_DB_USER: 'portal',
      PORTAL_DB_PASSWORD: PASSWORD,
      PORTAL_WAR: join(ROOT, 'target/portal.war'),
    }));
  });
  after(() => {
    execFileSync(own[0], [...own.slice(1), bin('pg_ctl'), '-D', join(directory, 'data'), '-m', 'immediate', 'stop'], {
      cwd: '/',
      stdio: 'ignore',
    });
    rmSync(directory, { recursive: true, force: true });
  });

  const allowed = () => bash(env, 'limit_connections 2; cat "$DATABASE/connections"');

  it('is asked how many connections it allows those without special rights', () => {
    assert.equal(allowed(), '56');
  });

  it('may allow the user of the portal fewer', () => {
    sql('alter role portal connection limit 31');
    assert.equal(allowed(), '31');
  });

  it('is named when it cannot be asked', () => {
    assert.throws(
      () => bash({ ...env, PORTAL_DB_PASSWORD: 'wrong' }, 'limit_connections 2'),
      ({ stderr }) => /The database at jdbc:postgresql:.* cannot be asked: .*password authentication failed/.test(stderr),
    );
  });
});
