import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type DeskOptions, isNewDesk, openDesk } from '../../src/desk/open-desk.ts';
import { rememberAgent, setUpDesk } from '../../src/desk/set-up.ts';
import { openStore } from '../../src/store/open-store.ts';
import { atTestEnd } from '../support/at-test-end.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const NINE = Date.UTC(2026, 10, 21, 7, 3);
const sam = {
  business: ' Kettle & Co ',
  agent: ' Sam ',
  team: ' repairs desk ',
  role: 'supervisor',
  reachUs: ' 02 123 4567 ',
} as const;

async function setUp(...people: readonly { readonly agent: string }[]): Promise<string> {
  const path = join(temporaryFolder(), 'amends.db');
  const store = await openStore({ path });
  for (const person of people) await setUpDesk(store, { ...sam, ...person }, 'Europe/Sofia', NINE);
  await store.close();
  return path;
}

async function open(path: string, options: Partial<DeskOptions> = {}) {
  const desk = await openDesk({ path, language: 'en', ...options });
  atTestEnd(() => desk.store.close());
  return desk;
}

describe('a desk that was set up', () => {
  test('knows the business, the place and the only one who works there', async () => {
    const desk = await open(await setUp(sam));
    expect(desk).toMatchObject({
      business: 'Kettle & Co',
      reachUs: '02 123 4567',
      zone: 'Europe/Sofia',
      agent: { name: 'Sam', role: 'supervisor', team: 'repairs desk' },
    });
    expect(await isNewDesk(desk.store)).toBe(false);
  });

  test('with several people asks who it is, and takes a name', async () => {
    const path = await setUp({ agent: 'Sam' }, { agent: 'Lejla' });
    await expect(open(path)).rejects.toMatchObject({
      name: 'AgentUnknown',
      known: ['Lejla', 'Sam'],
    });
    expect((await open(path, { as: 'Lejla' })).agent.name).toBe('Lejla');
  });

  test('lets somebody it does not know offer what an agent may, and no more (P21)', async () => {
    const desk = await open(await setUp(sam), { as: 'Marko' });
    expect(desk.agent).toEqual({ name: 'Marko', role: 'agent', team: '', languages: ['en'] });
    await rememberAgent(desk);
    expect(await desk.store.read.agent('Marko')).toMatchObject({ role: 'agent' });
  });

  test('remembers nobody twice, nor takes a role away', async () => {
    const desk = await open(await setUp(sam));
    await rememberAgent({ ...desk, agent: { ...desk.agent, role: 'agent' } });
    expect(await desk.store.read.agent('Sam')).toMatchObject({ role: 'supervisor' });
  });
});

test('a desk nobody set up yet works under the name of the account', async () => {
  const desk = await open(join(temporaryFolder(), 'amends.db'));
  expect(await isNewDesk(desk.store)).toBe(true);
  expect(desk.agent.name).not.toBe('');
  expect(desk.agent.role).toBe('agent');
});

test('a fault in the playbook leaves no empty record behind', async () => {
  const folder = temporaryFolder();
  const ownPlaybook = join(folder, 'playbook');
  mkdirSync(ownPlaybook);
  writeFileSync(join(ownPlaybook, 'channels.yaml'), 'channels: 5\n');
  const path = join(folder, 'amends.db');
  await expect(open(path, { ownPlaybook })).rejects.toMatchObject({ name: 'PlaybookUnusable' });
  await expect(openStore({ path, create: false })).rejects.toMatchObject({ code: 'cannot-open' });
});
