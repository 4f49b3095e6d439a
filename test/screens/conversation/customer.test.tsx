import { describe, expect, it } from 'vitest';
import { openSampleDesk } from '../../plain/sample-desk.ts';
import { keysUpTo } from './a-conversation.ts';
import { sitDown, sitDownAt } from './at-the-desk.tsx';
import { calledBefore, maria } from './known-customers.ts';

/** A desk that knows Maria, Marko and Mary. */
async function deskThatKnows() {
  const desk = await openSampleDesk();
  await calledBefore(desk, { name: 'Marko Ilić', email: 'marko@example.org' });
  await calledBefore(desk, { name: 'Mary Stone', phone: '020 7946 0958' });
  await calledBefore(desk, maria);
  return desk;
}

describe('somebody the desk knows', () => {
  it.each([
    ['a part of the name', 'petro'],
    ['the name without its capitals', 'maria petrova'],
    ['the end of the phone number', '4567'],
    ['the email address', 'maria@exa'],
    ['the account number', 'a-7713'],
  ])('is found by %s while it is typed (P2)', async (_, typed) => {
    const sam = await sitDown(await deskThatKnows());
    await sam.type(typed);
    await sam.see(/▸ Maria Petrova +\+359 88 123 4567 +1 complaint, last/);
    await sam.press('enter');
    await sam.reach('channel');
    expect(sam.view().conversation.customer).toMatchObject({ ...maria, isNew: false });
  });

  it('is chosen from several with the arrow keys', async () => {
    const sam = await sitDown(await deskThatKnows());
    await sam.type('mar');
    await sam.see('+ somebody new: mar');
    await sam.see(/▸ Maria[\s\S]+Mary Stone[\s\S]+Marko/);
    await sam.press('down', 'down', 'enter');
    await sam.reach('channel');
    expect(sam.view().conversation.customer?.name).toBe('Marko Ilić');
  });

  it('is asked nothing again, and what was before comes into view and stays there (P2, P8)', async () => {
    const sam = await sitDown(await deskThatKnows());
    await sam.rush('maria\r');
    // Neither a number, nor an account, nor a language is asked for.
    await sam.reach('channel');
    const before = 'promised: refund of postage, Fri 27 Nov 17:00; 1 earlier complaint';
    await sam.see(before);
    await sam.rush('\rThe kettle arrived in pieces.\r');
    await sam.reach('restated');
    await sam.see(before);
    await sam.see('KNOWN  The kettle arrived in pieces');
    await sam.press('ctrl+g');
    await sam.resize(60, 20);
    await sam.see('promised: refund of postage, Fri 27 Nov 17:00');
    await sam.see('KNOWN  The kettle arrived in pieces');
    for (const fact of ['+359 88 123 4567', 'maria@example.org', 'A-7713']) await sam.see(fact);
  });

  it('has what was before in view also when the conversation is taken up again (P8)', async () => {
    const desk = await deskThatKnows();
    const sam = await sitDown(desk);
    await sam.rush('maria\r');
    await sam.reach('channel');
    const { id } = sam.view().conversation.state;
    await sam.stop();
    const again = await sitDown(desk, { start: { kind: 'resume', id } });
    await again.see('1 earlier complaint');
  });
});

describe('somebody new', () => {
  it('is asked at most three identifying things, and may leave each of them out (P2)', async () => {
    const sam = await sitDown(await openSampleDesk());
    await sam.rush('Maria Petrova\r');
    const asked: unknown[] = [];
    for (const question of ['reach', 'account', 'language'] as const) {
      await sam.reach(question);
      asked.push(sam.view().at);
      await sam.press('enter');
    }
    await sam.reach('channel');
    expect(asked).toHaveLength(3);
    expect(sam.view().conversation.customer).toMatchObject({ name: 'Maria Petrova', isNew: true });
    expect(sam.view().conversation.state.passed).toEqual(['reach', 'account', 'language']);
  });

  it('gives a phone number or an email address, whichever they like, and nothing else', async () => {
    const sam = await sitDownAt(await openSampleDesk(), 'reach');
    await sam.rush('next to the church\r');
    await sam.see('! That is no phone number and no email address. Look again, or leave it empty.');
    await sam.see('How to reach them  next to the church');
    await sam.press('ctrl+u');
    await sam.rush('maria@example.org\r');
    await sam.reach('account');
    expect(sam.view().conversation.customer?.email).toBe('maria@example.org');
  });

  it('is not written down by a number in the place of a name', async () => {
    const sam = await sitDown(await openSampleDesk());
    await sam.rush('+359 88 123 4567\r');
    await sam.see('! Nobody is found by that. Type the name first; the number is asked for next.');
    expect(sam.view().conversation.customer).toBeUndefined();
  });

  it('with a namesake on the desk is chosen below them', async () => {
    const sam = await sitDown(await deskThatKnows());
    await sam.type('Maria Petrova');
    await sam.see('+ somebody new: Maria Petrova');
    await sam.press('down', 'enter');
    await sam.reach('reach');
    expect(sam.view().conversation.customer).toMatchObject({ name: 'Maria Petrova', isNew: true });
  });
});

