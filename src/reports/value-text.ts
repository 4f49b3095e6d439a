import type { Messages } from '../language/messages.ts';
import { moneyText } from '../language/money-text.ts';
import type { Value } from './report.ts';

/** Writes values for people, in one language. */
export interface ValueText {
  /** `1,204`, `40 %`, `6.4`, `12 h 50`, `€34.00 + US$5.00`, `+12 %`, `−20 points`, `–`. */
  of(value: Value): string;
  /** The same to be read aloud: a share says of how many it is one, and nothing is `none`. */
  aloud(value: Value): string;
}

const MINUTE = 60_000;
/** From here on minutes are noise; in hours. */
const LONG = 100;

/**
 * @param words the language to write in; formats are built once, so keep what this returns
 */
export function createValueText(words: Messages): ValueText {
  const locale = words.language === 'en' ? 'en-GB' : words.language;
  const numbers = new Intl.NumberFormat(locale, { numberingSystem: 'latn' });
  const means = new Intl.NumberFormat(locale, {
    numberingSystem: 'latn',
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  });

  const percent = (text: string): string => words.say('report.text.percent', { number: text });

  /** A share that is not quite all or nothing does not look like it. */
  function shareText(part: number, of: number): string {
    const rounded = Math.round((part / of) * 100);
    if (rounded === 0 && part > 0) return percent('<1');
    if (rounded === 100 && part < of) return percent('>99');
    return percent(numbers.format(rounded));
  }

  function signed(hundredths: number): string {
    if (hundredths === 0) return '±0';
    return `${hundredths > 0 ? '+' : '−'}${numbers.format(Math.abs(hundredths))}`;
  }

  const changeText = (by: number): string => percent(signed(Math.round(by * 100)));

  function pointsText(by: number): string {
    const points = Math.round(by * 100);
    return words.say('report.text.points', { many: Math.abs(points), text: signed(points) });
  }

  /**
   * In hours and minutes, however long: days of business time are no days of the calendar, and both
   * stand in one table.
   */
  function timeText(ms: number): string {
    const whole = Math.round(ms / MINUTE);
    const [hours, minutes] = [Math.floor(whole / 60), whole % 60];
    if (hours === 0) return words.say('span.minutes', { minutes });
    if (hours >= LONG || minutes === 0)
      return words.say('span.hours', { hours: numbers.format(Math.round(whole / 60)) });
    return words.say('span.hours-minutes', { hours, minutes: String(minutes).padStart(2, '0') });
  }

  function of(value: Value): string {
    switch (value.kind) {
      case 'count':
        return numbers.format(value.count);
      case 'share':
        return value.of === 0 ? '–' : shareText(value.part, value.of);
      case 'mean':
        return means.format(value.mean);
      case 'time':
        return timeText(value.ms);
      case 'money':
        return value.sums.length === 0
          ? '–'
          : value.sums
              .map(({ minor, currency }) => moneyText(minor, currency, words.language))
              .join(' + ');
      case 'text':
        return value.text;
      case 'change':
        return Number.isFinite(value.by) ? changeText(value.by) : '–';
      case 'points':
        return pointsText(value.by);
      case 'none':
        return '–';
    }
  }

  function aloud(value: Value): string {
    if (value.kind === 'share' && value.of !== 0) {
      return words.say('report.text.share-aloud', {
        share: of(value),
        part: numbers.format(value.part),
        of: numbers.format(value.of),
      });
    }
    const text = of(value);
    return text === '–' ? words.say('report.text.none') : text;
  }

  return { of, aloud };
}
