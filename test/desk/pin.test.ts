import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { isPin } from '../../src/desk/pin/hash-pin.ts';
import { checkPin, hashPin, needsPin, PinsUnsupported, refusesPin } from '../../src/desk/pin.ts';
import { millis } from '../../src/rules/values.ts';
import { runCommand } from '../support/run-command.ts';
import { add, deskOfThree, draft, edit, hashed, retire, workedBy } from './a-team.ts';
import { secondDesk } from './at-the-desk.ts';

const NINE = Date.UTC(2026, 10, 21, 9);
const at = (seconds: number) => millis(NINE + seconds * 1000);

async function deskOfVesna() {
  const desk = await deskOfThree();
  await edit(desk, 'Vesna', { pinHash: hashed('2468') });
  const check = async (pin: string, seconds = 0, name = 'Vesna') => {
    const checked = await checkPin(desk.store, name, pin, at(seconds));
    return checked.ok ? 'right' : checked.refusal;
  };
  return { desk, check };
}

describe('a PIN', () => {
  test('is known again, and no other is', () => {
    const phc = hashPin('2468');
    expect(isPin('2468', phc)).toBe(true);
    expect(isPin('2469', phc)).toBe(false);
    expect(isPin('02468', phc)).toBe(false);
  });

  test('is kept as nothing but an argon2id hash, salted anew each time', () => {
    expect(hashPin('2468')).toMatch(
      /^\$argon2id\$v=19\$m=19456,t=2,p=1\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$/,
    );
    expect(hashPin('2468')).not.toBe(hashPin('2468'));
  });

  test('is a hash as the reference implementation makes it, with the costs that it names', () => {
    // From the tests of P-H-C/phc-winner-argon2 (src/test.c).
    const phc =
      '$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc';
    expect(isPin('password', phc)).toBe(true);
    expect(isPin('passwort', phc)).toBe(false);
  });

  test.each([
    '',
    'plain',
    '$argon2i$v=19$m=64,t=1,p=1$c2FsdHNhbHRz$AAAAAAAAAAAAAAAAAAAAAA',
    '2468',
  ])('is not what a spoilt record holds: %s', (phc) => {
    expect(isPin('2468', phc)).toBe(false);
  });

  test.each(['1234', '123456789012', ' 1234 ', '๑๒๓๔', '١٢٣٤'])('can be %s', (pin) => {
    expect(refusesPin(pin)).toBeUndefined();
  });

  test.each(['', '123', '1234567890123', '12a4', '-1234', '12 34', '1.234'])(
    'cannot be “%s”: every keyboard types digits alike, and nothing else',
    (pin) => {
      expect(refusesPin(pin)?.code).toBe('not_a_pin');
    },
  );

  test('is the same in Thai digits as in others', () => {
    expect(isPin('๒๔๖๘', hashed('2468'))).toBe(true);
  });
});

