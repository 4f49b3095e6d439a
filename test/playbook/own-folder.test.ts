import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadPlaybook, type PlaybookSource } from '../../src/playbook/load-playbook.ts';
import type { Playbook } from '../../src/rules/playbook.ts';
import {
  changed,
  copyOfPacks,
  emptyOwnFolder,
  loadOwn,
  pack,
  saidOf,
  shippedPlaybook,
} from './pack-copy.ts';

async function loaded(source: PlaybookSource | string): Promise<Playbook> {
  const load = await (typeof source === 'string' ? loadOwn(source) : loadPlaybook(source));
  if (!load.ok) throw new Error(saidOf(load.faults).join('\n'));
  return load.playbook;
}

const BREAD = 'products:\n  - id: bread\n    label: loaf of bread\n';

describe('an owner’s own folder', () => {
  it('replaces the files it has, and leaves the others as they ship', async () => {
    const own = emptyOwnFolder();
    writeFileSync(join(own, 'products.yaml'), BREAD);
    const shipped = await shippedPlaybook();
    expect(await loaded(own)).toEqual({
      ...shipped,
      products: [{ id: 'bread', label: 'loaf of bread' }],
    });
  });

  it('may be empty', async () => {
    expect(await loaded(emptyOwnFolder())).toEqual(await shippedPlaybook());
  });

  it('goes before the compiled playbook', async () => {
    const own = emptyOwnFolder();
    writeFileSync(join(own, 'products.yaml'), BREAD);
    const playbook = await loaded({ pack, language: 'en', ownFolder: own, compiledFolder: own });
    expect(playbook.products.map(({ id }) => id)).toEqual(['bread']);
  });

  it('with causes of its own needs no new lines and remedies: what spoke of the old ones falls silent', async () => {
    const own = emptyOwnFolder();
    writeFileSync(
      join(own, 'causes.yaml'),
      'causes:\n  - id: manner\n    label: manner\n    causes:\n      - {id: rude, label: you were spoken to rudely}\n' +
        '  - id: oven\n    label: oven\n    causes:\n      - {id: burnt, label: it was burnt}\n',
    );
    const playbook = await loaded(own);
    const spokenOf = new Set(playbook.lines.flatMap((line) => line.when.cause ?? []));
    expect([...spokenOf]).toEqual(['manner']);
    expect(playbook.remedies.find(({ id }) => id === 'meeting')?.fitsCauses).toEqual(['manner']);
    const shipped = await shippedPlaybook();
    // A line for manner or communication is now one for manner; one for billing alone is gone.
    const both = shipped.lines.find((line) => line.when.cause?.join() === 'manner,communication');
    expect(playbook.lines).toContainEqual({ ...both, when: { cause: ['manner'] } });
    expect(playbook.lines.length).toBeLessThan(shipped.lines.length);
  });

  it('with remedies of its own keeps the limits of those that stay (P21)', async () => {
    const own = emptyOwnFolder();
    writeFileSync(
      join(own, 'remedies.yaml'),
      'remedies:\n' +
        '  - {id: discount, label: discount, measure: percent, say: "take {percent} off"}\n' +
        '  - {id: cake, label: cake, measure: none, cost: 4.5 EUR, say: bake you a cake}\n',
    );
    const { authority, remedies } = await loaded(own);
    expect(authority.agent.remedies).toEqual({ discount: { percent: 15 } });
    expect(remedies[1]).toEqual({
      id: 'cake',
      label: 'cake',
      measure: 'none',
      cost: { minor: 450, currency: 'EUR' },
      say: 'bake you a cake',
      fitsWishes: [],
      fitsCauses: [],
    });
  });

  it('is held to its own words: an own file may not speak of what is nowhere', async () => {
    const own = emptyOwnFolder();
    writeFileSync(join(own, 'severities.yaml'), 'severities:\n  - {id: plain, label: plain}\n');
    const { targets } = await loaded(own);
    expect(targets.answerHoursBySeverity).toEqual({});
    // Shorter targets for high and urgent have nothing left to hold for; those for key customers and channels do.
    expect(targets.rules.map(({ when }) => when)).toEqual([
      { keyCustomer: true },
      { channel: ['email', 'web', 'social', 'letter'] },
    ]);
    changed(own, 'playbook.yaml', 'aim: 8 h', 'aim: 7 h');
    const load = await loadOwn(own);
    expect(load.ok ? [] : load.faults.map(({ field, code }) => [field, code])).toEqual([
      ['targets.answerBySeverity.high', 'unknown_id'],
      ['targets.answerBySeverity.urgent', 'unknown_id'],
      ['targets.rules[0].when.severity[0]', 'unknown_id'],
      ['targets.rules[1].when.severity[0]', 'unknown_id'],
    ]);
  });

  it('reads limits as words and as sums', async () => {
    const own = emptyOwnFolder();
    writeFileSync(
      join(own, 'authority.yaml'),
      'authority:\n' +
        '  agent: {limit: ask, remedies: {refund: {amount: 20 EUR, sum: 60 EUR, days: 90}}}\n' +
        '  supervisor: {limit: {amount: 99.90 EUR, percent: 12.5 %}}\n' +
        '  owner: {limit: within}\n',
    );
    expect((await loaded(own)).authority).toEqual({
      agent: {
        limit: { ask: true },
        remedies: {
          refund: {
            amount: { minor: 2000, currency: 'EUR' },
            perCustomer: { sum: { minor: 6000, currency: 'EUR' }, days: 90 },
          },
        },
      },
      supervisor: {
        limit: { amount: { minor: 9990, currency: 'EUR' }, percent: 12.5 },
        remedies: {},
      },
      owner: { limit: {}, remedies: {} },
    });
  });
});

