/** Times of day as people type them. */

/** A time of day; `vague` is one that needs more ("9" of what half of the day?). */
export type ClockReading = { readonly hour: number; readonly minute: number } | 'vague' | undefined;

/** @returns the hour and minute of `09:00`. */
export function clockOf(text: string): { hour: number; minute: number } {
  const [hour = 0, minute = 0] = text.split(':').map(Number);
  return { hour, minute };
}

function within(hour: number, minute: number): ClockReading {
  return hour < 24 && minute < 60 ? { hour, minute } : undefined;
}

/**
 * Reads `15:00`, `15.30`, `3pm`, `3:30 p.m.`, `15h30`, `noon`, `morning`, `afternoon`.
 * @param text in lower case, without blanks around it
 * @param dayEnd when the working day ends, `17:00`: a promise for the afternoon is kept by then, one
 *   for the morning by noon
 */
export function readClock(text: string, dayEnd: string): ClockReading {
  if (text === 'noon' || text === 'midday' || text === 'morning') return { hour: 12, minute: 0 };
  if (text === 'afternoon') return clockOf(dayEnd);
  const [, hours, minutes = '0'] =
    /^(\d{1,2})(?:[:.h](\d{2}))(?::\d{2}(?:\.\d+)?)?$/.exec(text) ?? [];
  if (hours !== undefined) return within(Number(hours), Number(minutes));
  const twelve = /^(\d{1,2})(?:[:.](\d{2}))? ?([ap])\.?m\.?$/.exec(text);
  if (twelve !== null) {
    const [, hour = '0', minute = '0', half] = twelve;
    if (Number(hour) < 1 || Number(hour) > 12) return undefined;
    return within((Number(hour) % 12) + (half === 'p' ? 12 : 0), Number(minute));
  }
  return /^(midnight|\d{1,2} ?(h|o'clock)?)$/.test(text) ? 'vague' : undefined;
}
