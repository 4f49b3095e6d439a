import { describe, expect, test } from 'vitest';
import { type Leaving, leaveBy, type WayOut, waysOut } from '../../src/desk/ways-out.ts';
import { createMessages } from '../../src/language/messages.ts';
import { createSpokenTime } from '../../src/language/spoken-time.ts';
import { openSampleDesk, saidIn } from '../plain/sample-desk.ts';
import { heardUntil, inHours, taken } from './at-the-desk.ts';

const words = createMessages('en');
const ways = Object.keys(waysOut) as readonly WayOut[];

describe('a way out of a conversation (P7, P8, P9, P21)', () => {
  test.each(ways)('never asks more than three things: %s', (way) => {
    expect(waysOut[way].asks.length).toBeLessThanOrEqual(3);
    expect(waysOut[way].asks.at(-1)).toBe('reason');
  });

  test.each<readonly [Leaving['way'], readonly string[]]>([
    ['handover', ['reason', 'summary', 'to']],
    ['supervisor', ['reason', 'summary']],
    ['wait', ['reason', 'summary', 'until']],
    ['callback', ['at', 'reason', 'summary']],
  ])('leaves a summary in words, and nothing but what was agreed: %s', async (way, logged) => {
    const desk = await openSampleDesk();
    const voice = { words, spoken: createSpokenTime(words, desk.zone) };
    const before = await heardUntil(desk, 'restated');
    const soon = inHours(desk, 3);
    const agreed = { to: 'Lejla', until: soon, at: soon, reach: ' ', reason: 'as she wished' };
    taken(await leaveBy(desk, voice, before, { way, ...agreed }));
    const last: { readonly body?: object } = (await saidIn(desk, before.state.id)).at(-1) ?? {};
    const { body = {} } = last;
    expect(Object.keys(body).sort()).toEqual(logged);
    const restated = String(before.state.answers.restated);
    expect(body).toMatchObject({ summary: expect.stringContaining(restated) });
  });
});
