import { describe, expect, it } from 'vitest';
import { homeOfSam } from '../support/home-of-sam.ts';
import { openAmends } from '../support/run-amends.ts';
import { expectTidyFrame, expectTidySoon } from '../support/tidy-frame.ts';
import { openAtTheWords } from './at-the-words.ts';

const story = 'The kettle arrived in pieces.';

describe('a window of any size', () => {
  it('at 40x10 says that it is too small, and goes on with what was typed when it grows', async () => {
    const { desk } = await openAtTheWords();
    await desk.send(story).see(story).resize(40, 10).see('40').dontSee('KNOWN');
    await desk.check(expectTidyFrame).resize(80, 24).see(story).check(expectTidySoon);
    await desk.press('ctrl+c');
    expect((await desk.exit()).code).toBe(130);
  });

  it.for([
    [40, 10],
    [1, 1],
    [2, 1],
    [500, 200],
    [56, 18],
  ] as const)(
    '%i columns and %i rows from the start end no conversation',
    async ([columns, rows]) => {
      const home = await homeOfSam();
      const desk = openAmends(['new'], { home, columns, rows });
      await desk.see(/\S/).check(expectTidyFrame).resize(80, 24);
      await desk.see('Customer').send('Mar').see('+ somebody new: Mar').check(expectTidySoon);
      await desk.press('ctrl+c');
      expect(await desk.exit()).toEqual({ code: 130, signal: 0 });
    },
  );

  it('that is pulled about while somebody types loses no letter', async () => {
    const { desk } = await openAtTheWords();
    const sizes = [
      [61, 20],
      [120, 40],
      [40, 10],
      [1, 1],
      [200, 60],
      [79, 23],
    ] as const;
    const said = 'abcdefghijklmnopqrstuvwxyz';
    for (const [at, letter] of [...said].entries()) {
      const [columns, rows] = sizes[at % sizes.length] ?? [80, 24];
      await desk.send(letter).resize(columns, rows);
    }
    await desk.resize(80, 24).see(said).check(expectTidySoon);
    await desk.press('ctrl+c');
    expect((await desk.exit()).code).toBe(130);
  });
});
