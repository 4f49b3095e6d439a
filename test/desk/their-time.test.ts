import { describe, expect, test } from 'vitest';
import { complaintPageOf } from '../../src/desk/complaint-page.ts';
import { contactText } from '../../src/desk/complaint-text.ts';
import { zoneOfPhone } from '../../src/desk/customers/their-zone.ts';
import { fullMomentForBoth, theirTime } from '../../src/desk/their-time.ts';
import { createMessages } from '../../src/language/messages.ts';
import { createSpokenTime } from '../../src/language/spoken-time.ts';
import { complaintId, type Millis, millis } from '../../src/rules/values.ts';
import { deskOfThree, done, promisedKettle, voiceOf } from './actions/at-an-action.ts';

const words = createMessages('en');
const voice = { words, spoken: createSpokenTime(words, 'Europe/Sofia') };
/** Tuesday 24 November 2026 in Sofia. */
const at = (clock: string): Millis => millis(Date.parse(`2026-11-24T${clock}:00+02:00`));

describe('what time it is where the customer is (P9)', () => {
  test.for([
    ['+66 2 123 4567', 'Asia/Bangkok'],
    ['0030 21 0123 4567', 'Europe/Athens'],
    ['+49 30 123456', 'Europe/Berlin'],
    ['+1 212 555 0123', undefined],
    ['0888 123 456', undefined],
    ['', undefined],
    [undefined, undefined],
  ] as const)('%s is by the clocks of %s', async ([phone, zone]) => {
    expect(await zoneOfPhone(phone, at('12:00'))).toBe(zone);
  });

  test('is said where it differs, with the day where that does too', () => {
    expect(theirTime(voice, at('10:30'), 'Asia/Bangkok')).toBe('15:30 for them');
    expect(theirTime(voice, at('20:00'), 'Asia/Bangkok')).toBe(
      'Wednesday 25 November 2026, 01:00 for them',
    );
    expect(theirTime(voice, at('10:30'), 'Europe/Athens')).toBeUndefined();
    expect(theirTime(voice, at('10:30'), undefined)).toBeUndefined();
    expect(fullMomentForBoth(voice, at('10:30'), 'Europe/Berlin')).toBe(
      'Tuesday 24 November 2026, 10:30 (09:30 for them)',
    );
  });

  test('stands beside a call that is agreed', async () => {
    const desk = await deskOfThree();
    const before = await promisedKettle(desk);
    const customer = before.state.customer;
    await desk.store.transact((tx) =>
      tx.updateCustomer(customer ?? 0, { phone: '+66 2 123 4567' }),
    );
    await done(desk, before, 'callback', { at: at('10:30'), reason: 'to agree on a day' });
    const page = await complaintPageOf(desk, voiceOf(desk), complaintId(1001));
    const call = page?.conversation.state.contacts.find(({ kind }) => kind === 'callback');
    if (page === undefined || call === undefined) throw new Error('no call');
    const { theirZone } = page.scene;
    const { playbook } = page.conversation;
    expect(contactText(call, { voice, playbook, now: desk.now(), theirZone })).toContain(
      'Tue 24 Nov 10:30; 15:30 for them; ',
    );
  });
});
