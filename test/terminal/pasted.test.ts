import { expect, it } from 'vitest';
import type { EmulatedTerminal } from '../support/emulated-terminal.ts';
import { textsToBe } from '../support/forbidden.ts';
import { homeOfSam } from '../support/home-of-sam.ts';
import { openAmends, runAmends } from '../support/run-amends.ts';
import { kettle } from '../support/sample-home.ts';
import { expectTidyFrame, frameFaults } from '../support/tidy-frame.ts';
import { goToTheWords, openAtTheWords } from './at-the-words.ts';
import { leftBehind } from './given-back.ts';

/** Nothing shifted; that the harmless rest of a sequence can be read is as it should be. */
function expectItsPlaces(screen: EmulatedTerminal): void {
  const faults = frameFaults(screen).filter((fault) => !fault.includes('remains of an escape'));
  expect(faults).toEqual([]);
}

const marked = textsToBe('marked').map(({ text }) => text);

it('whatever is pasted at a real terminal does nothing to it, and is kept as it was', async () => {
  const { home, desk } = await openAtTheWords();
  const pasted = `The kettle ${marked.join(' x ')} broke.`;
  await desk.paste(pasted).see('broke.').check(expectItsPlaces).press('enter');
  await desk.see('The main points').check(expectItsPlaces);
  expect(desk.terminal.sideEffects()).toEqual([]);
  await desk.press('ctrl+c');
  expect((await desk.exit()).code).toBe(130);
  expect(leftBehind(desk.terminal)).toEqual([]);
  const { stdout } = await runAmends(['show', '1001', '--json', 'words'], { home });
  const [{ words }] = JSON.parse(stdout) as [{ words: string }];
  expect(words).toContain('\u001b]52;c;cm0gLXJmIH4K\u0007');
  expect(words.endsWith('broke.')).toBe(true);
});

it('the same typed as raw input, field by field, leads to no side effect and no broken frame', async () => {
  const home = await homeOfSam();
  const desk = openAmends(['new'], { home });
  await desk.see('Customer');
  for (const nasty of [
    '\u202emaria',
    '\u009b31mmaria',
    '\u001b]0;paid\u0007',
    '\u001b]52;c;AAAA\u0007',
    '\u200b\ufeff',
  ]) {
    await desk.send(nasty).press('ctrl+u').check(expectTidyFrame);
  }
  await desk.see('no name given');
  await goToTheWords(desk);
  await desk.send('\u001b]0;paid\u0007\u0001\u0002 lone \u001b').send('[31m text').see('text');
  await desk.check(expectTidyFrame);
  expect(desk.terminal.sideEffects()).toEqual([]);
  await desk.press('ctrl+c');
  expect((await desk.exit()).code).toBe(130);
});

it("a customer's own language, from typing to the list, at a real terminal (P12)", async () => {
  const thai = 'กาต้มน้ำแตกตอนมาถึง 👨‍👩‍👧‍👦 水壶';
  const { home, desk } = await openAtTheWords();
  await desk.send(thai).see(thai).check(expectTidyFrame).press('enter').see('The main points');
  await desk.see('กาต้มน้ำ').check(expectTidyFrame).press('ctrl+c');
  expect((await desk.exit()).code).toBe(130);
  const stdin = kettle.replace('Maria Petrova', 'สมชาย ใจดี');
  expect((await runAmends(['new', '--from-file', '-'], { home, stdin })).code).toBe(0);
  const list = openAmends(['list'], { home, columns: 100 });
  await list.see('สมชาย ใจดี').check(expectTidyFrame);
  expect((await list.exit()).code).toBe(0);
});

it('a megabyte is pasted: one line says that it is too much, and the screen goes on', async () => {
  const { desk } = await openAtTheWords();
  await desk.paste('The kettle arrived in pieces. '.repeat(35_000));
  await desk.see('too long').check(expectTidyFrame);
  await desk.send('It broke.').see('It broke.').press('enter').see('The main points');
  await desk.press('ctrl+c');
  expect((await desk.exit()).code).toBe(130);
});
