import { describe, expect, it } from 'vitest';
import {
  DAY,
  deskOfThree,
  HOUR,
  logOf,
  recorded,
  verifies,
  windowOf,
} from '../terminal/day/desk-of-three.ts';
import { maria, promisedTo } from '../terminal/day/records.ts';
import { openWindow } from '../terminal/window.ts';

/** @returns a home with Maria's complaint, in which a kettle is promised for the day after tomorrow. */
const withPromise = () =>
  deskOfThree((past) =>
    past.took('Sam', 3 * HOUR, promisedTo({ ...maria, promised: 'a new kettle', due: 2 * DAY })),
  );

describe('two windows on one complaint', () => {
  it('on one conversation: who comes second is told what the first did, keeps every word, and may go on', async () => {
    const home = await deskOfThree();
    const sam = windowOf('Sam', { home, args: ['new', '--channel', 'web'] });
    await sam.see('Customer').press('down', 'enter').see('In their own words');
    const lejla = windowOf('Lejla', { home, args: ['resume', 'C-1001'] });
    await lejla.see('In their own words').type('The kettle leaks, she says.');
    await sam.type('The kettle is broken.').press('enter').see('The main points');
    await lejla.press('enter').see('Sam did this meanwhile').see('The kettle is broken.');
    await lejla.see('The kettle leaks, she says.').see('In their own words');
    // Nothing of hers counts until she has read that.
    expect(await recorded(home, 'C-1001', 'words')).toEqual({ words: 'The kettle is broken.' });
    await lejla.press('enter').see('The main points');
    expect(await recorded(home, 'C-1001', 'words')).toEqual({
      words: 'The kettle leaks, she says.',
    });
    // What Sam writes now does not touch hers, and he is told as well.
    await sam.type('A kettle is broken.').press('enter').see('Lejla went on meanwhile');
    await sam.see('A kettle is broken.').press('enter').see('Do they say yes');
    const state = await recorded(home, 'C-1001', 'words', 'restated', 'revision');
    expect(state).toMatchObject({
      words: 'The kettle leaks, she says.',
      restated: 'A kettle is broken.',
    });
    const log = await logOf(home, 'C-1001');
    expect(log.map(({ n }) => n)).toEqual(log.map((_, index) => index + 1));
    expect(state['revision']).toBe(log.length);
    expect(await verifies(home)).toBe('0 All is well.');
  });

  it('on one page: a form that was filled in meanwhile is kept, and one more Enter does it where the two do not touch (P28)', async () => {
    const home = await withPromise();
    const sam = windowOf('Sam', { home, args: ['show', 'C-1001'] });
    const lejla = windowOf('Lejla', { home, args: ['show', 'C-1001'] });
    await lejla.see('Timeline').press('p').see('PROMISE SOMETHING').type('a call when it is sent');
    await lejla.press('enter', 'enter').see('By when').type('tomorrow 15:00').see('→ ');
    await sam.see('Timeline').press('n').see('NOTE').type('She calls after five.');
    await sam.press('enter').see('Reached by').press('enter').see('note: She calls after five.');
    // Her window says it by itself while she types, and again by the first Enter.
    await lejla.see('Sam went on meanwhile').see('She calls after five.').see('tomorrow 15:00');
    expect((await logOf(home, 'C-1001')).at(-1)).toMatchObject({ type: 'noted', agent: 'Sam' });
    await lejla.press('enter').see('tomorrow 15:00').dontSee('the promise is written down');
    await lejla.press('enter').see('the promise is written down');
    const log = await logOf(home, 'C-1001');
    expect(log.slice(-2)).toMatchObject([
      { type: 'noted', agent: 'Sam' },
      { type: 'promised', agent: 'Lejla', body: { what: 'a call when it is sent' } },
    ]);
    expect(await recorded(home, 'C-1001', 'revision')).toEqual({ revision: log.length });
    expect(await verifies(home)).toBe('0 All is well.');
  });

  it('who wants to do what the other has done is told by whom, and does it no second time (P28)', async () => {
    const home = await withPromise();
    const sam = windowOf('Sam', { home, args: ['show', 'C-1001'] });
    const lejla = windowOf('Lejla', { home, args: ['show', 'C-1001'] });
    await lejla.see('Timeline').press('k').see('A PROMISE WAS KEPT').press('enter');
    await lejla.see('How it was kept').type('It is there.');
    await sam.see('Timeline').press('k').see('A PROMISE WAS KEPT').press('enter');
    await sam.see('How it was kept').type('The courier says so.').press('enter');
    await sam.see('the promise is kept');
    await lejla.press('enter').see('Sam went on meanwhile').see('It is there.');
    await lejla.see('Nothing is promised in C-1001 that still has to be kept');
    await lejla.press('enter').see('It is there.').press('escape').see('Next: resolve');
    const kept = (await logOf(home, 'C-1001')).filter(({ type }) => type === 'promise_kept');
    expect(kept).toMatchObject([{ agent: 'Sam', body: { note: 'The courier says so.' } }]);
    expect(await verifies(home)).toBe('0 All is well.');
  });

  it('one of them closed in the middle of a word takes nothing from the other', async () => {
    const home = await deskOfThree();
    // Hers first: a terminal that was opened after his would hold his other end as well.
    const lejla = windowOf('Lejla', { home });
    await lejla.see('amends  Today');
    const sam = openWindow(['new', '--channel', 'web', '--as', 'Sam'], home);
    await sam.see('no name given');
    sam.write('Mari');
    await sam.see('+ somebody new: Mari');
    await lejla.see(/NOT FINISHED\s+▸ C-1001/);
    expect((await sam.close()).code).toBe(130);
    await lejla.press('enter').see('+ somebody new: Mari').type('a').press('enter');
    await lejla.see('How to reach them').press('ctrl+c');
    expect(await lejla.exit()).toMatchObject({ code: 130 });
    expect(await recorded(home, 'C-1001', 'customer_name', 'channel')).toEqual({
      customer_name: 'Maria',
      channel: 'web',
    });
    expect(await verifies(home)).toBe('0 All is well.');
  });
});