describe('an owner’s targets and policy', () => {
  it('of an earlier version, which had only an answer and a follow-up, still hold', async () => {
    const own = emptyOwnFolder();
    writeFileSync(
      join(own, 'playbook.yaml'),
      'name: bakery\ntitle: Bakery\ncurrency: EUR\n' +
        'targets: {answer: 10 h, aim: 8 h, followUp: 36 h}\n',
    );
    const { targets, policy } = await loaded(own);
    expect(targets).toEqual({
      answerHours: 10,
      aimHours: 8,
      followUpHours: 36,
      answerHoursBySeverity: {},
      rules: [],
    });
    expect(policy).toEqual({ reopenByAnother: false });
  });

  it('can be of their own by channel, severity and key customer, in hours or minutes (P25, P39)', async () => {
    const own = emptyOwnFolder();
    writeFileSync(
      join(own, 'playbook.yaml'),
      'name: bakery\ntitle: Bakery\ncurrency: EUR\n' +
        'targets:\n' +
        '  {pickUp: 6 min, acknowledge: 1.5 h, answer: 10 h, aim: 8 h, resolve: 40 h, followUp: 36 h,\n' +
        '   rules: [{when: {channel: [phone, chat], severity: [urgent], keyCustomer: true},\n' +
        '            pickUp: 3 min, acknowledge: 30 min, answer: 2 h, resolve: 8 h}]}\n' +
        'policy: {reopenByAnother: true}\n',
    );
    const { targets, policy } = await loaded(own);
    expect(targets).toMatchObject({ pickUpHours: 0.1, acknowledgeHours: 1.5, resolveHours: 40 });
    expect(targets.rules).toEqual([
      {
        when: { channel: ['phone', 'chat'], severity: ['urgent'], keyCustomer: true },
        pickUpHours: 0.05,
        acknowledgeHours: 0.5,
        answerHours: 2,
        resolveHours: 8,
      },
    ]);
    expect(policy).toEqual({ reopenByAnother: true });
  });
});

describe('a playbook in another language', () => {
  const THAI = 'lines:\n  words:\n    - say: "เล่าให้ฟังหน่อยค่ะ"\n';

  it('speaks it where the owner or the pack has it, and English where neither has', async () => {
    const own = emptyOwnFolder();
    writeFileSync(join(own, 'lines.th.yaml'), THAI);
    const load = await loadOwn(own, 'th');
    const shipped = await shippedPlaybook();
    expect(load).toEqual({
      ok: true,
      playbook: { ...shipped, lines: [{ at: 'words', say: 'เล่าให้ฟังหน่อยค่ะ', when: {} }] },
    });
    expect(await loadOwn(own, 'th-TH')).toEqual(load);
    expect(await loaded(own)).toEqual(shipped);
  });

  it('takes the pack’s own language before the owner’s English', async () => {
    const packs = copyOfPacks();
    writeFileSync(join(packs, pack, 'lines.th.yaml'), THAI);
    const own = emptyOwnFolder();
    writeFileSync(join(own, 'lines.en.yaml'), 'lines:\n  words:\n    - say: Do tell.\n');
    const load = (language: string) =>
      loaded({ pack, language, ownFolder: own, shippedFolder: packs });
    expect((await load('th')).lines[0]?.say).toBe('เล่าให้ฟังหน่อยค่ะ');
    expect((await load('bg')).lines[0]?.say).toBe('Do tell.');
  });

  it('takes what is no language for English', async () => {
    expect(await loadOwn(emptyOwnFolder(), '../en')).toEqual(await loadOwn(emptyOwnFolder(), 'en'));
  });
});
