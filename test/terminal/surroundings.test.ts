import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { homeOfSam } from '../support/home-of-sam.ts';
import { openAmends, runAmends } from '../support/run-amends.ts';
import { kettle } from '../support/sample-home.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { expectTidyFrame } from '../support/tidy-frame.ts';

type Change = Readonly<Record<string, string | undefined>>;

describe('terminals and locales of every kind', () => {
  it.for<readonly [string, Change]>([
    ['no TERM, no LANG and an empty TZ', { TERM: undefined, LANG: undefined, TZ: '' }],
    ['TERM=vt100', { TERM: 'vt100' }],
    ['a TERM that nobody knows', { TERM: 'wyse-9000' }],
    ['a LANG that nobody knows', { LANG: 'xx_YY.ISO-8859-5' }],
    ['a LANG that is no locale', { LANG: '../../etc/passwd', LC_ALL: '%s' }],
    ['a TZ that is nowhere', { TZ: 'Nowhere/Atlantis' }],
    ['a TZ that is nonsense', { TZ: ':::\u0007' }],
  ])('%s: the conversation is held and answers are kept', async ([, env]) => {
    const home = await homeOfSam();
    const desk = openAmends(['new'], { home, env });
    await desk.see('Customer').check(expectTidyFrame);
    await desk.press('down', 'enter').see('Channel').send('web').press('enter');
    await desk.see('In their own words').press('escape');
    expect(await desk.exit()).toEqual({ code: 0, signal: 0 });
    const { code, stdout, stderr } = await runAmends(['list', '--json', 'channel'], { home, env });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(JSON.parse(stdout)).toEqual([{ channel: 'web' }]);
  });

  it('TERM=dumb holds the conversation in lines and draws nothing', async () => {
    const desk = openAmends(['new'], { home: await homeOfSam(), env: { TERM: 'dumb' } });
    await desk.see('Step 1 of 5').press('ctrl+c');
    expect((await desk.exit()).code).toBe(130);
    expect(desk.raw()).not.toContain('\u001b');
  });
});

describe('a home that is not as usual', () => {
  const taken = async (home: string, env: Change, cwd?: string) => {
    const options = { home, env, stdin: kettle, ...(cwd === undefined ? {} : { cwd }) };
    return runAmends(['new', '--from-file', '-', '--as', 'Sam'], options);
  };

  it('without HOME, the record goes where the account lives or is named, and nothing crashes', async () => {
    const home = temporaryFolder();
    const env = { HOME: undefined, XDG_DATA_HOME: undefined, XDG_CONFIG_HOME: undefined };
    const db = join(home, 'named.db');
    const named = await taken(home, { ...env, AMENDS_DB: db });
    expect(named).toMatchObject({ code: 0, stdout: 'C-1001\n' });
    expect((await runAmends(['list'], { home, env: { ...env, AMENDS_DB: db } })).code).toBe(0);
  });

  it('that cannot be written is told in one line with its path, and nothing is half done', async () => {
    const home = temporaryFolder();
    // A file where the folder should be: as good as a lock also for whoever may write anywhere.
    writeFileSync(join(home, 'share'), '');
    const refused = await taken(home, {});
    expect(refused).toMatchObject({ code: 1, stdout: '' });
    expect(refused.stderr).toContain(join(home, 'share', 'amends'));
    expect(refused.stderr).not.toMatch(/^\s+at /m);
    const desk = openAmends(['new'], { home });
    await desk.see(join(home, 'share'));
    expect((await desk.exit()).code).toBe(1);
  });

  it('folders of XDG that are relative count for nothing, as that standard says', async () => {
    const home = temporaryFolder();
    const cwd = temporaryFolder();
    const env = { XDG_DATA_HOME: 'data', XDG_CONFIG_HOME: './config', XDG_CACHE_HOME: 'cache' };
    expect((await taken(home, env, cwd)).code).toBe(0);
    // Found again from anywhere, which it would not be below the folder it was begun in.
    const elsewhere = await runAmends(['list', '--json', 'reference'], {
      home,
      env,
      cwd: temporaryFolder(),
    });
    expect(JSON.parse(elsewhere.stdout)).toEqual([{ reference: 'C-1001' }]);
  });
});