describe('who decides says so with their PIN', () => {
  test('the right one is taken, and their name with it as it is on record', async () => {
    const { desk } = await deskOfVesna();
    expect(await checkPin(desk.store, 'vesna', '2468', at(0))).toEqual({
      ok: true,
      agent: 'Vesna',
    });
  });

  test('a wrong one is told with the tries that are left', async () => {
    const { check } = await deskOfVesna();
    expect(await check('1111')).toMatchObject({
      code: 'wrong_pin',
      facts: { agent: 'Vesna', left: 2 },
    });
    expect(await check('1112')).toMatchObject({ code: 'wrong_pin', facts: { left: 1 } });
    expect(await check('2468')).toBe('right');
    expect(await check('1111')).toMatchObject({ code: 'wrong_pin', facts: { left: 2 } });
  });

  test('after three wrong ones nothing is looked at for thirty seconds, the right one neither', async () => {
    const { check } = await deskOfVesna();
    for (const pin of ['1', '2']) await check(pin);
    expect(await check('3')).toEqual({
      code: 'pin_wait',
      field: 'pin',
      facts: { agent: 'Vesna', seconds: 30, until: at(30) },
    });
    expect(await check('2468', 29.999)).toMatchObject({ code: 'pin_wait', facts: { seconds: 1 } });
    expect(await check('2468', 30)).toBe('right');
  });

  test('each further wrong one doubles the wait, up to a quarter of an hour', async () => {
    const { check } = await deskOfVesna();
    for (const pin of ['1', '2']) await check(pin);
    const waits: unknown[] = [];
    let seconds = 0;
    for (let miss = 0; miss < 8; miss++) {
      const refusal = await check('3', seconds);
      const wait = refusal === 'right' ? 0 : Number(refusal.facts['seconds']);
      waits.push(wait);
      seconds += wait;
    }
    expect(waits).toEqual([30, 60, 120, 240, 480, 900, 900, 900]);
    expect(await check('2468', seconds)).toBe('right');
    expect(await check('1', seconds)).toMatchObject({ code: 'wrong_pin', facts: { left: 2 } });
  });

  test('another window does not give more tries, nor does a restart', async () => {
    const { desk, check } = await deskOfVesna();
    const other = await secondDesk(desk);
    for (const pin of ['1', '2', '3']) await check(pin);
    const checked = await checkPin(other.store, 'Vesna', '2468', at(1));
    expect(checked).toMatchObject({ ok: false, refusal: { code: 'pin_wait' } });
  });

  test('two windows that guess at once have three tries between them', async () => {
    const { desk } = await deskOfVesna();
    const script = join(import.meta.dirname, 'pin-process.ts');
    const guesses = [script, desk.store.path, 'Vesna', String(at(0)), '1', '2', '3'];
    const both = await Promise.all(
      [1, 2].map(() => runCommand([process.execPath, '--no-warnings', ...guesses])),
    );
    const found = both.flatMap(({ stdout }) => JSON.parse(stdout) as string[]);
    expect(found.filter((code) => code === 'wrong_pin')).toHaveLength(2);
    expect(found.filter((code) => code === 'pin_wait')).toHaveLength(4);
  });

  test('a clock that was wrong for a while locks nobody out for longer than the longest wait', async () => {
    const { check } = await deskOfVesna();
    const nextYear = 365 * 86_400;
    for (const pin of ['1', '2', '3']) await check(pin, nextYear);
    expect(await check('2468', 0)).toBe('right');
  });

  test.each([
    ['Sam', 'no_pin'],
    ['Eve', 'no_such_agent'],
  ])('%s cannot: %s', async (name, code) => {
    const { check } = await deskOfVesna();
    expect(await check('2468', 0, name)).toMatchObject({ code });
  });

  test('nor can somebody who no longer works here', async () => {
    const { desk, check } = await deskOfVesna();
    await retire(workedBy(desk, 'Vesna'), 'Vesna', '2468');
    expect(await check('2468')).toMatchObject({ code: 'agent_retired' });
  });

  test('a new PIN starts with all its tries', async () => {
    const { desk, check } = await deskOfVesna();
    await check('1');
    await check('2');
    await edit(workedBy(desk, 'Vesna'), 'Vesna', { pinHash: hashed('1357') }, '2468');
    expect(await check('1')).toMatchObject({ code: 'wrong_pin', facts: { left: 2 } });
    expect(await check('1357')).toBe('right');
  });
});

describe('whether a PIN is asked for', () => {
  test('not before a supervisor or owner has one; an agent’s own changes nothing', async () => {
    const desk = await deskOfThree();
    expect(await needsPin(desk.store.read)).toBe(false);
    await edit(desk, 'Sam', { pinHash: hashed('2468') });
    expect(await needsPin(desk.store.read)).toBe(false);
    await edit(desk, 'Vesna', { pinHash: hashed('2468') });
    expect(await needsPin(desk.store.read)).toBe(true);
  });

  test('no longer once the only one who had one has retired', async () => {
    const { desk } = await deskOfVesna();
    await retire(workedBy(desk, 'Vesna'), 'Vesna', '2468');
    expect(await needsPin(desk.store.read)).toBe(false);
  });
});

describe('a PIN is nowhere to be read', () => {
  test('neither in the record nor in the log, as digits', async () => {
    const desk = await deskOfThree();
    await edit(desk, 'Vesna', { pinHash: hashPin('918273645') });
    await add(desk, draft('Lejla'), '918273645');
    const database = new Sqlite(desk.store.path, { readonly: true });
    const everything = JSON.stringify([
      database.prepare('SELECT * FROM agent').all(),
      database.prepare('SELECT type, body FROM event').all(),
    ]);
    database.close();
    expect(everything).toContain('argon2id');
    expect(everything).not.toContain('918273645');
  });

  test('and its hash is in no event', async () => {
    const { desk } = await deskOfVesna();
    const events = await desk.store.read.eventsAfter(0, 100);
    expect(events.at(-1)).toMatchObject({ type: 'pin_set', body: { agent: 'Vesna' } });
    expect(JSON.stringify(events)).not.toContain('argon2id');
  });
});

test('a Node.js without argon2 says so, and guesses nothing', async () => {
  const { default: crypto } = await import('node:crypto');
  const { argon2Sync } = crypto;
  try {
    Object.assign(crypto, { argon2Sync: undefined });
    expect(() => hashPin('2468')).toThrow(PinsUnsupported);
  } finally {
    Object.assign(crypto, { argon2Sync });
  }
});
