import { describe, expect, test } from 'vitest';
import { csvRows, type DeskHome, deskHome } from './desk-home.ts';

/** A desk with two Marias who are one, and Amra. */
const deskOfThree = (): Promise<DeskHome> =>
  deskHome([
    {},
    { customer: { name: 'M. Petrova', phone: '0881234567', email: 'maria@example.org' } },
    { customer: { name: 'Amra Hodžić', email: 'amra@example.org', language: 'bs' } },
  ]);

const lines = (text: string): string[] => text.trimEnd().split('\n');

describe('amends customer list', () => {
  test('is one line a customer for people, the newest first', async () => {
    const desk = await deskOfThree();
    await desk.run(['customer', 'edit', '1', '--key', 'yes', '--standing', 'returned']);
    const { code, stdout, stderr } = await desk.run(['customer', 'list']);
    const [titles, ...rows] = lines(stdout);
    expect(titles).toMatch(/^NUMBER +NAME +REACH +LANG +STANDING +COMPLAINTS +OPEN +LAST$/);
    expect(rows.map((row) => row.split(' ')[0])).toEqual(['3', '2', '1']);
    expect(rows[2]).toMatch(/Maria Petrova +\+359 88 123 4567 +bg +key customer, came back +1 +1 /);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  });

  test('is narrowed and sorted, and comes in every form that scripts read (P39, P49)', async () => {
    const desk = await deskOfThree();
    await desk.run(['customer', 'edit', '3', '--key', 'yes', '--standing', 'lost']);
    const numbers = async (...flags: string[]) => {
      const { stdout } = await desk.run(['customer', 'list', '--jsonl', 'number', ...flags]);
      return stdout.match(/\d+/g)?.map(Number) ?? [];
    };
    expect(await numbers('--key')).toEqual([3]);
    expect(await numbers('--no-key', '--sort', 'name')).toEqual([2, 1]);
    expect(await numbers('--standing', 'lost')).toEqual([3]);
    expect(await numbers('--language', 'bg')).toEqual([1]);
    expect(await numbers('--text', 'petr', '--limit', '1')).toEqual([2]);
    expect(await numbers('--text', '088 123 4567')).toEqual([2, 1]);
    const csv = await desk.run(['customer', 'list', '--csv', 'number,name,complaints,open,key']);
    expect(csvRows(csv.stdout)).toContainEqual(['3', 'Amra Hodžić', '1', '1', 'true']);
  });

  test('says what it cannot do and what it can', async () => {
    const desk = await deskHome();
    const { code, stderr } = await desk.run(['customer', 'list', '--standing', 'gone']);
    expect(code).toBe(2);
    expect(stderr).toContain('returned, lost');
  });
});

describe('amends customer show', () => {
  test('tells everything known: complaints, promises, what they were given (P2, P8, P39)', async () => {
    const desk = await deskOfThree();
    const { code, stdout } = await desk.run(['customer', 'show', 'amra']);
    expect(code).toBe(0);
    expect(lines(stdout)).toEqual([
      '3  Amra Hodžić',
      '  Email: amra@example.org',
      '  Their language: Bosnian',
      '',
      'COMPLAINTS: 1',
      expect.stringMatching(/^ {2}C-1003 {2}.*kettle, .*damaged.* \(open, promised\)$/),
      '',
      'PROMISES: 1',
      expect.stringMatching(/^ {2}C-1003 {2}new kettle by express, Sam, .* \(open\)$/),
      '',
      'WHAT THEY WERE GIVEN: 1',
      expect.stringMatching(/^ {2}C-1003 {2}replacement/),
    ]);
  });

  test('gives machines the same, by number, name, phone or email', async () => {
    const desk = await deskOfThree();
    for (const named of ['3', 'hodzic', 'amra@example.org']) {
      const { stdout } = await desk.run(['customer', 'show', named, '--json', 'number,history']);
      expect(JSON.parse(stdout)).toMatchObject([{ number: 3, history: [{ reference: 'C-1003' }] }]);
    }
    expect(JSON.parse((await desk.run(['customer', 'show', '--json', '3'])).stdout)).toHaveLength(
      1,
    );
  });

  test('is not there, or is several: exit 3 and 2, and how to go on', async () => {
    const desk = await deskOfThree();
    const none = await desk.run(['customer', 'show', '99']);
    expect(none).toMatchObject({ code: 3, stdout: '' });
    expect(none.stderr).toContain('amends customer list');
    const several = await desk.run(['customer', 'show', 'petrova']);
    expect(several).toMatchObject({ code: 2, stdout: '' });
    expect(several.stderr).toContain('2 M. Petrova, 1 Maria Petrova');
    expect((await desk.run(['customer', 'show'])).code).toBe(2);
  });
});

