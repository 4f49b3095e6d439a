import { expect, it } from 'vitest';
import { deskOfThree, logOf, recorded, verifies, windowOf } from './desk-of-three.ts';

it('a hand-over in the middle of a conversation: who takes over introduces herself, goes on at the very question, and asks nothing again (P7, P8)', async () => {
  const home = await deskOfThree();
  const lejla = windowOf('Lejla', { home });
  await lejla.see('amends  Today').press('m').see('Today, mine').see('Nothing of yours is waiting');
  const sam = windowOf('Sam', { home, args: ['new', '--channel', 'phone'] });
  await sam.see('Customer').type('Maria Petrova').press('enter');
  await sam.see('How to reach them').send('+359 88 123 4567').press('enter');
  await sam.see('Account').press('enter').see('Their language').send('Bulg').press('enter');
  await sam.see('In their own words').send('The kettle arrived in pieces.').press('enter');
  await sam.see('The main points').send('Broken on arrival; she wants a new one.').press('enter');
  await sam.see('Do they say yes').press('enter').see('When it happened').send('last Fri');

  // The customer hears it early and why; a name that is nobody's leads nowhere.
  await sam.press('ctrl+o').see('HAND OVER').see('Here now: Lejla, Nadia.');
  await sam.send('Leila').press('enter').see('Nobody called “Leila” works here.');
  await sam.press('ctrl+u').send('Lej').press('enter').see('To whom  Lejla');
  await sam.see('Why').send('she speaks Bulgarian').press('enter');
  expect(await sam.exit()).toMatchObject({ code: 0 });
  expect(await sam.screen()).toContain('C-1001 is handed over to Lejla');

  // It is on her page by itself, and Enter goes on at exactly the question, with what was typed there.
  await lejla.see(/NOT FINISHED\s+▸ C-1001 +Maria Petrova/).press('enter');
  await lejla.see('When it happened').see('last Fri').see('Lejla has it');
  await lejla.see('Sam: handed over to Lejla: she speaks Bulgarian');
  // The story is in view, and so is who she is; the customer's own words are one key away.
  await lejla.see('KNOWN  Broken on arrival; she wants a new one');
  await lejla.see(/SAY[^\n]*\n\s+“[^”]*(I am Lejla|name is Lejla|told me all of it|I have read)/);
  await lejla.send('day').press('enter').see('Product or service');
  await lejla.dontSee(/(I am Lejla|name is Lejla|told me all of it|I have read)/);
  await lejla.send('kettle').press('enter').see('Cause').press('escape').see('amends  Today');

  const log = await logOf(home, 'C-1001');
  const handed = log.find(({ type }) => type === 'handed_over');
  expect(handed?.body).toMatchObject({ to: 'Lejla', reason: 'she speaks Bulgarian' });
  expect(handed?.body['summary']).toContain('Broken on arrival; she wants a new one.');
  const asked = log.flatMap(({ type, body }) => (type === 'answered' ? [body['question']] : []));
  expect(asked).toEqual([...new Set(asked)]);
  expect(await recorded(home, 'C-1001', 'owner', 'product', 'words')).toEqual({
    owner: 'Lejla',
    product: 'kettle',
    words: 'The kettle arrived in pieces.',
  });
  expect(await verifies(home)).toBe('0 All is well.');
});
