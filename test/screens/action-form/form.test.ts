import { expect, it } from 'vitest';
import { actionNamed } from '../../../src/desk/actions/index.ts';
import type { ActionName } from '../../../src/desk/actions/names.ts';
import { sceneOf } from '../../../src/desk/actions/scene.ts';
import type { Desk } from '../../../src/desk/desk.ts';
import type { Conversation } from '../../../src/rules/conversation.ts';
import {
  type ActionForm,
  givenIn,
  openForm,
  partBack,
  rebased,
} from '../../../src/screens/action-form/form.ts';
import { shownText } from '../../../src/screens/action-form/shown-text.ts';
import { type FormTaken, takeFormKey } from '../../../src/screens/action-form/take-form-key.ts';
import { type Key, press } from '../../../src/screens/kit/keys.ts';
import { deskOfThree, done, promisedKettle, voiceOf } from '../../desk/actions/at-an-action.ts';
import { heardUntil } from '../../desk/at-the-desk.ts';

const enter = press('enter');

async function opened(desk: Desk, conversation: Conversation, name: ActionName) {
  const scene = await sceneOf(desk, conversation);
  return openForm({ action: actionNamed(name), scene, voice: voiceOf(desk), desk });
}

const take = (form: ActionForm, key: Key): FormTaken =>
  takeFormKey(form, key, { columns: 60, rows: 6 }) ?? { form };

/** @returns the form after keys that leave it open. */
function after(form: ActionForm, ...keys: readonly (Key | string)[]): ActionForm {
  return keys.reduce((now: ActionForm, key) => {
    const taken = take(now, typeof key === 'string' ? { kind: 'text', text: key } : key);
    if (!('form' in taken)) throw new Error(`the form came to ${JSON.stringify(taken)}`);
    return taken.form;
  }, form);
}

const asked = ({ fields }: ActionForm): readonly string[] => fields.map(({ ask }) => ask.name);
const inHand = (form: ActionForm): string | undefined => form.fields[form.index]?.ask.name;

it('a form asks what follows from what was answered before it, and forgets nothing that was typed', async () => {
  const desk = await deskOfThree();
  const form = await opened(desk, await heardUntil(desk, 'done'), 'resolve');
  expect(asked(form)).toEqual(['text', 'accepted', 'followup']);
  const no = after(form, 'A new kettle.', enter, 'no', enter, 'We cannot do more.');
  expect(asked(no)).toEqual(['text', 'accepted', 'decision', 'followup']);
  expect(inHand(no)).toBe('decision');
  const yes = after(no, press('tab', { shift: true }), press('u', { ctrl: true }), 'yes');
  expect(asked(yes)).toEqual(['text', 'accepted', 'followup']);
  const again = after(yes, press('u', { ctrl: true }), 'no', enter);
  expect(givenIn(again)).toMatchObject({ accepted: false, decision: 'We cannot do more.' });
});

it('what is usual stands there and is taken by Enter: a size that was not touched is exactly that size', async () => {
  const desk = await deskOfThree();
  const form = await opened(desk, await heardUntil(desk, 'wish'), 'offer');
  const sized = after(form, 'discount', enter);
  const [, percent] = sized.fields;
  expect(percent && shownText(percent)).toMatch(/^\d+$/);
  const taken = take(sized, enter);
  expect('given' in taken ? taken.given : 'form' in taken && givenIn(taken.form)).toMatchObject({
    remedy: 'discount',
    percent: Number(percent && shownText(percent)),
  });
});

it('a size above the line asks for the reason, before it is crossed (P20, P21)', async () => {
  const desk = await deskOfThree();
  const form = await opened(desk, await heardUntil(desk, 'wish'), 'offer');
  const modest = after(form, 'discount', enter, press('u', { ctrl: true }), '5');
  expect(asked(modest)).toEqual(['remedy', 'percent']);
  expect(asked(after(modest, '0'))).toEqual(['remedy', 'percent', 'reason']);
});

it('a moment is read as it is said and given as that minute; one that has passed is refused', async () => {
  const desk = await deskOfThree();
  const form = await opened(desk, await promisedKettle(desk), 'callback');
  const past = after(form, 'yesterday 3pm', enter);
  expect(past.fault).toMatchObject({ code: 'already_past', field: 'at' });
  const ahead = after(past, press('u', { ctrl: true }), '2026-11-27 15:00', enter);
  expect(givenIn(ahead)).toEqual({ at: Date.UTC(2026, 10, 27, 13) });
  expect(inHand(ahead)).toBe('reach');
});

it('what cannot be read is told with its field, and what was typed stays', async () => {
  const desk = await deskOfThree();
  const form = await opened(desk, await promisedKettle(desk), 'merge');
  const wrong = after(form, 'the other one', enter);
  expect(wrong.fault).toMatchObject({ code: 'not_a_reference', field: 'into' });
  expect(wrong.fields[0] && shownText(wrong.fields[0])).toBe('the other one');
  const right = after(wrong, press('u', { ctrl: true }), 'c-1042', enter);
  expect(givenIn(right)).toEqual({ into: 1042 });
});

it('nobody and nothing is chosen by a hurried Enter; the only one there is, is', async () => {
  const desk = await deskOfThree();
  const conversation = await promisedKettle(desk);
  const handover = after(await opened(desk, conversation, 'handover'), enter);
  expect(handover.fault).toMatchObject({ code: 'choose_one', field: 'to' });
  const kept = after(await opened(desk, conversation, 'promise-keep'), enter);
  expect(givenIn(kept)).toEqual({ promise: '1' });
});

it('what may be left out is left out by Enter', async () => {
  const desk = await deskOfThree();
  const form = await opened(desk, await promisedKettle(desk), 'note');
  const taken = take(after(form, 'She called.', enter), enter);
  expect(taken).toEqual({ given: { text: 'She called.' } });
});

it('over what somebody else did meanwhile, everything typed stands as it was', async () => {
  const desk = await deskOfThree();
  const conversation = await promisedKettle(desk);
  const form = after(await opened(desk, conversation, 'wait'), 'tomorrow 3pm', enter, 'The lab');
  const later = await done(desk, conversation, 'note', { text: 'She called.' });
  const next = rebased(form, await sceneOf(desk, later));
  expect(next.fields.map(shownText)).toEqual(['tomorrow 3pm', 'The lab']);
  expect(inHand(next)).toBe('reason');
  expect(next.scene.conversation.state.revision).toBe(later.state.revision);
});

it('going back goes part by part, and Escape leaves without anything', async () => {
  const desk = await deskOfThree();
  const form = await opened(desk, await promisedKettle(desk), 'wait');
  const second = after(form, 'tomorrow 3pm', enter);
  expect(partBack(second)).toMatchObject({ index: 0 });
  expect(partBack(form)).toBeUndefined();
  expect(take(second, press('escape'))).toEqual({ cancelled: true });
  expect(take(second, press('c', { ctrl: true }))).toEqual({ interrupted: true });
});

it('a text too long is refused with the length it takes, and what stood there stays', async () => {
  const desk = await deskOfThree();
  const form = await opened(desk, await promisedKettle(desk), 'escalate');
  const long = after(form, 'He asks.', { kind: 'paste', text: 'x'.repeat(600) });
  expect(long.fault).toMatchObject({ code: 'too_long', facts: { longest: 500 } });
  expect(givenIn(long)).toEqual({ reason: 'He asks.' });
});
