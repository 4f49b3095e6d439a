import { describe, expect, it } from 'vitest';
import { openAmends, runAmends } from '../support/run-amends.ts';
import { sampleHome } from '../support/sample-home.ts';
import { expectTidyFrame } from '../support/tidy-frame.ts';

describe('amends without a command, on a terminal', () => {
  it('shows what wants doing, and goes on with what was left at exactly its field (P28, P33)', async () => {
    const home = await sampleHome();
    const desk = openAmends([], { home });
    await desk
      .see('NOT FINISHED')
      .see('Νίκος Αλεξίου')
      .check(expectTidyFrame)
      .press('enter')
      .see('Account or order number')
      .type('A-77')
      .press('enter')
      .see('Channel')
      .press('escape')
      .see('NOT FINISHED')
      .see('Channel')
      .press('q');
    expect(await desk.exit()).toMatchObject({ code: 0 });
    const { stdout } = await runAmends(['show', 'C-1003', '--json', 'customer_account'], { home });
    expect(JSON.parse(stdout)).toEqual([{ customer_account: 'A-77' }]);
  });

  it('begins a new complaint with n, and comes back to the page after it is left', async () => {
    const home = await sampleHome();
    const desk = openAmends([], { home });
    await desk
      .see('NOT FINISHED')
      .press('n')
      .see('C-1004')
      .press('escape')
      // The conversation shows its own reference: the page is there when its other parts are.
      .see('NOT FINISHED')
      .see('C-1004')
      .press('q');
    expect(await desk.exit()).toMatchObject({ code: 0 });
  });

  it('opens a complaint that is at its end to be read, and changes nothing by it', async () => {
    const home = await sampleHome();
    const before = (await runAmends(['log', '--json'], { home })).stdout;
    const desk = openAmends([], { home });
    await desk
      .see('NOT FINISHED')
      .see('C-1001')
      .press('up', 'up', 'up', 'up', 'down')
      .press('enter');
    await desk.see('C-1001 is on record').press('enter').see('NOT FINISHED').press('q');
    expect(await desk.exit()).toMatchObject({ code: 0 });
    expect((await runAmends(['log', '--json'], { home })).stdout).toBe(before);
  });

  it('ends with 130 on Ctrl+C, and in lines prints the page as text', async () => {
    const home = await sampleHome();
    const desk = openAmends([], { home });
    await desk.see('NOT FINISHED').press('ctrl+c');
    expect(await desk.exit()).toMatchObject({ code: 130 });
    const plain = openAmends([], { home, env: { AMENDS_ACCESSIBLE: '1' } });
    await plain.see('Νίκος Αλεξίου');
    expect(await plain.exit()).toMatchObject({ code: 0 });
  });
});
