import { describe, expect, it } from 'vitest';
import { complaintPageOf } from '../../../src/desk/complaint-page.ts';
import { complaintId } from '../../../src/rules/values.ts';
import { ComplaintSession } from '../../../src/screens/complaint/session.ts';
import { deskOfThree, done, promisedKettle, voiceOf } from '../../desk/actions/at-an-action.ts';
import { heardUntil } from '../../desk/at-the-desk.ts';
import { patience } from '../../support/shown.ts';
import { waitUntil } from '../../support/wait-until.ts';
import { openScreens } from './at-the-page.tsx';

const id = complaintId(1001);
const page = { kind: 'complaint', id } as const;

describe('everything can be done from the page', () => {
  it('a promise: what is usual is taken by Enter, and the date is said in full before it counts (P27)', async () => {
    const desk = await deskOfThree();
    await promisedKettle(desk);
    const sam = await openScreens(desk, page);
    await sam.press('p');
    await sam.answer('call with the tracking number');
    await sam.see('By whom  Sam');
    await sam.press('enter');
    await sam.type('2 working days');
    await sam.see('→ Tuesday 24 November 2026, 17:00');
    await sam.press('enter');
    await sam.see('C-1001: the promise is written down.');
    await sam.see('promised: call with the tracking number');
    const promises = await desk.store.read.promisesOf(1001);
    expect(promises.map(({ what }) => what)).toContain('call with the tracking number');
  });

  it('what wants doing next is one Enter away, with the only promise there is in hand (P11, P28)', async () => {
    const desk = await deskOfThree();
    await promisedKettle(desk);
    const sam = await openScreens(desk, page);
    await sam.see('Next: a promise was kept');
    await sam.press('enter');
    await sam.see(/▸ a new kettle +Sam, /);
    await sam.press('enter');
    await sam.answer('The courier says it is there.');
    await sam.see('C-1001: the promise is kept.');
    await sam.see('Next: resolve');
  });

  it('what was typed by mistake and taken back leaves in hand what was there before', async () => {
    const desk = await deskOfThree();
    await promisedKettle(desk);
    const sam = await openScreens(desk, page);
    await sam.press('k');
    await sam.see(/▸ a new kettle +Sam, /);
    await sam.type('The courier says so');
    await sam.press('enter');
    await sam.see('! Nothing on the list fits');
    await sam.press('ctrl+u');
    await sam.see(/▸ a new kettle +Sam, /);
  });

  it('of several promises the one in hand is meant', async () => {
    const desk = await deskOfThree();
    const conversation = await promisedKettle(desk);
    await done(desk, conversation, 'promise-add', {
      what: 'a refund of the postage',
      who: 'Sam',
      by: desk.now() + 86_400_000,
    });
    const sam = await openScreens(desk, page);
    await sam.press('3', 'down', 'd');
    await sam.see('DELAY A PROMISE');
    await sam.see('Which promise  a new kettle');
    await sam.see(/ By when/);
    await sam.press('escape', 'up', 'd');
    await sam.see('Which promise  a refund of the postage');
  });

  it('a hand-over shows who speaks the customer’s language first, and takes nobody by accident (P8, P12)', async () => {
    const desk = await deskOfThree();
    await desk.store.transact((tx) =>
      tx.putAgent({
        name: 'Boyan',
        role: 'agent',
        team: 'repairs desk',
        language: 'en',
        languages: '["bg"]',
        created_at: 1,
      }),
    );
    await promisedKettle(desk);
    const sam = await openScreens(desk, page);
    await sam.press('h');
    await sam.see('SAY');
    const lines = sam.lines();
    const row = (name: string): number => lines.findIndex((line) => line.includes(`   ${name} `));
    expect(lines[row('Boyan')]).toMatch(/agent; repairs desk; English, Bulgarian/);
    expect(row('Boyan')).toBeLessThan(row('Lejla'));
    // It is Sam's already.
    expect(row('Sam')).toBe(-1);
    await sam.press('enter');
    await sam.see('! Choose what fits');
    await sam.answer('boy');
    await sam.answer('He speaks Bulgarian.');
    await sam.see('C-1001 is handed over to Boyan');
    await sam.see('Boyan has it');
  });

  it('the line for a delay says the new date while it is typed, before it is on record (P28)', async () => {
    const desk = await deskOfThree();
    await promisedKettle(desk);
    const sam = await openScreens(desk, page);
    await sam.press('d', 'enter');
    await sam.type('2026-11-30 12:00');
    await sam.see(/“[^”]*30 November/);
    await sam.press('escape');
    expect((await desk.store.read.promisesOf(1001))[0]?.moved_to).toBeNull();
  });

  it('Escape leaves a form without doing anything, and nothing asks whether one is sure', async () => {
    const desk = await deskOfThree();
    await promisedKettle(desk);
    const sam = await openScreens(desk, page);
    const before = sam.page().page.conversation.state.revision;
    await sam.press('n');
    await sam.type('Never mind.');
    await sam.press('escape');
    await sam.see('Next:');
    expect(await desk.store.read.revisionOf(1001)).toBe(before);
  });

  it('the last thing is taken back and brought again by one key each', async () => {
    const desk = await deskOfThree();
    await promisedKettle(desk);
    const sam = await openScreens(desk, page);
    await sam.press('e');
    await sam.answer('He asks for a manager.');
    await sam.see('C-1001 is with a supervisor now.');
    await sam.press('ctrl+z');
    await sam.see(/^ open; /m);
    await sam.see('(taken back)');
    await sam.press('ctrl+y');
    await sam.see(/^ with a supervisor; /m);
  });

  it('an earlier event is taken back where it stands, unless something was built on it', async () => {
    const desk = await deskOfThree();
    const conversation = await promisedKettle(desk);
    const noted = await done(desk, conversation, 'note', { text: 'Wrong customer.' });
    await done(desk, noted, 'note', { text: 'She called again.' });
    const sam = await openScreens(desk, page);
    await sam.press('down');
    await sam.see(/▸ .*Wrong customer/);
    await sam.press('u');
    await sam.see(/Wrong customer.* \(taken back\)/);
    await sam.press('2', 'u');
    await sam.see('Choose an event of the timeline first.');
  });

  it('the list of actions has all of them; what cannot be done now says why, and is not done (P11)', async () => {
    const desk = await deskOfThree();
    await promisedKettle(desk);
    const sam = await openScreens(desk, page);
    await sam.press('a');
    await sam.type('close');
    await sam.see(/▸ close +\S+/);
    await sam.press('enter');
    expect(sam.page().overlay?.kind).toBe('find');
    expect(sam.page().notice).toMatch(/\S+ \S+/);
    await sam.press('ctrl+u');
    await sam.answer('merge');
    await sam.see('MERGE INTO ANOTHER COMPLAINT');
  });

  it('a key that cannot work now says why', async () => {
    const desk = await deskOfThree();
    await promisedKettle(desk);
    const sam = await openScreens(desk, page);
    await sam.press('y');
    expect(sam.page().notice).toMatch(/\S+ \S+/);
    expect(sam.page().overlay).toBeUndefined();
  });

  it('a decision is asked for with the PIN of who decides, and the PIN is never shown (P21)', async () => {
    const desk = await deskOfThree();
    const conversation = await heardUntil(desk, 'offers');
    await done(desk, conversation, 'offer', {
      remedy: 'discount',
      percent: 60,
      reason: 'She waited three weeks.',
    });
    const sam = await openScreens(desk, page);
    await sam.press('y');
    await sam.see('60 %');
    await sam.press('enter');
    await sam.answer('She is right.');
    await sam.answer('nadia');
    await sam.see(/Their PIN/);
    await sam.type('4711');
    await sam.see('Their PIN  ••••');
    await sam.dontSee('4711');
    await sam.press('enter');
    await sam.see('! ');
    expect((await desk.store.read.approvalsOf(1001))[0]?.state).toBe('open');
  });

  it('a complaint lives from its promise to its end by the keys of this page alone (P26, P33, P36)', async () => {
    const desk = await deskOfThree();
    await promisedKettle(desk);
    const sam = await openScreens(desk, page);
    await sam.press('enter', 'enter', 'enter');
    await sam.see('the promise is kept');
    await sam.press('r');
    await sam.answer('A new kettle.');
    await sam.answer('yes');
    await sam.press('enter');
    await sam.see('C-1001 is resolved.');
    await sam.press('f');
    await sam.answer('reached');
    await sam.answer('yes');
    await sam.answer('9');
    await sam.answer('It boils again.');
    await sam.see('what they said is written down');
    await sam.press('l', 'enter');
    await sam.answer('upheld: they');
    await sam.answer('We pack kettles twice.');
    await sam.press('enter');
    await sam.see('C-1001 is closed.');
    await sam.see(/^ closed; Sam has it/m);
    await sam.press('5');
    await sam.see('What they said afterwards');
    await sam.see('satisfied; 9 of 10');
  });
});

