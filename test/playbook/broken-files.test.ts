import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadPlaybook } from '../../src/playbook/load-playbook.ts';
import {
  copyOfPacks,
  emptyOwnFolder,
  faultOf,
  faultsOf,
  pack,
  saidOf,
  shippedFolder,
} from './pack-copy.ts';

describe('a file that is no YAML of ours', () => {
  it.each([
    ['broken YAML', 'channels: [\n', 2],
    ['a tab in front', 'channels:\n\t- id: a\n', 2],
    [
      'a line that begins with a variable, without quotes',
      'lines:\n  words:\n    - say: {agent} here\n',
      3,
    ],
    ['a name given twice', 'channels: []\nchannels: []\n', 2],
    ['two documents', 'channels: []\n---\nchannels: []\n', 2],
    ['a list for a name', 'channels: []\n? [a]\n: b\n', 2],
    ['an unknown tag', 'channels: !!js/function a\n', 1],
  ])('%s is told with its line', async (_, content, line) => {
    const own = emptyOwnFolder();
    const name = content.startsWith('lines') ? 'lines.en.yaml' : 'channels.yaml';
    writeFileSync(join(own, name), content);
    const [fault] = await faultsOf(own);
    expect(fault).toMatchObject({ file: name, line, code: 'broken_yaml' });
    expect(saidOf(fault === undefined ? [] : [fault])[0]).toContain(
      `${name}:${line}: is not YAML: `,
    );
  });

  it('has nothing in it', async () => {
    expect(await faultOf('channels.yaml', '# later\n')).toMatchObject({ code: 'empty_file' });
    expect(await faultOf('channels.yaml', '')).toMatchObject({ code: 'empty_file' });
  });

  it('refers to itself until memory is full', async () => {
    const levels = 'bcdefghij'.split('').map((name, index) => {
      const before = 'abcdefghij'[index];
      return `${name}: &${name} [${Array.from({ length: 9 }, () => `*${before}`).join(', ')}]`;
    });
    const own = emptyOwnFolder();
    writeFileSync(join(own, 'channels.yaml'), `a: &a [lol]\n${levels.join('\n')}\n`);
    const faults = await faultsOf(own);
    expect(faults[0]).toMatchObject({ file: 'channels.yaml', line: 2, code: 'alias' });
    expect(new Set(faults.map(({ code }) => code))).toEqual(new Set(['alias']));
  });

  it('is nested deeper than anybody writes', async () => {
    expect(await faultOf('channels.yaml', '['.repeat(200_000))).toMatchObject({ code: 'too_deep' });
  });

  it('has many slips on one line, and the line is told once', async () => {
    const fault = await faultOf('channels.yaml', 'channels: [a: [b: c: d]]\n');
    expect(fault).toMatchObject({ line: 1, code: 'broken_yaml' });
  });

  it('is not UTF-8', async () => {
    const latin = Uint8Array.from(
      Buffer.from('channels:\n  - id: a\n    label: caf\xe9\n', 'latin1'),
    );
    expect(await faultOf('channels.yaml', latin)).toMatchObject({ code: 'not_utf8' });
  });

  it('is larger than 1 MB', async () => {
    const fault = await faultOf('channels.yaml', `#${' '.repeat(1024 * 1024)}\n`);
    expect(fault.said).toBe('channels.yaml: is larger than 1 MB');
  });
});

describe('files and folders', () => {
  it('a pack that does not exist is told with those that do', async () => {
    const load = await loadPlaybook({ pack: 'bakery', language: 'en', shippedFolder });
    expect(load).toMatchObject({ ok: false, faults: [{ code: 'missing_pack' }] });
    if (!load.ok)
      expect(saidOf(load.faults)[0]).toContain('named bakery; known are: small-business');
  });

  it('a pack is a name, not a way to somewhere else', async () => {
    const load = await loadPlaybook({
      pack: '../playbooks/small-business',
      language: 'en',
      shippedFolder,
    });
    expect(load).toMatchObject({ ok: false, faults: [{ code: 'missing_pack' }] });
  });

  it('an own folder that does not exist, or is a file, is told by its path', async () => {
    const own = join(emptyOwnFolder(), 'nowhere');
    expect(await faultsOf(own)).toMatchObject([{ file: own, code: 'missing_folder' }]);
    writeFileSync(own, '');
    expect(await faultsOf(own)).toMatchObject([{ file: own, code: 'not_a_folder' }]);
  });

  it('a file of the pack that is missing is told', async () => {
    const packs = copyOfPacks();
    rmSync(join(packs, pack, 'causes.yaml'));
    const load = await loadPlaybook({ pack, language: 'en', shippedFolder: packs });
    expect(load).toMatchObject({
      ok: false,
      faults: [{ file: 'causes.yaml', code: 'missing_file' }],
    });
  });

  it('a file that is a folder is told', async () => {
    const own = emptyOwnFolder();
    mkdirSync(join(own, 'causes.yaml'));
    expect(await faultsOf(own)).toMatchObject([{ file: 'causes.yaml', code: 'not_a_file' }]);
  });

  it('a file that cannot be read is told with the system’s reason', async () => {
    const own = emptyOwnFolder();
    symlinkSync('causes.yaml', join(own, 'causes.yaml'));
    const faults = await faultsOf(own);
    expect(faults).toMatchObject([{ file: 'causes.yaml', code: 'unreadable' }]);
    expect(saidOf(faults)).toEqual(['causes.yaml: cannot be read (ELOOP)']);
  });

  it('a file with a name of its own is told with the known names, hidden ones are left alone', async () => {
    const own = emptyOwnFolder();
    writeFileSync(join(own, '.DS_Store'), '');
    expect(await faultsOf(own)).toEqual([]);
    writeFileSync(join(own, 'remedies.yml'), '');
    const faults = await faultsOf(own);
    expect(faults).toMatchObject([{ file: 'remedies.yml', code: 'unknown_file' }]);
    expect(saidOf(faults)[0]).toContain('known are: playbook.yaml, hours.yaml, channels.yaml');
  });
});
