import { describe, expect, it } from 'vitest';
import { complaintId } from '../../../src/rules/values.ts';
import { openSampleDesk, saidIn } from '../../plain/sample-desk.ts';
import { patience } from '../../support/shown.ts';
import { sitDown, sitDownAt } from './at-the-desk.tsx';

const resume = { kind: 'resume', id: complaintId(1001) } as const;

describe('undo', () => {
  it('takes back answer after answer, says which, and brings them back', async () => {
    const sam = await sitDownAt(await openSampleDesk(), 'cause');
    await sam.press('ctrl+z');
    await sam.reach('product');
    await sam.see('Undone: Product or service. ^Y brings it back.');
    await sam.press('ctrl+z');
    await sam.reach('happened');
    expect(sam.view().conversation.state.answers.product).toBeUndefined();
    await sam.press('ctrl+y');
    await sam.see('Back again: When it happened.');
    await sam.press('ctrl+y');
    await sam.see('Back again: Product or service.');
    expect(sam.view().conversation.state.answers.product).toBe('kettle');
    await sam.press('ctrl+y');
    await sam.see('There is nothing to undo.');
  });

  it('works within a text first, and only then takes back an answer', async () => {
    const sam = await sitDownAt(await openSampleDesk(), 'restated');
    await sam.type('Broken kettle');
    await sam.press('ctrl+z');
    await sam.see('Broken');
    expect(sam.view().at).toBe('restated');
    await sam.press('ctrl+y');
    await sam.see('Broken kettle');
    for (let press = 0; press < 5 && sam.view().at === 'restated'; press += 1) {
      await sam.press('ctrl+z');
    }
    await sam.reach('words');
    await sam.see('Undone: In their own words.');
  });

  it('takes a whole conversation back to the first hello, and the log keeps everything', async () => {
    const desk = await openSampleDesk();
    const sam = await sitDownAt(desk, 'words');
    for (const question of ['channel', 'language', 'account', 'reach', 'customer'] as const) {
      await sam.press('ctrl+z');
      await sam.reach(question);
    }
    await sam.press('ctrl+z');
    await sam.see('There is nothing to undo.');
    await sam.see('C-1001  no name given');
    expect(await desk.store.read.customersMatching('Maria', 5)).toEqual([]);
    const said = (await saidIn(desk, 1001)) as readonly { readonly type: string }[];
    expect(said.filter(({ type }) => type === 'undone')).toHaveLength(5);
  });

  it('takes the ending back, and Enter ends the conversation again', async () => {
    const sam = await sitDownAt(await openSampleDesk(), 'thanked');
    await sam.press('enter');
    await sam.reach(undefined);
    await sam.press('ctrl+z');
    await sam.reach('thanked');
    await sam.see('Undone: the ending.');
    await sam.press('enter');
    await sam.reach(undefined);
  });
});

describe('going back', () => {
  it('is possible from a field that is not valid yet, and keeps what was typed there', async () => {
    const sam = await sitDownAt(await openSampleDesk(), 'happened');
    await sam.answer('the day before the other one');
    await sam.see('was not understood');
    await sam.press('shift+tab');
    await sam.reach('confirmed');
    await sam.press('enter');
    await sam.reach('happened');
    await sam.see('When it happened  the day before the other one');
  });

  it('from a half written text leaves it as it was, for when the agent returns', async () => {
    const sam = await sitDownAt(await openSampleDesk(), 'words');
    await sam.type('The kettle arr');
    await sam.press('shift+tab', 'shift+tab');
    await sam.reach('language');
    await sam.press('ctrl+p');
    await sam.type('own words');
    await sam.press('enter');
    await sam.reach('words');
    await sam.type('ived.');
    await sam.see('The kettle arrived.');
  });

  it('to the main points and changing them asks for their yes again (P4)', async () => {
    const sam = await sitDownAt(await openSampleDesk(), 'happened');
    await sam.press('shift+tab', 'shift+tab');
    await sam.reach('restated');
    await sam.see('Broken on arrival; she needs a new one.');
    await sam.type(' By Friday.');
    await sam.press('enter');
    await sam.reach('confirmed');
    await sam.see('KNOWN  Broken on arrival; she needs a new one. By Friday');
    await sam.press('enter');
    await sam.reach('happened');
  });

  it('and forward over what stands changes nothing', async () => {
    const sam = await sitDownAt(await openSampleDesk(), 'cause');
    const { revision } = sam.view().conversation.state;
    for (let step = 0; step < 4; step += 1) await sam.press('shift+tab');
    for (let step = 0; step < 4; step += 1) await sam.press('enter');
    await sam.reach('cause');
    expect(sam.view().conversation.state.revision).toBe(revision);
  });
});