describe('somebody who gives no name', () => {
  it('is never taken by a mere Enter, only chosen', async () => {
    const sam = await sitDown(await openSampleDesk());
    await sam.press('enter');
    await sam.see('! Type a name, or choose “no name given” with the arrow keys.');
    await sam.press('down', 'enter');
    await sam.reach('channel');
    expect(sam.view().conversation.customer).toBeUndefined();
    await sam.see('C-1001  no name given');
  });

  it('is asked for no follow-up, for nobody can be reached', async () => {
    const sam = await sitDown(await openSampleDesk());
    await sam.press('down', 'enter');
    await sam.reach('channel');
    await sam.rush(keysUpTo('improves').slice(keysUpTo('channel').length));
    await sam.reach('improves');
    await sam.press('enter');
    await sam.reach('thanked');
  });

  it('gives it after all', async () => {
    const sam = await sitDown(await openSampleDesk());
    await sam.press('down', 'enter');
    await sam.rush('\rThe kettle broke.\r');
    await sam.reach('restated');
    await sam.press('shift+tab', 'shift+tab', 'shift+tab');
    await sam.reach('customer');
    await sam.rush('Maria Petrova\r');
    await sam.reach('reach');
    await sam.see('C-1001  Maria Petrova');
  });
});

describe('a mistake about the customer', () => {
  it('a misspelled name is put right by typing it again, for the same person', async () => {
    const desk = await openSampleDesk();
    const sam = await sitDown(desk);
    await sam.rush('Maria Petrowa\r');
    await sam.reach('reach');
    const { customer } = sam.view().conversation;
    await sam.press('shift+tab');
    await sam.see('Customer  Maria Petrowa');
    await sam.press('backspace', 'backspace');
    await sam.rush('va\r');
    await sam.reach('reach');
    expect(sam.view().conversation.customer).toMatchObject({
      id: customer?.id,
      name: 'Maria Petrova',
    });
    expect(await desk.store.read.customersMatching('petrowa', 5)).toEqual([]);
  });

  it('another customer is chosen after going back, and their history is shown in its place', async () => {
    const sam = await sitDown(await deskThatKnows());
    await sam.rush('marko\r');
    await sam.reach('channel');
    await sam.press('shift+tab');
    await sam.reach('customer');
    await sam.press('ctrl+u');
    await sam.type('maria');
    await sam.see(/▸ Maria Petrova/);
    await sam.press('enter');
    await sam.reach('channel');
    await sam.see(/^ C-\d+ {2}Maria Petrova/);
    await sam.see('1 earlier complaint');
  });

  it('another name than that of a known customer is somebody else, not a new name for them', async () => {
    const desk = await deskThatKnows();
    const sam = await sitDown(desk);
    await sam.rush('maria\r');
    await sam.reach('channel');
    await sam.press('shift+tab');
    await sam.reach('customer');
    await sam.press('ctrl+u');
    await sam.rush('Petar Petrov\r');
    await sam.reach('reach');
    const [known] = await desk.store.read.customersMatching('maria@example.org', 2);
    expect(known?.name).toBe('Maria Petrova');
  });

  it('Enter on the customer who is there already changes nothing', async () => {
    const sam = await sitDown(await deskThatKnows());
    await sam.rush('maria\r');
    await sam.reach('channel');
    const { revision } = sam.view().conversation.state;
    await sam.press('shift+tab');
    await sam.reach('customer');
    await sam.press('enter');
    await sam.reach('channel');
    expect(sam.view().conversation.state.revision).toBe(revision);
  });

  it('details are put right at any moment, and the conversation goes on where it was', async () => {
    const sam = await sitDownAt(await openSampleDesk(), 'words');
    await sam.type('The kettle arr');
    await sam.press('ctrl+g', 'enter', 'ctrl+u');
    await sam.rush('0888 765 432\r\r\r12 Vitosha Street\r');
    await sam.until(({ overlay }) => overlay === undefined);
    expect(sam.view().conversation.customer).toMatchObject({
      phone: '0888 765 432',
      address: '12 Vitosha Street',
    });
    await sam.type('ived broken.');
    await sam.see('The kettle arrived broken.');
  });
});

it('whoever is named on this complaint is not shown as somebody with one from before', async () => {
  const sam = await sitDownAt(await openSampleDesk(), 'reach');
  await sam.press('shift+tab');
  await sam.see(/▸ Maria Petrova +named on this complaint/);
});
