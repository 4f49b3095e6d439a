import { describe, expect, it } from 'vitest';
import { openConversation } from '../../../src/desk/act.ts';
import { answer } from '../../../src/desk/converse.ts';
import type { Desk } from '../../../src/desk/desk.ts';
import { complaintId } from '../../../src/rules/values.ts';
import { textOf } from '../../../src/screens/kit/text-buffer.ts';
import { StoreError, type StoreErrorCode } from '../../../src/store/errors.ts';
import type { Store } from '../../../src/store/open-store.ts';
import { secondDesk } from '../../desk/at-the-desk.ts';
import { openSampleDesk } from '../../plain/sample-desk.ts';
import { type AtTheDesk, sitDown, sitDownAt } from './at-the-desk.tsx';
import { expectItsPlaces } from './every-frame.ts';

const typed = (sam: AtTheDesk): string => {
  const { field } = sam.view();
  return field === undefined || field.kind === 'offers' ? '' : textOf(field.buffer);
};

/** A desk whose disk can be made to refuse. */
async function deskWithTrouble(): Promise<{ desk: Desk; refuse: (code?: StoreErrorCode) => void }> {
  const desk = await openSampleDesk();
  let trouble: StoreErrorCode | undefined;
  const transact: Store['transact'] = (work) =>
    trouble === undefined
      ? desk.store.transact(work)
      : Promise.reject(new StoreError(trouble, { path: desk.store.path }));
  const store = new Proxy(desk.store, {
    get: (real, name) => {
      if (name === 'transact') return transact;
      const value: unknown = Reflect.get(real, name);
      return typeof value === 'function' ? value.bind(real) : value;
    },
  });
  return {
    desk: { ...desk, store },
    refuse: (code) => {
      trouble = code;
    },
  };
}

describe('a disk that refuses', () => {
  it.each([
    ['full', 'The disk is full, so this could not be stored.'],
    ['locked', 'Another program is writing to the record.'],
    ['readonly', 'The record cannot be written to.'],
    ['failed', 'The record could not be written'],
  ] as const)(
    'because it is %s is told, the text stays, and the next Enter works',
    async (code, said) => {
      const { desk, refuse } = await deskWithTrouble();
      const sam = await sitDownAt(desk, 'words');
      await sam.type('The kettle arrived in pieces.');
      refuse(code);
      await sam.press('enter');
      await sam.see(`! ${said}`);
      expect(sam.view().at).toBe('words');
      expect(typed(sam)).toBe('The kettle arrived in pieces.');
      expectItsPlaces(sam);
      refuse();
      await sam.press('enter');
      await sam.reach('restated');
      expect((await desk.store.verify()).faults).toEqual([]);
    },
  );

  it('is told also when only the unfinished text could not be kept, and typing goes on', async () => {
    const { desk, refuse } = await deskWithTrouble();
    const sam = await sitDownAt(desk, 'words');
    refuse('full');
    await sam.type('The kettle');
    await sam.see('! The disk is full');
    await sam.type(' broke.');
    expect(typed(sam)).toBe('The kettle broke.');
    refuse();
    await sam.press('enter');
    await sam.reach('restated');
  });

  it('is told to whoever wants to leave with something typed, and leaving works once there is room', async () => {
    const { desk, refuse } = await deskWithTrouble();
    const sam = await sitDownAt(desk, 'words');
    await sam.type('The kettle');
    refuse('full');
    await sam.press('escape');
    await sam.see('! The disk is full');
    refuse();
    await sam.press('escape');
    await expect(sam.ended).resolves.toMatchObject({ outcome: 'left' });
    expect(await desk.store.read.place(1001)).toMatchObject({ draft: 'The kettle' });
  });

  it('does not hold back whoever presses Ctrl+C', async () => {
    const { desk, refuse } = await deskWithTrouble();
    const sam = await sitDownAt(desk, 'words');
    await sam.type('The kettle');
    refuse('full');
    await sam.press('ctrl+c');
    await expect(sam.ended).resolves.toMatchObject({ outcome: 'cancelled' });
  });

  it('while a form is handed in keeps the form and what is in it', async () => {
    const { desk, refuse } = await deskWithTrouble();
    const sam = await sitDownAt(desk, 'words');
    await sam.press('ctrl+o');
    await sam.rush('Lejla\rShe speaks Bulgarian.');
    refuse('full');
    await sam.press('enter');
    await sam.see('! The disk is full');
    await sam.see('To whom  Lejla');
    refuse();
    await sam.press('enter');
    await expect(sam.ended).resolves.toMatchObject({ outcome: 'left' });
  });

  it('while undo is asked for changes nothing', async () => {
    const { desk, refuse } = await deskWithTrouble();
    const sam = await sitDownAt(desk, 'product');
    refuse('locked');
    await sam.press('ctrl+z');
    await sam.see('! Another program is writing');
    expect(sam.view().at).toBe('product');
    refuse();
    await sam.press('ctrl+z');
    await sam.reach('happened');
  });
});

