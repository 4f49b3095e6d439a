import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openAmends } from '../support/run-amends.ts';
import type { Ran } from '../support/run-command.ts';
import { csvRows, type DeskHome, deskHome } from './desk-home.ts';

const records = ({ stdout }: Ran): Record<string, unknown>[] => JSON.parse(stdout);

/** @returns runs `amends agent ...` for somebody at the keys, and keeps PINs in files. */
function agents({ home, run }: DeskHome) {
  const fileOf = (pin: string): string => {
    const file = join(home, `pin-${pin}`);
    writeFileSync(file, `${pin}\n`, { mode: 0o600 });
    return file;
  };
  return {
    fileOf,
    as: (who: string, ...args: readonly string[]) => run(['--as', who, 'agent', ...args]),
  };
}

/** A desk where Sam answers and Ana owns, with the PIN 2468. */
async function deskOfAna() {
  const desk = await deskHome([{}]);
  const people = agents(desk);
  await people.as('Sam', 'add', 'Ana', '--role', 'owner', '--team', 'the shop');
  await people.as('Sam', 'edit', 'Ana', '--new-pin-from-file', people.fileOf('2468'));
  const withPin = ['--pin-from-file', people.fileOf('2468')] as const;
  return { ...desk, ...people, withPin };
}

describe('who works at the desk', () => {
  test('is listed for people, with the open complaints of each', async () => {
    const desk = await deskHome([{}, { promised: '' }]);
    await agents(desk).as('Sam', 'add', 'Lejla', '--languages', 'bs,en');
    const { code, stdout, stderr } = await desk.run(['agent', 'list']);
    const [titles, ...rows] = stdout.trimEnd().split('\n');
    expect(titles?.split(/ {2,}/)).toEqual([
      'NAME',
      'ROLE',
      'TEAM',
      'LANGUAGES',
      'OPEN',
      'PIN',
      'LIMITS',
      'RETIRED',
    ]);
    expect(rows.map((row) => row.split(/ {2,}/))).toEqual([
      ['Lejla', 'agent', 'customer care', 'bs en', '0', 'no', 'the role’s'],
      ['Sam', 'agent', 'repairs desk', 'en', '1', 'no', 'the role’s'],
    ]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  });

  test('is read by scripts in every form, and nothing of a PIN', async () => {
    const desk = await deskOfAna();
    const all = await desk.run(['agent', 'list', '--json']);
    expect(all.stdout).not.toContain('argon2');
    expect(records(all)).toMatchObject([
      { name: 'Ana', role: 'owner', team: 'the shop', has_pin: true, retired_at: null },
      { name: 'Sam', role: 'agent', languages: ['en'], has_pin: false, open_complaints: 1 },
    ]);
    const some = ['name,languages', 'agent', 'list'];
    const [fields = '', ...list] = some;
    expect(csvRows((await desk.run([...list, '--csv', fields])).stdout)).toEqual([
      ['name', 'languages'],
      ['Ana', '["en"]'],
      ['Sam', '["en"]'],
    ]);
    expect((await desk.run([...list, '--plain', 'name'])).stdout).toBe('Ana\nSam\n');
    expect((await desk.run([...list, '--jq', '.[].role'])).stdout).toBe('owner\nagent\n');
    expect(records(await desk.run(['agent', 'show', '--json', 'ana']))).toMatchObject([
      { name: 'Ana' },
    ]);
  });

  test('is nobody where no record was ever written, and that is no fault', async () => {
    const { run } = await deskHome([]);
    const elsewhere = { env: { XDG_DATA_HOME: '/nowhere' } };
    expect(await run(['agent', 'list', '--json'], elsewhere)).toMatchObject({
      code: 0,
      stdout: '[]\n',
    });
  });

  test('each page says where their line runs (P21)', async () => {
    const desk = await deskHome([]);
    await agents(desk).as('Sam', 'edit', 'Sam', '--limit-amount', '80', '--limit-percent', '20');
    const { stdout } = await desk.run(['agent', 'show', 'sam']);
    expect(stdout).toContain('may give without asking (their own): up to €80.00, 20 %');
    expect(stdout).toContain('something agreed together: ask first');
    const usual = await agents(desk).as('Sam', 'edit', 'Sam', '--role-limits', '--json');
    expect(JSON.parse(usual.stdout)).toMatchObject({ own_limits: false, limit_amount: null });
  });
});

describe('adding and changing people', () => {
  test('says what it did; --json gives the record for scripts', async () => {
    const desk = await deskHome([]);
    const added = await agents(desk).as('Sam', 'add', 'Lejla', '--role', 'supervisor');
    expect(added).toMatchObject({ code: 0, stdout: 'Lejla\n' });
    expect(added.stderr).toContain('Lejla works here: supervisor');
    const args = ['edit', 'lejla', '--languages', 'bs,en,bs', '--json', 'name,languages'];
    const edited = await agents(desk).as('Sam', ...args);
    expect(JSON.parse(edited.stdout)).toEqual({ name: 'Lejla', languages: ['bs', 'en'] });
  });

  test('--dry-run says what would be done, and does nothing', async () => {
    const desk = await deskOfAna();
    const { code, stderr } = await desk.as('Sam', 'add', 'Lejla', '--dry-run');
    expect({ code, told: stderr.includes('Lejla works here: agent') }).toEqual({
      code: 0,
      told: true,
    });
    expect((await desk.run(['agent', 'list', '--plain', 'name'])).stdout).toBe('Ana\nSam\n');
  });

  test('until somebody who decides has a PIN, anybody at the machine may, and is told so', async () => {
    const desk = await deskHome([]);
    const { stderr } = await agents(desk).as('Sam', 'add', 'Ana', '--role', 'owner');
    expect(stderr).toContain('anybody at this machine may do this');
  });

  test('then it takes their PIN, and the log says whose decision it was', async () => {
    const desk = await deskOfAna();
    const unsigned = await desk.as('Ana', 'add', 'Lejla');
    expect(unsigned.code).toBe(2);
    expect(unsigned.stderr).toContain('--pin-from-file FILE');
    const wrong = await desk.as('Ana', 'add', 'Lejla', '--pin-from-file', desk.fileOf('1111'));
    expect(wrong).toMatchObject({ code: 4, stdout: '' });
    expect(wrong.stderr).toContain('2 more tries');
    expect((await desk.as('Sam', 'add', 'Lejla', ...desk.withPin)).code).toBe(0);
    const log = records(await desk.run(['log', '--json', 'agent,type,body,reference']));
    expect(log.at(-1)).toMatchObject({
      agent: 'Ana',
      type: 'agent_added',
      body: { agent: 'Lejla', role: 'agent' },
      reference: null,
    });
    expect((await desk.run(['verify'])).code).toBe(0);
  });

  test('after three wrong PINs it waits, in the next process too', async () => {
    const desk = await deskOfAna();
    for (let miss = 0; miss < 3; miss++) {
      await desk.as('Ana', 'add', 'Lejla', '--pin-from-file', desk.fileOf('1111'));
    }
    const { code, stderr } = await desk.as('Ana', 'add', 'Lejla', ...desk.withPin);
    expect(code).toBe(4);
    expect(stderr).toMatch(/Too many wrong PINs for Ana. Try again in \d+ seconds?\./);
  });

  test.each([
    ['a role there is not', ['--role', 'ownr'], 2, /no role “ownr”[\s\S]*owner/],
    [
      'a language there is not',
      ['--languages', 'bgg'],
      2,
      /no language “bgg”[\s\S]*bg, el, bs, th/,
    ],
    ['a limit that is no sum', ['--limit-amount', 'much'], 2, /--limit-amount: “much”/],
    ['a sum in another currency', ['--limit-amount', '80 USD'], 2, /not in EUR/],
    ['a sum per customer without days', ['--limit-customer', '80'], 2, /--limit-days/],
    ['a name that looks like another', ['sÁm'], 4, /works here already/],
    ['nobody', [], 2, /Nobody is named/],
  ] as const)('%s is told, with what to do', async (_, args, code, said) => {
    const desk = await deskHome([]);
    const name = args[0]?.startsWith('--') ? ['Lejla'] : [];
    const ran = await agents(desk).as('Sam', 'add', ...name, ...args);
    expect(ran).toMatchObject({ code, stdout: '' });
    expect(ran.stderr).toMatch(said);
  });

  test('somebody who is not there is not found, with who was perhaps meant', async () => {
    const desk = await deskHome([]);
    const ran = await agents(desk).as('Sam', 'edit', 'Sma', '--team', 'returns');
    expect(ran.code).toBe(3);
    expect(ran.stderr).toContain('Sam');
  });
});

describe('somebody who leaves', () => {
  test('no longer works, keeps what they did, and can be brought back', async () => {
    const desk = await deskOfAna();
    const left = await desk.as('Ana', 'retire', 'Sam', ...desk.withPin);
    expect(left.stderr).toContain('1 open complaint is still in the hands of Sam');
    const refused = await desk.as('Sam', 'add', 'Lejla');
    expect(refused.code).toBe(4);
    expect(refused.stderr).toContain('Sam no longer works here');
    expect((await desk.run(['list', '--plain', 'owner'])).stdout).toBe('Sam\n');
    const back = await desk.as('Ana', 'edit', 'Sam', '--active', ...desk.withPin);
    expect(back.stderr).toContain('Sam works here again');
  });

  test('is never the last owner', async () => {
    const desk = await deskOfAna();
    const ran = await desk.as('Ana', 'retire', 'Ana', ...desk.withPin);
    expect(ran.code).toBe(4);
    expect(ran.stderr).toContain('Ana is the only owner');
  });
});

describe('a PIN at a terminal', () => {
  test('is typed without being shown, a new one twice until both are the same', async () => {
    const desk = await deskOfAna();
    const terminal = openAmends(['--as', 'Ana', 'agent', 'edit', 'Ana', '--pin'], desk);
    await terminal.see('PIN of Ana:').type('2468').press('enter');
    await terminal.see('New PIN for Ana:').type('97531').press('enter');
    await terminal.see('The same again:').type('97532').press('enter');
    await terminal.see('Those two differ').type('97531').press('enter');
    await terminal
      .see(/differ[\s\S]*The same again:/)
      .type('97531')
      .press('enter');
    expect((await terminal.exit()).code).toBe(0);
    expect(await terminal.screen()).toContain('Ana has a new PIN');
    for (const pin of ['2468', '97531', '97532', '*']) expect(terminal.raw()).not.toContain(pin);
    const pin = desk.fileOf('97531');
    expect((await desk.as('Ana', 'add', 'Lejla', '--pin-from-file', pin)).code).toBe(0);
  });

  test('is not given on Ctrl+C: nothing is changed', async () => {
    const desk = await deskOfAna();
    const terminal = openAmends(['--as', 'Ana', 'agent', 'retire', 'Sam'], desk);
    await terminal.see('PIN of Ana:').type('24').press('ctrl+c');
    expect((await terminal.exit()).code).toBe(130);
    const [sam] = records(await desk.run(['agent', 'show', 'Sam', '--json', 'retired_at']));
    expect(sam).toEqual({ retired_at: null });
  });

  test('is not asked for with --no-input, which names the option', async () => {
    const desk = await deskOfAna();
    const ran = await desk.as('Ana', 'retire', 'Sam', '--no-input');
    expect(ran).toMatchObject({ code: 2, stdout: '' });
    expect(ran.stderr).toContain('Use --pin-from-file FILE');
  });
});
