import { describe, expect, it } from 'vitest';
import { openAmends, runAmends } from '../support/run-amends.ts';
import { kettle, sampleHome } from '../support/sample-home.ts';
import { expectTidyFrame } from '../support/tidy-frame.ts';

/** Goes to a complaint on the page; what stands above it is another one on another day. */
async function goTo(desk: ReturnType<typeof openAmends>, reference: string): Promise<void> {
  await desk.see('C-1001').see('C-1002').see('C-1003');
  const rows = [...desk.terminal.text().matchAll(/C-\d+/g)].map(([found]) => found);
  await desk.press('home', ...rows.slice(0, rows.indexOf(reference)).map(() => 'down'));
  await desk.see(`▸ ${reference}`);
}

describe('amends without a command, on a terminal', () => {
  it('shows what wants doing, and goes on with what was left at exactly its field (P28, P33)', async () => {
    const home = await sampleHome();
    const desk = openAmends([], { home });
    await goTo(desk, 'C-1003');
    await desk
      .check(expectTidyFrame)
      .press('enter')
      .see('Account or order number')
      .type('A-77')
      .press('enter')
      .see('Channel')
      .press('escape')
      .see('▸ C-1003  Νίκος Αλεξίου')
      .press('q');
    expect(await desk.exit()).toMatchObject({ code: 0 });
    const { stdout } = await runAmends(['show', 'C-1003', '--json', 'customer_account'], { home });
    expect(JSON.parse(stdout)).toEqual([{ customer_account: 'A-77' }]);
  });

  it('begins a new complaint with n, and comes back to the page after it is left', async () => {
    const home = await sampleHome();
    const desk = openAmends([], { home });
    await desk
      .see('Νίκος Αλεξίου')
      .press('n')
      .see('C-1004')
      .press('escape')
      .see('amends  Today')
      .see('C-1004')
      .press('q');
    expect(await desk.exit()).toMatchObject({ code: 0 });
  });

  it('opens a complaint that is at its end to be read, and changes nothing by it', async () => {
    const home = await sampleHome();
    const before = (await runAmends(['log', '--json'], { home })).stdout;
    const desk = openAmends([], { home });
    await goTo(desk, 'C-1001');
    await desk
      .press('enter')
      .see('Esc back')
      .press('escape')
      .see('amends  Today')
      .see('▸ C-1001')
      .press('q');
    expect(await desk.exit()).toMatchObject({ code: 0 });
    expect((await runAmends(['log', '--json'], { home })).stdout).toBe(before);
  });

  it('shows at once what is done in another window', async () => {
    const home = await sampleHome();
    const desk = openAmends([], { home });
    await desk.see('Νίκος Αλεξίου');
    const { code, stderr } = await runAmends(['new', '--from-file', '-'], {
      home,
      stdin: kettle.replace('Maria Petrova', 'Amra Hodžić').replace('123 4567', '765 4321'),
    });
    expect({ code, stderr }).toMatchObject({ code: 0 });
    await desk.see('Amra Hodžić').press('q');
    expect(await desk.exit()).toMatchObject({ code: 0 });
  });

  it('ends with 130 on Ctrl+C', async () => {
    const desk = openAmends([], { home: await sampleHome() });
    await desk.see('Νίκος Αλεξίου').press('ctrl+c');
    expect(await desk.exit()).toMatchObject({ code: 130 });
  });

  it('is told in numbered lines in the accessible mode, and what is picked there is done', async () => {
    const home = await sampleHome();
    const desk = openAmends([], { home, env: { AMENDS_ACCESSIBLE: '1' } });
    await desk.see('C-1003, Νίκος Αλεξίου').see('h help)');
    const [, n = ''] = /(\d)\. C-1003/.exec(desk.terminal.text()) ?? [];
    await desk
      .send(`${n}\n`)
      .see('1. go on with the conversation')
      .send('1\n')
      .see('Account or order number');
    await desk.send('/leave\n').see('Everything is kept').see('The answer: due').send('q\n');
    expect(await desk.exit()).toMatchObject({ code: 0 });
    const again = openAmends(['today'], { home, env: { AMENDS_ACCESSIBLE: '1' } });
    await again.see('h help)').press('ctrl+c');
    expect(await again.exit()).toMatchObject({ code: 130 });
  });
});
