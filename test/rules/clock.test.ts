import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { answerClock } from '../../src/rules/clock.ts';
import { HELLO, hoursLater, kettleShop } from './sample-complaint.ts';

const { targets } = kettleShop;

describe('the answer clock (P25)', () => {
  test('runs from the first hello: ten hours, and eight are aimed at', () => {
    expect(answerClock(targets, HELLO, undefined)).toEqual({
      aim: hoursLater(8),
      due: hoursLater(10),
    });
  });

  test('a severity without a time of its own changes nothing', () => {
    expect(answerClock(targets, HELLO, 'normal')).toEqual(answerClock(targets, HELLO, undefined));
  });

  test('an urgent complaint has less time, and the aim keeps its share of it', () => {
    expect(answerClock(targets, HELLO, 'urgent')).toEqual({
      aim: hoursLater(1.6),
      due: hoursLater(2),
    });
  });

  test('whatever the targets, both moments are whole milliseconds and the aim is not the later', () => {
    const hours = fc.double({ min: 0.1, max: 1000, noNaN: true });
    fc.assert(
      fc.property(hours, hours, hours, (answerHours, other, own) => {
        const aimHours = Math.min(answerHours, other);
        const some = { ...targets, answerHours, aimHours, answerHoursBySeverity: { own } };
        const { aim, due } = answerClock(some, HELLO, 'own');
        expect(Number.isInteger(aim) && Number.isInteger(due)).toBe(true);
        expect(aim).toBeLessThanOrEqual(due);
        expect(aim).toBeGreaterThanOrEqual(HELLO);
      }),
    );
  });
});
