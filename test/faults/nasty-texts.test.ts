import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { textsToBe } from '../support/forbidden.ts';
import { homeOfSam } from '../support/home-of-sam.ts';
import { openAmends, runAmends } from '../support/run-amends.ts';
import { sampleHome } from '../support/sample-home.ts';

// Everything that a terminal would obey or hide, but for the tab and the line feed of ordinary text.
const acting =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\u{e0000}-\u{e007f}]/u;

const nasty = textsToBe('marked').map(({ text }) => text);
const all = nasty.join(' x ');
/** The worst of them in few characters: clipboard, title, bidirectional override, screen cleared. */
const short = '\u001b]52;c;cm0gLXJmIH4K\u0007 \u001b]0;paid\u0007 \u202epaid \u001b[2J\u009b31m';

/** A record in which every field that takes free words has the worst of them. */
const everyField = {
  customer: {
    name: `Maria ${short}`,
    phone: `+359 88 123 4567 ${short}`,
    email: `m@example.org ${short}`,
    account: `A-1 ${short}`,
    address: all.slice(0, 300),
  },
  channel: 'phone',
  words: all,
  restated: { text: `Broken. ${all.slice(0, 500)}`, confirmed: true },
  product: `kettle ${short}`,
  cause: 'delivery/damaged',
  wish: 'replacement',
  apology: { fault: 'ours', text: `I am sorry. ${all.slice(0, 500)}` },
  offers: [{ remedy: 'replacement' }, { remedy: 'refund', amount: '29.90 EUR' }],
  chosen: 'replacement',
  done: `Packed. ${short}`,
  promises: [{ what: `a new kettle ${short}`, who: `Sam ${short}`, by: 'tomorrow 15:00' }],
  takes: `six days ${short}`,
  outcome: 'promised',
  improves: `packing ${short}`,
  thanked: true,
};

/** What holds of any text that the program shows: nothing in it acts on a terminal. */
const acts = (text: string): string | undefined => acting.exec(text)?.[0];

describe('texts that could act on a terminal, in every field of a file', () => {
  it('are refused or kept, each field named in safe words, and show in no form of output', async () => {
    const home = await homeOfSam();
    const stdin = JSON.stringify(everyField);
    const first = await runAmends(['new', '--from-file', '-'], { home, stdin });
    expect(acts(first.stdout + first.stderr)).toBeUndefined();
    // What a rule refuses (an email that is none) is named; without it the rest is taken.
    const refused = [...first.stderr.matchAll(/^- customer\.(\w+):/gm)].map(([, field]) => field);
    const customer = Object.fromEntries(
      Object.entries(everyField.customer).filter(([field]) => !refused.includes(field)),
    );
    const record = { ...everyField, customer };
    const rehearsal = await runAmends(['new', '--from-file', '-', '--dry-run'], {
      home,
      stdin: JSON.stringify(record),
    });
    expect(acts(rehearsal.stdout + rehearsal.stderr)).toBeUndefined();
    const taken = await runAmends(['new', '--from-file', '-', '--json'], {
      home,
      stdin: JSON.stringify(record),
    });
    expect({ code: taken.code, stderr: taken.stderr }).toEqual({
      code: 0,
      stderr: expect.any(String),
    });
    expect(acts(taken.stdout + taken.stderr)).toBeUndefined();
    for (const command of ['list', 'show 1001', 'log', 'today', 'verify', 'list --plain']) {
      const { code, stdout, stderr } = await runAmends(command.split(' '), { home });
      expect({ command, code, acts: acts(stdout + stderr) }).toEqual({ command, code: 0 });
    }
    // In a pipe CSV and an export are the text as it is; on a terminal a person looks at them.
    for (const command of [
      'list',
      'show 1001 --no-input',
      'log',
      'list --csv',
      'export',
      'export --format jsonl',
    ]) {
      const terminal = openAmends(command.split(' '), { home, columns: 120, rows: 40 });
      expect((await terminal.exit()).code).toBe(0);
      expect({ command, did: terminal.terminal.sideEffects() }).toEqual({ command, did: [] });
      const plain = terminal
        .raw()
        .replaceAll('\r\n', '\n')
        .replaceAll(/\u001b\[[\d;]*m/g, '');
      expect({ command, acts: acts(plain) }).toEqual({ command });
    }
    const lines = openAmends(['new', '--accessible'], { home, columns: 120, rows: 40 });
    await lines.see('Customer (').send('Maria\r').see('Which?').press('ctrl+c');
    await lines.exit();
    expect(lines.terminal.sideEffects()).toEqual([]);
  });

  it('are told in safe words where a name, a flag or a file carries them', async () => {
    const home = await sampleHome();
    const file = join(home, 'a\u001b]0;paid\u0007.yaml');
    writeFileSync(
      file,
      `wo${'\u001b'}[31mrds: x\n"bad\u202ekey": 1\ncustomer: {name: "a\\e[31m", nmae: b}\n`,
    );
    for (const args of [
      ['new', '--from-file', file],
      ['list', '--db', `${file}.db`],
      ['list', '--json', short],
      ['list', '--stage', short],
      [short],
      [`--${short}`],
      ['show', short],
      ['list', '--config', `${file}\u202e`],
      ['new', '--from-file', file, '--playbook', `${file}/none`],
      ['log', '--as', short, '--lang', short],
    ]) {
      const { code, stdout, stderr } = await runAmends(args, { home });
      expect({ args, failed: code !== 0, acts: acts(stdout + stderr) }).toEqual({
        args,
        failed: true,
      });
    }
  });
});

describe('a text of a megabyte', () => {
  const huge = 'The kettle arrived in pieces. '.repeat(35_000);

  it('in a file is refused by name, and nothing is written; as a bulk of rubbish too', async () => {
    const home = await homeOfSam();
    for (const stdin of [
      JSON.stringify({ ...everyField, customer: 'anonymous', words: huge }),
      huge,
      '['.repeat(50_000),
      // Each name compared with each would take minutes.
      'words: broken\n'.repeat(20_000),
      `words: "${'\\u001b'.repeat(200_000)}`,
    ]) {
      const { code, stdout, stderr } = await runAmends(['new', '--from-file', '-'], {
        home,
        stdin,
      });
      expect([2, 4]).toContain(code);
      expect(stdout).toBe('');
      expect(acts(stderr)).toBeUndefined();
      expect(stderr).not.toMatch(/^\s+at |mistake of ours/m);
    }
    expect((await runAmends(['list', '--json'], { home })).stdout).toBe('[]\n');
  });

  it('on the command line is refused in one short line', async () => {
    const home = await homeOfSam();
    const long = 'x'.repeat(100_000);
    for (const args of [['list', '--stage', long], ['show', long], [long]]) {
      const { code, stderr } = await runAmends(args, { home });
      expect(code).toBe(2);
      expect(stderr).not.toMatch(/^\s+at /m);
    }
  });
});