describe('a remedy from the page', () => {
  it('shows where the line runs before it is crossed, and says whether it was put or only asked for (P20, P21)', async () => {
    const desk = await deskOfThree();
    await promisedKettle(desk);
    const sam = await openScreens(desk, page);
    await sam.press('o');
    await sam.type('store credit');
    await sam.see(/store credit +yours to give up to €50\.00/);
    await sam.press('enter');
    await sam.answer('60');
    await sam.answer('It broke twice.');
    await sam.see('a supervisor is asked. Tell them by when');
    await sam.press('o');
    await sam.answer('store credit');
    await sam.answer('20');
    await sam.see('C-1001: the remedy is put before the customer.');
  });

  it('why something cannot be done now is not talked over by how the page is used (P26)', async () => {
    const desk = await deskOfThree();
    await promisedKettle(desk);
    const opened = await complaintPageOf(desk, voiceOf(desk), id);
    if (opened === undefined) throw new Error('the complaint is there');
    const session = new ComplaintSession({
      desk,
      voice: voiceOf(desk),
      page: opened,
      act: 'resolve',
      onChoice: () => {},
    });
    const stop = session.begin();
    // The page has been read anew by then, which comes before the hint.
    await waitUntil(() => session.view().page !== opened, patience);
    await new Promise(setImmediate);
    stop();
    expect(session.view().notice).toMatch(/^Promise 1 of C-1001 is still open/);
  });
});
