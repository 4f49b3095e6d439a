import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { homeOfSam } from '../support/home-of-sam.ts';
import { openAmends, runAmends } from '../support/run-amends.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { deskHome } from './desk-home.ts';

const kettle = ['init', '--business', 'Kettle & Co', '--agent', 'Sam', '--zone', 'Europe/Sofia'];

/** What the log of the desk says. */
async function logOf(home: string): Promise<readonly string[]> {
  const { stdout } = await runAmends(['log', '--plain', 'what'], { home });
  return stdout.split('\n').filter((line) => line !== '');
}

/** The newest opening hours on record. */
function newestHours(record: string): unknown {
  const database = new Sqlite(record, { readonly: true });
  try {
    return database.prepare('SELECT * FROM calendar ORDER BY version DESC LIMIT 1').get();
  } finally {
    database.close();
  }
}

describe('a desk set up by flags', () => {
  test('stands with its people, its hours, its days off and its zone, all of it in the log', async () => {
    const home = temporaryFolder();
    const hours = ['--hours', 'mon-fri 9-12:30 13:30-18, sat 10-14'];
    const off = ['--holiday', '2026-12-25 Christmas', '--holiday', '2026-12-24 Eve 09:00-12:00'];
    const done = await runAmends([...kettle, ...hours, ...off, '--language', 'bg,en'], { home });
    expect(done).toMatchObject({ code: 0, stdout: '' });
    expect(done.stderr).toContain(
      'Open mon-fri 09:00-12:30 13:30-18:00, sat 10:00-14:00, Europe/Sofia, 2 days off.',
    );
    const told = (await runAmends(['log'], { home })).stdout;
    expect(told).toContain('the desk: business Kettle & Co; time zone Europe/Sofia');
    expect(told).toMatch(/opening hours: mon-fri 09:00-12:30 .*, Europe\/Sofia, 2 days off/);
    const agents = await runAmends(['agent', 'list', '--json', 'name,languages'], { home });
    expect(JSON.parse(agents.stdout)).toEqual([{ name: 'Sam', languages: ['bg', 'en'] }]);
    expect(await runAmends(['verify'], { home })).toMatchObject({ code: 0 });
  });

  test('set up again keeps what is not given, and writes nothing where nothing is different', async () => {
    const { home, run } = await deskHome([]);
    await run(['init', '--hours', 'mon-fri 09:00-17:00']);
    const before = await logOf(home);
    const again = await run(['init', '--hours', 'mon-fri 9-17', '--business', 'Kettle & Co']);
    expect(again.stderr).toContain('Kettle & Co: Sam, repairs desk, agent.');
    expect(await logOf(home)).toEqual(before);
    await run(['init', '--holiday', '2026-12-25 Christmas']);
    const { stderr } = await run(['init', '--reach-us', '02 999 9999']);
    expect(stderr).toContain('Open mon-fri 09:00-17:00, Europe/Sofia, 1 day off.');
  });

  test('a list of days off takes the place of those there were; more days stand beside them', async () => {
    const { home, record, run } = await deskHome([]);
    const file = join(home, 'off.txt');
    writeFileSync(file, '# our days off\n2026-12-25 Christmas\n\n2027-01-01 New Year\n');
    await run(['init', '--holiday', '2026-03-03 Liberation Day']);
    await run(['init', '--holidays', file, '--holiday', '2026-12-24 Christmas Eve 09:00-12:00']);
    const { holidays } = newestHours(record) as { holidays: string };
    expect(JSON.parse(holidays)).toEqual([
      { day: '2026-12-24', label: 'Christmas Eve', open: [[540, 720]] },
      { day: '2026-12-25', label: 'Christmas' },
      { day: '2027-01-01', label: 'New Year' },
    ]);
    const yaml = join(home, 'hours.yaml');
    writeFileSync(
      yaml,
      'hours: around the clock\nholidays:\n  - {day: 2026-05-06, label: Gergyovden}\n',
    );
    expect((await run(['init', '--holidays', yaml])).stderr).toContain('1 day off');
  });

  test('running clocks count by the new hours at once, and it is said', async () => {
    const { home, run } = await deskHome([]);
    const begun = openAmends(['new', '--channel', 'phone'], { home, env: { TERM: 'dumb' } });
    await begun.see('Customer').press('ctrl+c');
    await begun.exit();
    const { stderr } = await run(['init', '--hours', 'mon-fri 09:00-17:00']);
    expect(stderr).toContain('The clocks of 1 complaint count by these hours now.');
    expect((await run(['log'])).stdout).toContain('the clocks count by other opening hours');
    const elsewhere = await run(['init', '--zone', 'Asia/Bangkok']);
    expect(elsewhere.stderr).toContain('Open mon-fri 09:00-17:00, Asia/Bangkok.');
    expect(elsewhere.stderr).toContain('The clocks of 1 complaint count');
  });

  test('who decides is told how to get a PIN, which is not asked here (P21)', async () => {
    const home = temporaryFolder();
    const { stderr } = await runAmends([...kettle, '--role', 'supervisor'], { home });
    expect(stderr).toContain('amends agent edit Sam --pin');
    const agent = await runAmends(['init', '--role', 'agent'], { home });
    expect(agent.stderr).not.toContain('PIN');
  });

  test('nobody is added or made an agent again by the way, whoever’s name is typed how', async () => {
    const { home, run } = await deskHome([]);
    await run(['agent', 'add', 'Vesna', '--role', 'supervisor']);
    const unnamed = await run(['init', '--hours', 'mon-fri 09:00-17:00']);
    expect(unnamed).toMatchObject({ code: 2 });
    expect(unnamed.stderr).toMatch(/Sam, Vesna/);
    await run(['init', '--hours', 'mon-fri 09:00-17:00', '--as', 'vesna']);
    const agents = await runAmends(['agent', 'list', '--json', 'name,role'], { home });
    expect(JSON.parse(agents.stdout)).toEqual([
      { name: 'Sam', role: 'agent' },
      { name: 'Vesna', role: 'supervisor' },
    ]);
  });
});

