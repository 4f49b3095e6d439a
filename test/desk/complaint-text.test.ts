import { describe, expect, test } from 'vitest';
import { clockText } from '../../src/desk/complaint-text.ts';
import { createMessages } from '../../src/language/messages.ts';
import { createSpokenTime } from '../../src/language/spoken-time.ts';
import { elapsedTime } from '../../src/rules/business-time/counting.ts';
import type { Clock } from '../../src/rules/clock.ts';
import { millis } from '../../src/rules/values.ts';

const HOUR = 3_600_000;
const NINE = Date.UTC(2026, 10, 23, 9);
const words = createMessages('en');
const voice = { words, spoken: createSpokenTime(words, 'UTC') };
const clock: Clock = {
  kind: 'answer',
  started: millis(NINE),
  target: 10 * HOUR,
  aimTarget: 8 * HOUR,
  calendar: 0,
  counted: 0,
  since: millis(NINE),
  aim: millis(NINE + 8 * HOUR),
  due: millis(NINE + 10 * HOUR),
};

describe('a clock that runs (P25, P28)', () => {
  test.each([
    [4.9, undefined],
    [5, 'half of the time is used'],
    [7.5, 'three quarters of the time are used'],
    [9, 'nine tenths of the time are used'],
    [11, undefined],
  ])('warns of how much of its ten hours is used after %f', (hours, warning) => {
    const text = clockText(clock, { voice, now: NINE + hours * HOUR }, elapsedTime);
    if (warning === undefined) expect(text).not.toContain('of the time');
    else expect(text).toContain(warning);
  });

  test('warns of nothing while it is paused', () => {
    const { since: _, ...paused } = { ...clock, counted: 9.5 * HOUR };
    expect(clockText(paused, { voice, now: NINE }, elapsedTime)).toBe('clocks paused');
  });
});
