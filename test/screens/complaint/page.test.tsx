import { describe, expect, it } from 'vitest';
import { complaintId } from '../../../src/rules/values.ts';
import { deskOfThree, done, promisedKettle } from '../../desk/actions/at-an-action.ts';
import { heardUntil, secondDesk } from '../../desk/at-the-desk.ts';
import { openScreens } from './at-the-page.tsx';

const id = complaintId(1001);
const page = { kind: 'complaint', id } as const;

describe('the page of a complaint', () => {
  it('says which, whose, where it stands and how long there is, before anything else (P25, P29)', async () => {
    const desk = await deskOfThree();
    await promisedKettle(desk);
    const sam = await openScreens(desk, page);
    const [first, second] = sam.lines();
    expect(first).toMatch(/^ C-1001 {2}Maria Petrova {2}phone .* due .*left$/);
    expect(second).toMatch(/^ open; Sam has it +opened today \d\d:\d\d$/);
  });

  it('tells everything that happened, the newest first, under its day, with who did it (P36)', async () => {
    const desk = await deskOfThree();
    const conversation = await promisedKettle(desk);
    const hers = await secondDesk(desk, 'Lejla');
    await done(hers, conversation, 'note', { text: 'She is at work until five.' });
    const sam = await openScreens(desk, page);
    const lines = sam.lines();
    const at = (text: string): number => lines.findIndex((line) => line.includes(text));
    expect(lines[5]).toBe(' today');
    expect(lines[at('She is at work')]).toMatch(
      /^ ▸ \d\d:\d\d {2}Lejla {2}.*She is at work until five/,
    );
    expect(at('She is at work')).toBeLessThan(at('the conversation ended'));
    await sam.press('end');
    await sam.see('the conversation began');
  });

  it('has its other parts one key away, by number and by Tab', async () => {
    const desk = await deskOfThree();
    await promisedKettle(desk);
    const sam = await openScreens(desk, page);
    await sam.press('2');
    await sam.see(/In their own words +The kettle arrived in pieces\./);
    await sam.press('tab');
    await sam.see(/a new kettle \(Sam, by .*left/);
    await sam.see('refund, €29.90');
    await sam.press('tab');
    await sam.see('the answer');
    await sam.press('tab');
    await sam.see(/Phone +\+359 88 123 4567/);
    await sam.press('shift+tab', 'left');
    expect(sam.page().section).toBe('promises');
  });

  it('reads out why a clock stands where it stands, one key away (P25)', async () => {
    const desk = await deskOfThree();
    await promisedKettle(desk);
    const sam = await openScreens(desk, page);
    await sam.press('v');
    await sam.see(/Target: .*, the usual one\./);
    await sam.see('when it was taken up.');
    await sam.press('v');
    await sam.dontSee('Target:');
  });

  it('shows what was before with this customer, and Enter opens it and Escape comes back (P8, P39)', async () => {
    const desk = await deskOfThree();
    await promisedKettle(desk);
    const again = await heardUntil(desk, 'words');
    const maria = await desk.store.read.complaint(1001);
    await desk.store.transact((tx) =>
      tx.updateComplaint(again.state.id, { customer_id: maria?.customer_id ?? null }),
    );
    const sam = await openScreens(desk, { kind: 'complaint', id: again.state.id });
    await sam.press('5');
    await sam.see('Promised to them elsewhere');
    await sam.see(/Earlier complaints/);
    await sam.see('Given before: €40.00');
    await sam.press('down');
    await sam.see(/▸ C-1001 .*kettle/);
    await sam.press('enter');
    await sam.see(/^ C-1001 {2}Maria/m);
    await sam.press('escape');
    await sam.see(/^ C-1002 {2}Maria/m);
    expect(sam.page()).toMatchObject({ section: 'customer', index: 1 });
  });

  it('goes on with a conversation that is not at its end, at its very question, and comes back', async () => {
    const desk = await deskOfThree();
    await heardUntil(desk, 'product');
    const sam = await openScreens(desk, page);
    await sam.see('Next: go on with the conversation');
    await sam.press('enter');
    await sam.see('Cause');
    expect(sam.shown()).toBe('conversation');
    await sam.answer('arrived damaged');
    await sam.see('How serious');
    await sam.press('escape');
    await sam.see('Next: go on');
    await sam.see('delivery: it arrived damaged');
  });

  it('is left by q and Escape, and Ctrl+C ends it as cancelled', async () => {
    const desk = await deskOfThree();
    await promisedKettle(desk);
    const first = await openScreens(desk, page);
    await first.press('q');
    expect(await first.ended).toEqual({ outcome: 'left' });
    const second = await openScreens(desk, page);
    await second.press('a', 'ctrl+c');
    expect(await second.ended).toEqual({ outcome: 'cancelled' });
  });
});

describe('two windows', () => {
  it('the page says by itself what another window did, and by whom', async () => {
    const desk = await deskOfThree();
    const conversation = await promisedKettle(desk);
    const sam = await openScreens(desk, page);
    const hers = await secondDesk(desk, 'Lejla');
    await done(hers, conversation, 'assign', { to: 'Nadia' });
    await sam.see('Lejla went on meanwhile:');
    await sam.see('Nadia has it');
  });

  it('what is filled in is kept when somebody else was first; Enter once more does it all the same', async () => {
    const desk = await deskOfThree();
    const conversation = await promisedKettle(desk);
    const sam = await openScreens(desk, page);
    await sam.press('w');
    await sam.answer('tomorrow 3pm');
    await sam.type('Her photo of the label');
    const hers = await secondDesk(desk, 'Lejla');
    await done(hers, conversation, 'note', { text: 'She called.' });
    await sam.press('enter');
    await sam.see('Lejla went on meanwhile (↵ does yours all the same):');
    await sam.see('She called');
    await sam.see('Her photo of the label');
    await sam.press('enter');
    await sam.see('C-1001 waits for the customer');
    expect((await desk.store.read.complaint(1001))?.stage).toBe('waiting');
  });

  it('what cannot be done any more says who did what, and why not', async () => {
    const desk = await deskOfThree();
    const conversation = await promisedKettle(desk);
    const sam = await openScreens(desk, page);
    await sam.press('k');
    await sam.see('A PROMISE WAS KEPT');
    const hers = await secondDesk(desk, 'Lejla');
    await done(hers, conversation, 'promise-keep', { promise: '1' });
    await sam.press('enter');
    await sam.press('enter');
    await sam.see('Lejla went on meanwhile:');
    await sam.see(/! .*promise/);
    await sam.press('escape');
    expect((await desk.store.read.promisesOf(1001))[0]?.state).toBe('kept');
  });
});
