import { expect, it } from 'vitest';
import { addCustomer } from '../../../src/desk/customer.ts';
import { startComplaint } from '../../../src/desk/start.ts';
import { createMessages } from '../../../src/language/messages.ts';
import { createSpokenTime } from '../../../src/language/spoken-time.ts';
import { press } from '../../../src/screens/kit/keys.ts';
import { Navigation } from '../../../src/screens/navigation.ts';
import { openSampleDesk, saidIn } from '../../plain/sample-desk.ts';
import { brokenKettle, keysUpTo, THEIR_WORDS } from './a-conversation.ts';
import { sitDown, sitDownAt } from './at-the-desk.tsx';
import { expectItsPlaces } from './every-frame.ts';

it('a whole conversation typed ahead in one piece answers each question it was meant for', async () => {
  const desk = await openSampleDesk();
  const sam = await sitDown(desk);
  await sam.rush(brokenKettle.map(({ keys }) => keys).join(''));
  await sam.reach(undefined);
  expect(sam.view().conversation.state).toMatchObject({
    answers: { words: THEIR_WORDS, product: 'kettle', outcome: 'promised', thanked: true },
    promises: [{ what: 'a new kettle by express', who: 'Sam' }],
  });
  expectItsPlaces(sam);
});

it('the same keys one by one, faster than the disk, come to the same record', async () => {
  const [rushed, typed] = [await openSampleDesk(), await openSampleDesk()];
  const keys = keysUpTo('offers');
  const one = await sitDown(rushed);
  await one.rush(keys);
  await one.reach('offers');
  await one.stop();
  const other = await sitDown(typed);
  for (const key of keys) await (key === '\r' ? other.press('enter') : other.type(key));
  await other.reach('offers');
  expect(await saidIn(typed, 1001)).toEqual(await saidIn(rushed, 1001));
});

it('Enter pressed twice by mistake does not answer the next question', async () => {
  const desk = await openSampleDesk();
  const sam = await sitDown(desk);
  await sam.rush('Maria Petrova\r\r');
  await sam.see('Account or order number');
  await sam.press('shift+tab');
  await sam.rush('maria@example.org\r');
  await sam.rush('\r\r\r');
  await sam.reach('words');
  await sam.rush('\r\r\r\r');
  await sam.see('! Their own words come first. Write down what they say.');
  expect(sam.view().at).toBe('words');
});

it('a paste of several pages keeps its paragraphs, and nothing in it is taken for Enter', async () => {
  const sam = await sitDownAt(await openSampleDesk(), 'words');
  const page = Array.from({ length: 60 }, (_, n) => `${n + 1}. The kettle arrived in pieces.`);
  await sam.paste(page.join('\r\n'));
  await sam.see('60. The kettle arrived in pieces.');
  expect(sam.view().at).toBe('words');
  expectItsPlaces(sam);
  await sam.press('enter');
  await sam.reach('restated');
  expect(sam.view().conversation.state.answers.words).toBe(page.join('\n'));
  await sam.press('shift+tab');
  await sam.reach('words');
  await sam.see('60. The kettle arrived in pieces.');
});

it('a paste of 20,000 characters is taken whole into their own words (P3)', async () => {
  const desk = await openSampleDesk();
  const sam = await sitDownAt(desk, 'words');
  const story = 'กาต้มน้ำแตก 🫖 and the kettle. '.repeat(700).slice(0, 20_000).trim();
  await sam.paste(story);
  expectItsPlaces(sam);
  await sam.press('enter');
  await sam.reach('restated');
  expect(sam.view().conversation.state.answers.words).toBe(story);
  expectItsPlaces(sam);
});

it('a paste into a field of one line becomes one line', async () => {
  const sam = await sitDown(await openSampleDesk());
  await sam.paste('Maria\r\nPetrova\r\n');
  await sam.see('Customer  Maria Petrova');
  expect(sam.view().at).toBe('customer');
});

it('typing goes on while a search is under way, and Enter takes what is typed then', async () => {
  const desk = await openSampleDesk();
  const before = await startComplaint(desk);
  await addCustomer(desk, before, { name: 'Maria Petrova', phone: '+359 88 123 4567' });
  const sam = await sitDown(desk);
  await sam.rush('Mar');
  await sam.rush('ko Ilić\r');
  await sam.reach('reach');
  expect(sam.view().conversation.customer).toMatchObject({ name: 'Marko Ilić', isNew: true });
});

it('a name typed in one chunk with Enter finds the customer who is known by it (P2)', async () => {
  const desk = await openSampleDesk();
  const before = await startComplaint(desk);
  await addCustomer(desk, before, { name: 'Maria Petrova', phone: '+359 88 123 4567' });
  const sam = await sitDown(desk);
  await sam.rush('maria petrova\r');
  await sam.reach('channel');
  expect(sam.view().conversation.customer).toMatchObject({ name: 'Maria Petrova', isNew: false });
});

it('Enter before the search has come back takes nobody whom an earlier letter had found', async () => {
  const desk = await openSampleDesk();
  const before = await startComplaint(desk);
  await addCustomer(desk, before, { name: 'Maria Petrova', phone: '+359 88 123 4567' });
  const words = createMessages('en');
  const navigation = new Navigation(desk, { words, spoken: createSpokenTime(words, desk.zone) });
  await navigation.open({ kind: 'new' });
  const shown = navigation.shown();
  const session = shown?.kind === 'conversation' ? shown.session : undefined;
  // Every key before the first search is done: no screen in between, and no waiting.
  for (const text of 'Marko Ilić') session?.press({ kind: 'text', text });
  session?.press(press('enter'));
  await expect
    .poll(() => session?.view().conversation.customer)
    .toMatchObject({ name: 'Marko Ilić', isNew: true });
});

it('Enter on what may be left out leaves it out, and never takes what stands first (P2)', async () => {
  const sam = await sitDownAt(await openSampleDesk(), 'language');
  await sam.see('Enter leaves it out');
  await sam.press('enter');
  await sam.reach('channel');
  expect(sam.view().conversation.customer).not.toHaveProperty('language');
  await sam.rush(keysUpTo('product').slice(keysUpTo('channel').length));
  await sam.reach('product');
  await sam.press('enter');
  await sam.reach('cause');
  expect(sam.view().conversation.state.answers).not.toHaveProperty('product');
  await sam.press('shift+tab');
  await sam.reach('product');
  await sam.press('down', 'enter');
  await sam.reach('cause');
  expect(sam.view().conversation.state.answers.product).toBe('shop-purchase');
});

it.for(['cause', 'wish'] as const)(
  'a hurried Enter does not decide the %s: it says what to do (P6, P18)',
  async (question) => {
    const sam = await sitDownAt(await openSampleDesk(), question);
    await sam.press('enter');
    await sam.see('Choose what fits');
    expect(sam.view().at).toBe(question);
    expect(sam.view().conversation.state.answers[question]).toBeUndefined();
    await sam.press('down', 'enter');
    await sam.until(({ conversation }) => conversation.state.answers[question] !== undefined);
  },
);
