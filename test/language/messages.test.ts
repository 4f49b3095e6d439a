import { describe, expect, it } from 'vitest';
import english from '../../data/languages/en/messages.json' with { type: 'json' };
import { createMessages, type MessageKey } from '../../src/language/messages.ts';

const keys = Object.keys(english) as MessageKey[];

/** A value for every argument a message names. */
function plausible(text: string): Record<string, string | number> {
  const values: Record<string, string | number> = {};
  for (const [, name = '', kind] of text.matchAll(/\{\s*([\p{L}\p{N}_]+)\s*(,\s*\w+)?/gv)) {
    if (kind !== undefined && !kind.endsWith('select')) values[name] = 2;
    else values[name] ??= 'kettle';
  }
  return values;
}

describe('what the program says', () => {
  const messages = createMessages('en');

  it.each(keys)('%s can be said, and nothing of its grammar is left in it', (key) => {
    const said = messages.say(key, plausible(english[key]));
    expect(said).not.toBe('');
    expect(said).not.toMatch(/\{\w+[,}]|\bplural\b|\bundefined\b/);
  });

  it('counts as English counts', () => {
    expect(messages.say('span.days', { days: 1 })).toBe('1 day');
    expect(messages.say('span.days', { days: 2 })).toBe('2 days');
  });

  it.each([
    ['mn', '{days, plural, one {# өдөр} other {# хоног}}', ['1 өдөр', '2 хоног', '5 хоног']],
    ['bg', '{days, plural, one {# ден} other {# дни}}', ['1 ден', '2 дни', '5 дни']],
    ['el', '{days, plural, one {# ημέρα} other {# ημέρες}}', ['1 ημέρα', '2 ημέρες', '5 ημέρες']],
    [
      'bs',
      '{days, plural, one {# dan} few {# dana!} other {# dana}}',
      ['1 dan', '2 dana!', '5 dana'],
    ],
    ['th', '{days, plural, other {# วัน}}', ['1 วัน', '2 วัน', '5 วัน']],
  ])('counts as %s counts (CLDR)', (tag, text, said) => {
    const other = createMessages(tag, { 'span.days': text });
    expect([1, 2, 5].map((days) => other.say('span.days', { days }))).toEqual(said);
  });

  it('counts 21 as one in Bosnian and as many in Bulgarian', () => {
    const text = '{days, plural, one {one} few {few} other {other}}';
    expect(createMessages('bs', { 'span.days': text }).say('span.days', { days: 21 })).toBe('one');
    expect(createMessages('bg', { 'span.days': text }).say('span.days', { days: 21 })).toBe(
      'other',
    );
  });

  it('falls back to English where a translation is missing or broken', () => {
    const other = createMessages('bg', { 'time.in': 'след {span', 'time.ago': 'преди {nothing}' });
    expect(other.say('time.now')).toBe('now');
    expect(other.say('time.in', { span: '2 h' })).toBe('in 2 h');
    expect(other.say('time.ago', { span: '2 h' })).toBe('2 h ago');
  });

  it('falls back to our English where an owner has broken their own', () => {
    const owners = createMessages('en', { 'time.in': '{span', 'time.now': 'this minute' });
    expect(owners.say('time.in', { span: '2 h' })).toBe('in 2 h');
    expect(owners.say('time.now')).toBe('this minute');
  });

  it('says which value is missing rather than show a hole', () => {
    expect(() => messages.say('time.in')).toThrow('"time.in" needs a value for {span}');
    expect(() => messages.say('span.days')).toThrow(/days/);
  });

  it('takes marks of mark-up and braces in a value as they are', () => {
    const other = createMessages('bg', { 'time.in': '<b>{span}</b> {n, plural, other {#}}' });
    expect(other.say('time.in', { span: '{x} $& <i>', n: 1 })).toBe('<b>{x} $& <i></b> 1');
    expect(messages.say('time.in', { span: '{span} $&' })).toBe('in {span} $&');
  });

  it('knows what it can say', () => {
    expect(messages.has('time.now')).toBe(true);
    expect(messages.has('refusal.no-such-thing')).toBe(false);
    expect(messages.has('toString')).toBe(false);
  });
});