describe('two windows on one complaint', () => {
  const id = complaintId(1001);

  it('the one that comes second is told, sees what changed, and keeps what was typed', async () => {
    const desk = await openSampleDesk();
    const sam = await sitDownAt(desk, 'restated');
    await sam.type('Broken on arrival.');
    const elsewhere = await openConversation(desk, id);
    if (elsewhere === undefined) throw new Error('there is no complaint');
    await answer(desk, elsewhere, { question: 'words', value: 'It was the lid only.' });
    await sam.press('enter');
    await sam.see('! Another window of yours went on meanwhile (↵ does yours all the same):');
    await sam.see('KNOWN  It was the lid only');
    expect(typed(sam)).toBe('Broken on arrival.');
    await sam.press('enter');
    await sam.reach('confirmed');
    expect(sam.view().conversation.state.answers).toMatchObject({
      words: 'It was the lid only.',
      restated: 'Broken on arrival.',
    });
  });

  it('both on screen: neither writes over what it did not see', async () => {
    const desk = await openSampleDesk();
    const sam = await sitDownAt(desk, 'words');
    const hers = await secondDesk(desk, 'Lejla');
    const lejla = await sitDown(hers, { start: { kind: 'resume', id } });
    await lejla.reach('words');
    await lejla.answer('Told to Lejla.');
    await lejla.reach('restated');
    await sam.answer('Told to Sam.');
    await sam.see('! Lejla did this meanwhile (↵ puts yours in its place):');
    await sam.see(/In their own words:\s+Told to Lejla\./);
    expect(sam.view().conversation.state.answers.words).toBe('Told to Lejla.');
    expect(typed(sam)).toBe('Told to Sam.');
  });

  it('undo in the second one undoes nothing of the first', async () => {
    const desk = await openSampleDesk();
    const sam = await sitDownAt(desk, 'product');
    const elsewhere = await openConversation(desk, id);
    if (elsewhere === undefined) throw new Error('there is no complaint');
    await answer(desk, elsewhere, { question: 'product', value: 'kettle' });
    await sam.press('ctrl+z');
    await sam.see('! Another window of yours went on meanwhile: Product or service: kettle.');
    const state = sam.view().conversation.state;
    expect(state.answers.product).toBe('kettle');
    expect(state.answers.happened).toBe('2026-11-12');
  });

  it('a form handed in by the second one is refused, and says why', async () => {
    const desk = await openSampleDesk();
    const sam = await sitDownAt(desk, 'product');
    await sam.press('ctrl+o');
    await sam.rush('Lejla\rShe speaks Bulgarian.');
    const elsewhere = await openConversation(desk, id);
    if (elsewhere === undefined) throw new Error('there is no complaint');
    await answer(desk, elsewhere, { question: 'product', value: 'kettle' });
    await sam.press('enter');
    await sam.see('! Another window of yours went on meanwhile (↵ does yours all the same):');
    await sam.see('To whom  Lejla');
    // The fresh state is there now: the same Enter hands it over.
    await sam.press('enter');
    await expect(sam.ended).resolves.toMatchObject({ outcome: 'left' });
  });
});
