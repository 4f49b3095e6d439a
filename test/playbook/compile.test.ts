import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { compilePacks, compilePlaybook } from '../../src/playbook/compile.ts';
import { loadPlaybook } from '../../src/playbook/load-playbook.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { copyOfPacks, pack, saidOf, shippedFolder, shippedPlaybook } from './pack-copy.ts';

const compiledFolder = (): string => join(temporaryFolder(), 'dist', 'playbooks');

describe('the playbook that the build compiles', () => {
  it('is the one that the YAML gives', async () => {
    const to = compiledFolder();
    expect(compilePacks(shippedFolder, to)).toEqual([]);
    const load = await loadPlaybook({ pack, language: 'en', compiledFolder: to });
    expect(load).toEqual({ ok: true, playbook: await shippedPlaybook() });
  });

  it('is there in every language of the pack, and English stands in for the others', async () => {
    const packs = copyOfPacks();
    writeFileSync(
      join(packs, pack, 'lines.bg.yaml'),
      'lines:\n  words:\n    - say: "Разкажете ми, моля."\n',
    );
    const to = compiledFolder();
    expect(compilePacks(packs, to)).toEqual([]);
    expect(readdirSync(to).sort()).toEqual([`${pack}.bg.json`, `${pack}.en.json`]);
    const lines = async (language: string) => {
      const load = await loadPlaybook({ pack, language, compiledFolder: to });
      return load.ok ? load.playbook.lines.map(({ say }) => say) : [];
    };
    expect(await lines('bg-BG')).toEqual(['Разкажете ми, моля.']);
    expect(await lines('el')).toEqual((await shippedPlaybook()).lines.map(({ say }) => say));
  });

  it('is not written when anything in any pack is wrong, so the build fails', () => {
    const packs = copyOfPacks();
    mkdirSync(join(packs, 'bakery'));
    writeFileSync(join(packs, pack, 'channels.yaml'), 'channels: none\n');
    const to = compiledFolder();
    const broken = compilePacks(packs, to);
    expect(broken.map((one) => one.pack)).toEqual(['bakery', pack]);
    expect(saidOf(broken[1]?.faults ?? [])).toEqual([
      'channels.yaml:1: channels must be a list (it is "none")',
    ]);
    expect(existsSync(to)).toBe(false);
  });

  it('that is missing or damaged is told', async () => {
    const to = compiledFolder();
    const load = () => loadPlaybook({ pack, language: 'en', compiledFolder: to });
    expect(await load()).toMatchObject({ ok: false, faults: [{ file: to, code: 'missing_pack' }] });
    mkdirSync(to, { recursive: true });
    writeFileSync(join(to, `${pack}.en.json`), '{"name": "small');
    expect(await load()).toMatchObject({
      ok: false,
      faults: [{ file: `${pack}.en.json`, code: 'not_compiled' }],
    });
    writeFileSync(join(to, 'bakery.en.json'), '{}');
    const other = await loadPlaybook({ pack: 'cafe', language: 'en', compiledFolder: to });
    expect(other).toMatchObject({ ok: false, faults: [{ facts: { known: `bakery, ${pack}` } }] });
  });
});

const label = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 20 })
  .map((text) => text.trim())
  .filter((text) => text !== '' && !/[\p{Cc}\p{Zl}\p{Zp}]/u.test(text));
const id = fc.stringMatching(/^[a-z][a-z0-9]{0,6}(-[a-z0-9]{1,4})?$/);
const choices = fc.uniqueArray(
  fc.record({ id, label, hint: label }, { requiredKeys: ['id', 'label'] }),
  { minLength: 1, maxLength: 6, selector: (choice) => choice.id },
);

describe('whatever an owner writes', () => {
  it('is the same playbook after it went through JSON, and nothing of it is lost', async () => {
    const packs = copyOfPacks();
    await fc.assert(
      fc.asyncProperty(choices, fc.integer({ min: 0, max: 999_999 }), async (products, cents) => {
        const folder = join(packs, pack);
        const written = `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, '0')} EUR`;
        writeFileSync(join(folder, 'products.yaml'), stringify({ products }));
        writeFileSync(
          join(folder, 'authority.yaml'),
          stringify({
            authority: {
              agent: { limit: { amount: written } },
              supervisor: { limit: 'ask' },
              owner: { limit: 'within' },
            },
          }),
        );
        const load = compilePlaybook(folder, 'en');
        if (!load.ok) throw new Error(saidOf(load.faults).join('\n'));
        expect(JSON.parse(JSON.stringify(load.playbook))).toEqual(load.playbook);
        expect(load.playbook.products).toEqual(products);
        expect(load.playbook.authority.agent.limit.amount?.minor).toBe(cents);
      }),
      { numRuns: 40 },
    );
  });
});
