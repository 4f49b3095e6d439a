import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { planOwnPlaybook, writeOwnPlaybook } from '../../../src/desk/set-up/own-playbook.ts';
import { loadPlaybook } from '../../../src/playbook/load-playbook.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

async function planned(wish: Parameters<typeof planOwnPlaybook>[0]) {
  const result = await planOwnPlaybook(wish);
  if (!result.ok) throw new Error(JSON.stringify(result.faults));
  return result.plan;
}

const load = async (ownFolder: string) => {
  const loaded = await loadPlaybook({ pack: 'small-business', language: 'en', ownFolder });
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.faults));
  return loaded.playbook;
};

test('all sums stand in another currency, each with its own number, and nothing else changes', async () => {
  const folder = join(temporaryFolder(), 'mine');
  writeOwnPlaybook(await planned({ folder, copy: false, currency: 'BAM' }));
  const [own, shipped] = [
    await load(folder),
    await loadPlaybook({ pack: 'small-business', language: 'en' }),
  ];
  const text = JSON.stringify(own);
  expect(text).not.toContain('EUR');
  expect(shipped.ok && JSON.stringify(shipped.playbook).replaceAll('EUR', 'BAM')).toBe(text);
});

test('a currency without decimals has none, and one with three has three', async () => {
  const folder = temporaryFolder();
  writeOwnPlaybook(await planned({ folder, copy: false, currency: 'JPY' }));
  expect(readFileSync(join(folder, 'remedies.yaml'), 'utf8')).toContain('usualAmount: 5 JPY');
  expect((await load(folder)).authority.agent.limit.amount).toEqual({ minor: 50, currency: 'JPY' });
  writeOwnPlaybook(await planned({ folder, copy: false, currency: 'KWD' }));
  expect((await load(folder)).authority.agent.limit.amount).toEqual({
    minor: 50_000,
    currency: 'KWD',
  });
});

test('what the owner has changed is kept, in a copy and in another currency', async () => {
  const folder = temporaryFolder();
  writeOwnPlaybook(await planned({ folder, copy: true }));
  const file = join(folder, 'authority.yaml');
  const changed = readFileSync(file, 'utf8').replace('amount: 50.00 EUR', 'amount: 75.00 EUR');
  writeFileSync(file, `# mine\n${changed}`);
  expect((await planned({ folder, copy: true })).files.size).toBe(0);
  const plan = await planned({ folder, copy: true, currency: 'THB' });
  expect(plan.files.get('authority.yaml')).toMatch(/^# mine\n/);
  expect(plan.files.get('authority.yaml')).toContain('amount: 75.00 THB');
});

test('planning writes nothing, and a playbook that would have faults is told with them', async () => {
  const folder = join(temporaryFolder(), 'mine');
  await planned({ folder, copy: true });
  expect(existsSync(folder)).toBe(false);
  expect(await planOwnPlaybook({ folder, copy: false })).toMatchObject({
    ok: false,
    faults: [{ code: 'missing_folder' }],
  });
  writeOwnPlaybook(await planned({ folder, copy: false, currency: 'BGN' }));
  writeFileSync(join(folder, 'hours.yaml'), 'hours: never\n');
  const faulty = await planOwnPlaybook({ folder, copy: true, currency: 'EUR' });
  expect(faulty).toMatchObject({ ok: false, faults: [{ file: 'hours.yaml' }] });
  expect(readdirSync(folder).filter((name) => name.startsWith('.'))).toEqual([]);
});