describe('the playbook of a desk', () => {
  test('has its sums in the currency of the desk, with a word on looking them through', async () => {
    const home = temporaryFolder();
    const done = await runAmends([...kettle, '--currency', 'bgn'], { home });
    expect(done).toMatchObject({ code: 0 });
    expect(done.stderr).toContain('All sums are in BGN now. Nothing was converted');
    const shown = await runAmends(['agent', 'show', 'Sam'], { home });
    expect(shown.stdout).toContain('BGN');
    expect(shown.stdout).not.toContain('€');
    const back = await runAmends(['init', '--currency', 'JPY'], { home });
    expect(back).toMatchObject({ code: 0 });
    expect((await runAmends(['agent', 'show', 'Sam'], { home })).stdout).toContain('¥50');
  });

  test('is copied to be changed, where a folder is named that is remembered', async () => {
    const home = await homeOfSam();
    const folder = join(home, 'mine');
    const done = await runAmends(['init', '--copy-playbook', '--playbook', folder], { home });
    expect(done).toMatchObject({ code: 0 });
    const file = join(folder, 'playbook.yaml');
    const text = readFileSync(file, 'utf8');
    writeFileSync(file, text.replace('answer: 10 h', 'answer: 9 h'));
    // Another copy overwrites nothing.
    await runAmends(['init', '--copy-playbook'], { home });
    expect(readFileSync(file, 'utf8')).toContain('answer: 9 h');
    writeFileSync(file, 'currency: nothing');
    const faulty = await runAmends(['new', '--schema'], { home });
    const broken = await runAmends(['init', '--team', 'desk'], { home });
    expect([faulty.code, broken.code]).toContain(1);
    expect(broken.stderr).toContain('playbook.yaml');
  });

  test('keeps what the config file said beside it', async () => {
    const home = await homeOfSam();
    const folder = join(home, 'mine');
    mkdirSync(folder);
    const config = join(home, 'config.yaml');
    writeFileSync(config, '# mine\nlang: en # as I like it\n');
    const named = ['--config', config, '--playbook', folder];
    expect(await runAmends(['init', ...named], { home })).toMatchObject({ code: 0 });
    expect(readFileSync(config, 'utf8')).toBe(
      `# mine\nlang: en # as I like it\nplaybook: ${folder}\n`,
    );
  });

  test('has hours of its own, which the desk follows until its owner says others', async () => {
    const { home, record, run } = await deskHome([]);
    const folder = join(home, 'mine');
    mkdirSync(folder);
    const week = ['tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
    const written = (times: string) =>
      writeFileSync(
        join(folder, 'hours.yaml'),
        `hours:\n  monday: ["${times}"]\n${week.map((day) => `  ${day}: closed\n`).join('')}`,
      );
    written('09:00-12:00');
    await run(['init', '--playbook', folder]);
    await run(['agent', 'add', 'Vesna', '--as', 'Sam']);
    expect(newestHours(record)).toMatchObject({ version: 1, zone: 'Europe/Sofia' });
    written('10:00-12:00');
    await run(['list', '--json']);
    expect(newestHours(record)).toMatchObject({ version: 1 });
    await run(['agent', 'edit', 'Vesna', '--team', 'returns', '--as', 'Sam']);
    expect(newestHours(record)).toMatchObject({ version: 2 });
    await run(['init', '--hours', 'mon 08:00-20:00', '--as', 'Sam']);
    written('11:00-12:00');
    await run(['agent', 'edit', 'Vesna', '--team', 'sales', '--as', 'Sam']);
    expect(newestHours(record)).toMatchObject({ version: 3 });
    await run(['init', '--hours', 'playbook', '--as', 'Sam']);
    expect(newestHours(record)).toMatchObject({ version: 4 });
    expect((await run(['log'])).stdout).toContain('opening hours of the playbook: mon 11:00-12:00');
  });
});

describe('what cannot be', () => {
  const refused: readonly (readonly [string, readonly string[], readonly string[]])[] = [
    ['times that overlap', ['--hours', 'mon 9-13 12-17'], ['monday', '09:00-13:00', '12:00-17:00']],
    ['a day that is none', ['--hours', 'mon-fry 9-17'], ['mon-fry', 'mon tue wed']],
    ['times without a day', ['--hours', '9-17'], ['mon-fri 09:00-12:30']],
    ['hours past midnight', ['--hours', 'fri 18:00-02:00'], ['fri 18:00-24:00, sat 00:00-02:00']],
    ['a day said twice', ['--hours', 'mon 9-12, mon 13-17'], ['monday twice']],
    ['a week that never opens', ['--hours', 'mon closed'], ['never open']],
    ['nothing at all', ['--hours', ' '], ['--hours is empty']],
    ['a zone that is none', ['--zone', 'Europe/Sofai'], ['Did you mean Europe/Sofia?']],
    ['a currency that is none', ['--currency', 'EURO'], ['EURO', 'Did you mean EUR?']],
    ['a language that is none', ['--language', 'de'], ['en, mn, bg, el, bs, th']],
    ['a role that is none', ['--role', 'chief'], ['agent, supervisor, owner']],
    ['a day off that is no date', ['--holiday', '2026-02-30 Never'], ['2026-02-30', '2026-12-25']],
    ['a day off without a name', ['--holiday', '2026-12-25'], ['has no name']],
    [
      'a file that is not there',
      ['--holidays', '/nowhere/off.txt'],
      ['/nowhere/off.txt', 'ENOENT'],
    ],
  ];
  test.each(refused)('is refused before anything is written: %s', async (_what, flags, said) => {
    const home = temporaryFolder();
    const { code, stderr } = await runAmends([...kettle, ...flags], { home });
    expect(code).toBe(2);
    for (const part of said) expect(stderr).toContain(part);
    expect(existsSync(join(home, 'share', 'amends', 'amends.db'))).toBe(false);
  });

  test('a day off that is none is told with its file and line', async () => {
    const home = temporaryFolder();
    const file = join(home, 'off.txt');
    writeFileSync(file, '2026-12-25 Christmas\nsometime in May\n');
    const { code, stderr } = await runAmends([...kettle, '--holidays', file], { home });
    expect(code).toBe(2);
    expect(stderr).toContain(`${file}:2: “sometime” is no date`);
  });

  test('a folder that cannot be written leaves the desk as it was', async () => {
    const home = await homeOfSam();
    const before = await logOf(home);
    const file = join(home, 'file');
    writeFileSync(file, '');
    const folder = join(file, 'mine');
    const flags = ['--playbook', folder, '--copy-playbook', '--business', 'Another name'];
    const { code, stderr } = await runAmends(['init', ...flags], { home });
    expect(code).toBe(1);
    expect(stderr).toContain(`${folder} cannot be written (ENOTDIR); nothing was changed.`);
    expect(await logOf(home)).toEqual(before);
  });

  test('nobody to answer: the option that does the same is named', async () => {
    const home = temporaryFolder();
    const silent = await runAmends(['init', '--no-input'], { home });
    expect(silent).toMatchObject({ code: 2 });
    expect(silent.stderr).toContain('--business');
    const nameless = await runAmends(['init', '--agent', 'Sam', '--no-input'], { home });
    expect(nameless).toMatchObject({ code: 2 });
    expect(nameless.stderr).toContain('--business NAME');
  });

  test('a record that another program keeps locked ends with 5', async () => {
    const { home, record } = await deskHome([]);
    const other = new Sqlite(record);
    other.exec('BEGIN IMMEDIATE');
    try {
      const env = { AMENDS_BUSY_MS: '50' };
      const { code } = await runAmends(['init', '--hours', 'mon-fri 9-17'], { home, env });
      expect(code).toBe(5);
    } finally {
      other.close();
    }
  });
});

describe('a desk set up by questions', () => {
  test('stands after Enter on everything but its name: office hours are proposed', async () => {
    const home = temporaryFolder();
    const desk = openAmends(['init', '--accessible'], { home });
    await desk.see('Name of the business').send('Kettle & Co\n');
    await desk.see('Your name').send('Sam\n');
    for (const question of ['Your team', 'Your role', 'reach you', 'language', 'Time zone']) {
      await desk.see(question).send('\n');
    }
    await desk.see('2. around the clock').see('When are you open').send('\n');
    await desk.see('Currency').send('\n').see('Who else').send('\n');
    await desk.see('Open mon-fri 09:00-17:00');
    // Whatever Sam asks for would wait for ever (P21).
    await desk.see('Nobody here decides yet').see(/If you do: amends agent e\s*dit "Sam"/);
    expect(await desk.exit()).toMatchObject({ code: 0 });
  });

  test('takes other hours, other people and another currency, and says beside each what is wrong', async () => {
    const home = temporaryFolder();
    const desk = openAmends(['init', '--accessible'], { home, rows: 60, columns: 120 });
    await desk.see('Name of the business').send('Kettle & Co\n');
    await desk.see('Your name').send('Sam\n');
    await desk.see('Your team').send('\n').see('Your role').send('\n').see('reach you').send('\n');
    await desk.see('language').send('3\n');
    await desk.see('Time zone').send('Europe/Sofai\n').see('Did you mean Europe/Sofia?');
    await desk.send('Europe/Sofia\n').see('When are you open').send('3\n');
    await desk.see('Your hours').send('mon 9-13 12-17\n').see('overlap').send('mon 9-13\n');
    await desk.see('Currency').send('XYZ\n').see('no currency').send('MNT\n');
    await desk
      .see('Who else')
      .send('sam\n')
      .see(/already|works here/);
    await desk
      .send('Vesna\n')
      .see('Their role')
      .send('2\n')
      .see(/Who else[\s\S]*Who else/)
      .send('\n');
    await desk.see('Open mon 09:00-13:00, Europe/Sofia').see('amends agent edit Vesna --pin');
    expect(await desk.exit()).toMatchObject({ code: 0 });
    const agents = await runAmends(['agent', 'list', '--json', 'name,role,languages'], { home });
    expect(JSON.parse(agents.stdout)).toEqual([
      { name: 'Sam', role: 'agent', languages: ['bg'] },
      { name: 'Vesna', role: 'supervisor', languages: ['bg'] },
    ]);
  });

  test('shows what holds when it is asked again, and Enter keeps it', async () => {
    const { home, run } = await deskHome([]);
    await run(['init', '--hours', 'tue 10:00-12:00']);
    const before = await logOf(home);
    const desk = openAmends(['init', '--accessible'], { home });
    await desk.see('Enter keeps what is there');
    await desk.see('(Enter for Kettle & Co)').send('\n').see('(Enter for Sam)').send('\n');
    await desk.see('(Enter for repairs desk)').send('\n').see('Your role').send('\n');
    await desk.see('(Enter for 02 123 4567)').send('\n').see('language').send('\n');
    await desk.see('(Enter for Europe/Sofia)').send('\n');
    await desk.see('(Enter for tue 10:00-12:00)').send('\n').see('(Enter for EUR)').send('\n');
    expect(await desk.exit()).toMatchObject({ code: 0 });
    expect(await logOf(home)).toEqual(before);
  });

  test('on an ordinary terminal around the clock is one choice away, and faults stand beside the field', async () => {
    const home = temporaryFolder();
    const desk = openAmends(['init'], { home, columns: 120 });
    await desk.see('Name of the business').type('Kettle').press('enter');
    await desk.see('Your name').type('Sam').press('enter');
    for (const question of ['Your team', 'Your role', 'reach you', 'Your language']) {
      await desk.see(question).press('enter');
    }
    await desk.see('Time zone').type('Europe/Sofai').press('enter').see('no time zone');
    for (let at = 0; at < 'ai'.length; at++) desk.press('backspace');
    await desk.type('ia').press('enter');
    await desk.see('When are you open').press('down').press('enter');
    await desk.see('Currency').press('enter').see('Who else').press('enter');
    await desk.see('Open around the clock, Europe/Sofia.');
    expect(await desk.exit()).toMatchObject({ code: 0 });
  });
});