describe('amends customer edit', () => {
  test('changes what is named and nothing else, and the log has it', async () => {
    const desk = await deskOfThree();
    const { code, stdout, stderr } = await desk.run([
      'customer',
      'edit',
      'amra',
      '--phone',
      '061 123 456',
      '--email',
      '',
      '--key',
      'yes',
    ]);
    expect({ code, stdout }).toEqual({ code: 0, stdout: '3\n' });
    expect(stderr).toContain('customer 3 is a key customer');
    const shown = await desk.run(['customer', 'show', '3', '--json', 'name,phone,email,key']);
    expect(JSON.parse(shown.stdout)).toEqual([
      { name: 'Amra Hodžić', phone: '061 123 456', email: null, key: true },
    ]);
    expect((await desk.run(['verify', '--rebuild'])).code).toBe(0);
    expect((await desk.run(['log'])).stdout).toContain('customer 3 is a key customer');
  });

  test('with --dry-run it says what would be, and with --json machines read it', async () => {
    const desk = await deskOfThree();
    const command = ['customer', 'edit', '3', '--key', 'yes', '--json', 'number,key'];
    const dry = await desk.run([...command, '--dry-run']);
    expect(JSON.parse(dry.stdout)).toEqual({ number: 3, key: true });
    const shown = await desk.run(['customer', 'show', '3', '--json', 'key']);
    expect(JSON.parse(shown.stdout)).toEqual([{ key: false }]);
  });

  test('refuses what is no email, and says so by exit 4; without a change it is a slip', async () => {
    const desk = await deskOfThree();
    expect((await desk.run(['customer', 'edit', '3', '--email', 'amra'])).code).toBe(4);
    expect((await desk.run(['customer', 'edit', '3'])).code).toBe(2);
    expect((await desk.run(['customer', 'edit', '3', '--key', 'maybe'])).code).toBe(2);
    expect((await desk.run(['customer', 'edit', '99', '--key', 'yes'])).code).toBe(3);
  });
});

describe('amends customer merge', () => {
  test('makes one of two and tells what came of it; --apart takes them apart (P8)', async () => {
    const desk = await deskOfThree();
    const merged = await desk.run(['customer', 'merge', '2', '1']);
    expect(merged).toMatchObject({ code: 0, stdout: '1\n' });
    expect(merged.stderr).toContain('1 complaint went along');
    expect(merged.stderr).toContain('Taken over: Email');
    expect(merged.stderr).toContain('Name: Maria Petrova stays; the other was known by M. Petrova');
    const complaints = async () => {
      const { stdout } = await desk.run(['customer', 'list', '--jsonl', 'number,complaints']);
      return lines(stdout).map((line) => JSON.parse(line));
    };
    expect(await complaints()).toEqual([
      { number: 3, complaints: 1 },
      { number: 1, complaints: 2 },
    ]);
    const old = await desk.run(['customer', 'show', '2']);
    expect(old.stdout).toContain('merged into customer 1');
    expect((await desk.run(['customer', 'merge', '2', '1', '--apart'])).code).toBe(0);
    expect(await complaints()).toEqual([
      { number: 3, complaints: 1 },
      { number: 2, complaints: 1 },
      { number: 1, complaints: 1 },
    ]);
    expect((await desk.run(['verify', '--rebuild'])).code).toBe(0);
  });

  test('refuses with the reason, and changes nothing with --dry-run', async () => {
    const desk = await deskOfThree();
    expect((await desk.run(['customer', 'merge', '1', '1'])).code).toBe(4);
    expect((await desk.run(['customer', 'merge', '1', '99'])).code).toBe(3);
    expect((await desk.run(['customer', 'merge', '1'])).code).toBe(2);
    expect((await desk.run(['customer', 'merge', '2', '1', '--dry-run'])).code).toBe(0);
    expect((await desk.run(['customer', 'merge', '2', '1'])).code).toBe(0);
    const again = await desk.run(['customer', 'merge', '2', '3']);
    expect(again.code).toBe(4);
    expect(again.stderr).toContain('amends customer merge 2 1 --apart');
  });
});

describe('amends new --from-file', () => {
  test('says what may be on record already, and how to merge it (P2, P8)', async () => {
    const desk = await deskHome();
    const record = {
      customer: { name: 'M. Ilieva', phone: '088 123 4567' },
      channel: 'email',
      words: 'Where is my new kettle?',
      restated: { text: 'She waits for a new kettle.', confirmed: true },
      product: 'kettle',
      cause: 'delivery/late',
      wish: 'replacement',
      apology: { fault: 'ours', text: 'I am sorry. That was our packing.' },
      offers: [{ remedy: 'replacement' }, { remedy: 'refund', amount: '29.90 EUR' }],
      chosen: 'replacement',
      done: 'Packed it.',
      outcome: 'resolved',
      thanked: true,
    };
    const { code, stdout, stderr } = await desk.run(['new', '--from-file', '-'], {
      stdin: JSON.stringify(record),
    });
    expect({ code, stdout }).toEqual({ code: 0, stdout: 'C-1002\n' });
    expect(stderr).toContain('Maria Petrova, customer 1: same phone');
    expect(stderr).toContain('amends customer merge 2 1');
    expect(stderr).toMatch(/C-1001, .*kettle, still open: same phone, same product/);
    expect(stderr).toContain('amends merge C-1002 C-1001');
  });
});
