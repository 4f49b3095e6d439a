import { describe, expect, test } from 'vitest';
import { setUpBefore } from '../../src/desk/open-for-set-up.ts';
import { type SetUp, setUpDesk } from '../../src/desk/set-up.ts';
import { openStore } from '../../src/store/open-store.ts';
import { atTestEnd } from '../support/at-test-end.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const sam: SetUp = {
  business: 'Kettle & Co',
  agent: 'Sam',
  team: 'repairs desk',
  role: 'owner',
  reachUs: '',
  languages: ['bg', 'en'],
};

async function emptyStore() {
  const store = await openStore({ path: `${temporaryFolder()}/amends.db` });
  atTestEnd(() => store.close());
  return store;
}

describe('setting a desk up', () => {
  test('writes down everybody who is named, in one go', async () => {
    const store = await emptyStore();
    const others = [
      { name: 'Lejla', role: 'agent' },
      { name: 'Vesna', role: 'supervisor' },
    ] as const;
    await setUpDesk(store, { ...sam, others }, 'Europe/Sofia', 1);
    const people = (await store.read.agents()).map(({ name, role, team }) => [name, role, team]);
    expect(people).toEqual([
      ['Lejla', 'agent', 'repairs desk'],
      ['Sam', 'owner', 'repairs desk'],
      ['Vesna', 'supervisor', 'repairs desk'],
    ]);
  });

  test('writes nothing of it where one of them cannot be added', async () => {
    const store = await emptyStore();
    const others = [{ name: 'sam', role: 'agent' }] as const;
    await expect(setUpDesk(store, { ...sam, others }, 'Europe/Sofia', 1)).rejects.toMatchObject({
      refusals: [{ code: 'agent_exists' }],
    });
    expect(await store.read.agents()).toEqual([]);
    expect(await store.read.setting('business')).toBeUndefined();
  });

  test('keeps the languages that are known where none are given', async () => {
    const store = await emptyStore();
    await setUpDesk(store, sam, 'Europe/Sofia', 1);
    await setUpDesk(store, { ...sam, languages: undefined, team: 'returns' }, 'Europe/Sofia', 2);
    expect(await setUpBefore(store, 'sam')).toMatchObject({
      agent: 'Sam',
      team: 'returns',
      role: 'owner',
      languages: ['bg', 'en'],
      zone: 'Europe/Sofia',
      hours: undefined,
      isNew: false,
    });
  });
});

describe('what is known before it', () => {
  test('a desk that nobody has set up is new', async () => {
    expect(await setUpBefore(await emptyStore(), 'Sam')).toMatchObject({
      isNew: true,
      business: '',
      role: 'agent',
      languages: [],
    });
  });

  test('where several people work, it has to be said who it is', async () => {
    const store = await emptyStore();
    const others = [{ name: 'Lejla', role: 'agent' }] as const;
    await setUpDesk(store, { ...sam, others }, 'Europe/Sofia', 1);
    await expect(setUpBefore(store, undefined)).rejects.toMatchObject({
      name: 'AgentUnknown',
      known: ['Lejla', 'Sam'],
    });
  });
});