describe('leaving', () => {
  it('with Esc and coming back goes on at exactly that field with what was typed', async () => {
    const desk = await openSampleDesk();
    const sam = await sitDownAt(desk, 'restated');
    await sam.type('Broken on arr');
    await sam.press('escape');
    await expect(sam.ended).resolves.toEqual({ outcome: 'left', id: 1001 });
    await sam.unmount();
    const again = await sitDown(desk, { start: resume });
    await again.reach('restated');
    await again.see('Broken on arr');
    await again.type('ival.');
    await again.see('Broken on arrival.');
  });

  it('with Ctrl+C keeps as much', async () => {
    const desk = await openSampleDesk();
    const sam = await sitDownAt(desk, 'apology');
    await sam.type('I am so');
    await sam.press('ctrl+c');
    await expect(sam.ended).resolves.toEqual({ outcome: 'cancelled', id: 1001 });
    await sam.unmount();
    const again = await sitDown(desk, { start: resume });
    await again.reach('apology');
    await again.see('I am so');
  });

  it('with remedies ticked and not yet put keeps the ticks and the sums', async () => {
    const desk = await openSampleDesk();
    const sam = await sitDownAt(desk, 'offers');
    await sam.press('space', 'down');
    await sam.type('29.90');
    await sam.press('shift+tab');
    await sam.reach('apology');
    await sam.press('enter');
    await sam.see(/\[x\] replacement[\s\S]+\[x\] refund +29\.90 EUR/);
    await sam.press('escape');
    await sam.unmount();
    const again = await sitDown(desk, { start: resume });
    await again.see(/\[x\] replacement[\s\S]+\[x\] refund +29\.90 EUR/);
    await again.press('enter');
    await again.reach('chosen');
  });

  it('in the middle of a promise goes on in the same part of it', async () => {
    const desk = await openSampleDesk();
    const sam = await sitDownAt(desk, 'promises');
    await sam.rush('a new kettle\r\rtomo');
    await sam.press('escape');
    await sam.unmount();
    const again = await sitDown(desk, { start: resume });
    await again.reach('promises');
    await again.see('What  a new kettle');
    await again.type('rrow 3pm');
    await again.see('→ Sunday 22 November 2026, 15:00');
  });

  it('at a question that was gone back to goes on there', async () => {
    const desk = await openSampleDesk();
    const sam = await sitDownAt(desk, 'happened');
    await sam.press('shift+tab', 'shift+tab');
    await sam.reach('restated');
    await sam.press('escape');
    await sam.unmount();
    const again = await sitDown(desk, { start: resume });
    await again.reach('restated');
    await again.press('enter', 'enter');
    await again.reach('happened');
    await again.press('escape');
    await again.unmount();
    const third = await sitDown(desk, { start: resume });
    await third.reach('happened');
  });

  it('without warning costs nothing that was confirmed, and at most a second of typing', async () => {
    const desk = await openSampleDesk();
    const sam = await sitDownAt(desk, 'words');
    await sam.type('The kettle arr');
    // Nothing is pressed any more: the draft finds its way to the disk by itself.
    await expect
      .poll(async () => (await desk.store.read.place(1001))?.draft, { timeout: patience })
      .toBe('The kettle arr');
    expect(await desk.store.read.place(1001)).toMatchObject({ question: 'words' });
  });
});
