// How instances are told of those on other machines.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { bash, freshPortal } from './commands.mjs';

/** What the instances there are, one here, are told. */
async function told(env) {
  const fresh = await freshPortal({ PORTAL_CLUSTER_PORT: '26950', ...env });
  const options = bash(fresh.env, 'register_instance one 9081 portal; join_options one; printf "%s\\n" "${JOIN_OPTIONS[@]}"');
  return Object.fromEntries(options.split('\n').map((option) => option.replace('-Dportal.cluster.', '').split('=')));
}

describe('instances on other machines', () => {
  it('are none unless they are named', async () => {
    const { members, port, ...options } = await told({});
    assert.equal(members, `127.0.0.1:${port}`);
    assert.equal(options['by-address'], 'true');
    assert.equal(options['by-name'], 'false');
  });

  it('are given by address, or by a name that has one', async () => {
    const { members, port } = await told({ PORTAL_MEMBERS: '10.0.0.7:6900,localhost:6901' });
    assert.equal(members, `10.0.0.7:6900,127.0.0.1:6901,127.0.0.1:${port}`);
  });

  it('are looked up by the data grid where one name has many addresses', async () => {
    const options = await told({ PORTAL_MEMBERS: 'dns:portal.default.svc.cluster.local:6900' });
    assert.deepEqual(
      [options['by-address'], options['by-name'], options.dns, options['dns-port']],
      ['false', 'true', 'portal.default.svc.cluster.local', '6900'],
    );
  });

  it('share a name with those here, when it is given', async () => {
    assert.equal((await told({ PORTAL_CLUSTER_NAME: 'aglis' })).name, 'aglis');
    assert.notEqual((await told({})).name, (await told({})).name);
  });

  for (const [members, sentence] of [
    ['somewhere', /PORTAL_MEMBERS is host:port,host:port,... or dns:name:port, not 'somewhere'/],
    ['nobody.invalid:6900', /PORTAL_MEMBERS names nobody.invalid, which has no address/],
  ]) {
    it(`are refused as ${members}`, async () => {
      await assert.rejects(told({ PORTAL_MEMBERS: members }), ({ stderr }) => sentence.test(stderr));
    });
  }
});
