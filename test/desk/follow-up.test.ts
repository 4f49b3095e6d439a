import fc from 'fast-check';
import { expect, test } from 'vitest';
import { proposedFollowUp } from '../../src/desk/follow-up.ts';
import { millis } from '../../src/rules/values.ts';
import { kettleShop } from '../rules/sample-complaint.ts';

const HOUR = 3_600_000;
const targets = { ...kettleShop.targets, followUpHours: 36 };

test('the follow-up that is proposed falls on a morning, 24 to 48 hours ahead (P33, P34)', () => {
  const morning = Date.UTC(2026, 10, 21, 7, 3);
  // Sofia is two hours ahead of UTC: Saturday 09:03 and Saturday 12:03 there.
  expect(proposedFollowUp(targets, 'Europe/Sofia', millis(morning))).toBe(
    Date.UTC(2026, 10, 22, 8),
  );
  expect(proposedFollowUp(targets, 'Europe/Sofia', millis(morning + 3 * HOUR))).toBe(
    Date.UTC(2026, 10, 23, 8),
  );
});

test('whenever the thank-you is, and wherever, it is never at night nor before a day has passed', () => {
  const zones = fc.constantFrom(
    'Europe/Sofia',
    'Asia/Ulaanbaatar',
    'Asia/Bangkok',
    'America/New_York',
  );
  const moments = fc.integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2028, 0, 1) });
  fc.assert(
    fc.property(zones, moments, (zone, now) => {
      const at = proposedFollowUp(targets, zone, millis(now));
      const clock = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, timeStyle: 'short' });
      expect(clock.format(at)).toBe('10:00');
      expect(at - now).toBeGreaterThanOrEqual(24 * HOUR);
      // The night on which clocks go back is an hour longer.
      expect(at - now).toBeLessThanOrEqual(49 * HOUR);
    }),
  );
});
