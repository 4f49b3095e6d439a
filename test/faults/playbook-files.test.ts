import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { homeOfSam } from '../support/home-of-sam.ts';
import { openAmends, runAmends } from '../support/run-amends.ts';
import { kettle } from '../support/sample-home.ts';
import { recordOf } from './record-of.ts';

type Content = string | Uint8Array;

const products = 'products:\n  - id: kettle\n    label: Kettle\n';

const faults: readonly [what: string, file: string, content: Content, says: readonly RegExp[]][] = [
  ['broken YAML', 'products.yaml', 'products:\n  - id: [kettle\n', [/products\.yaml:\d+/]],
  [
    'an unknown field',
    'products.yaml',
    `${products}    colour: red\n`,
    [/products\.yaml:4/, /colour/],
  ],
  [
    'a field that is missing',
    'products.yaml',
    'products:\n  - id: kettle\n',
    [/products\.yaml:2/, /label/],
  ],
  [
    'a number for a text',
    'products.yaml',
    'products:\n  - id: kettle\n    label: [1]\n',
    [/products\.yaml:3/, /label/],
  ],
  [
    'bytes that are no UTF-8',
    'products.yaml',
    Buffer.from([0x70, 0x3a, 0x20, 0xff, 0xfe, 0xe9, 0x0a]),
    [/products\.yaml/, /UTF-8/],
  ],
  [
    'a NUL',
    'products.yaml',
    'products:\n  - id: kettle\n    label: "Ket\\0tle"\n',
    [/products\.yaml:3/],
  ],
  [
    'a control sequence',
    'products.yaml',
    'products:\n  - id: "\u001b]0;paid\u0007"\n    label: K\n',
    [/products\.yaml:2/],
  ],
  ['an empty file', 'products.yaml', '', [/products\.yaml/]],
  [
    'an amount that is none',
    'authority.yaml',
    'authority:\n  - role: agent\n    amount: lots\n',
    [/authority\.yaml:\d+/],
  ],
  ['a file that no playbook has', 'prodcuts.yaml', products, [/prodcuts\.yaml/]],
];

/** @returns how many events the record has */
function eventsIn(home: string): unknown {
  const record = new Sqlite(recordOf(home), { readonly: true });
  try {
    return record.prepare('SELECT count(*) FROM event').pluck().get();
  } finally {
    record.close();
  }
}

const acting = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/;

describe("an owner's own playbook that cannot be used", () => {
  it.for(faults)(
    '%s: the file, the line and the field are named, and nothing is written',
    async ([, file, content, says]) => {
      const home = await homeOfSam();
      // Where it is found without being named.
      const own = join(home, 'config', 'amends', 'playbook');
      mkdirSync(own, { recursive: true });
      writeFileSync(join(own, file), content);
      const before = eventsIn(home);
      const refused = await runAmends(['new', '--from-file', '-'], { home, stdin: kettle });
      expect({ code: refused.code, stdout: refused.stdout }).toEqual({ code: 1, stdout: '' });
      for (const said of says) expect(refused.stderr).toMatch(said);
      expect(refused.stderr).not.toMatch(acting);
      expect(refused.stderr).not.toMatch(/^\s+at /m);
      expect(eventsIn(home)).toBe(before);
    },
  );

  it('on a terminal: told in lines, and no screen is opened', async () => {
    const home = await homeOfSam();
    const own = join(home, 'own');
    mkdirSync(own);
    writeFileSync(join(own, 'products.yaml'), 'products: [');
    const desk = openAmends(['new', '--playbook', own], { home, columns: 200 });
    await desk.see(/products\.yaml:\d+/);
    expect((await desk.exit()).code).toBe(1);
    // What was taken can be read all the same.
    expect((await runAmends(['list', '--playbook', own], { home })).code).toBe(0);
    expect(desk.raw()).not.toContain('\u001b[?1049h');
  });

  it('a folder that is not there, is a file, or may not be read is named', async () => {
    const home = await homeOfSam();
    const letter = join(home, 'letter.txt');
    writeFileSync(letter, '');
    for (const own of [join(home, 'none'), letter]) {
      const args = ['new', '--from-file', '-', '--playbook', own];
      const refused = await runAmends(args, { home, stdin: kettle });
      expect({ own, code: refused.code, stdout: refused.stdout }).toEqual({
        own,
        code: 1,
        stdout: '',
      });
      expect(refused.stderr).toContain(own);
    }
  });
});
