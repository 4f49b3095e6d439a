import * as v from 'valibot';
import type { PlaybookFaultCode } from './playbook-fault.ts';
import { readDay, readHours, readInterval, readPercent, readSum } from './quantities.ts';

/**
 * A schema's message is the code of a fault, and after a blank what would have been known there.
 * The text is made where the fault is shown.
 */
export const told = (code: PlaybookFaultCode, known: readonly string[] = []): string =>
  known.length === 0 ? code : `${code} ${known.join(', ')}`;

const absent = (input: unknown): boolean => input === null || input === undefined;

/** One line of text without blanks around it, of at most so many UTF-16 units. */
export const text = (most: number, otherwise: PlaybookFaultCode = 'not_text') =>
  v.pipe(
    v.string((issue) => told(absent(issue.input) ? 'empty' : otherwise)),
    v.trim(),
    v.minLength(1, told('empty')),
    // Lone surrogates can be written as escapes in YAML; no control character may reach a screen.
    v.check((value) => !/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]/u.test(value), told('not_one_line')),
    v.maxLength(most, told('too_long')),
  );

/** Lower case words with hyphens between: what stands in the record. */
export const id = v.pipe(text(60), v.regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, told('bad_id')));

/** `group` or `group/sub`. */
export const causeId = v.pipe(
  text(121),
  v.regex(/^[a-z0-9]+(?:-[a-z0-9]+)*(?:\/[a-z0-9]+(?:-[a-z0-9]+)*)?$/, told('bad_id')),
);

/** Fields by name; one that is missing or not known is a fault. */
export const fields = <const Entries extends v.ObjectEntries>(entries: Entries) =>
  v.pipe(
    v.unknown(),
    // To valibot a list is an object with numbers for names.
    v.check((input) => !Array.isArray(input), told('not_fields')),
    v.strictObject(entries, (issue) => {
      if (issue.expected === 'never') return told('unknown_field', Object.keys(entries));
      if (issue.expected !== 'Object') return told('missing_field');
      return told(absent(issue.input) ? 'empty' : 'not_fields');
    }),
  );

/** A list of anything, also of nothing. */
export const anyList = <const Item extends v.GenericSchema>(item: Item) =>
  v.array(item, (issue) => told(absent(issue.input) ? 'empty' : 'not_a_list'));

/** A list with something in it. */
export const list = <const Item extends v.GenericSchema>(item: Item) =>
  v.pipe(anyList(item), v.minLength(1, told('empty')));

/** One of a few words. */
export const oneOf = <const Options extends readonly string[]>(options: Options) =>
  v.picklist(options, (issue) =>
    absent(issue.input) ? told('empty') : told('not_one_of', options),
  );

/** `true` or `false`. */
export const yesOrNo = v.boolean(told('not_yes_or_no'));

/** A quantity that is written as text with its unit. */
const quantity = <Value>(
  read: (written: string) => Value | undefined,
  otherwise: PlaybookFaultCode,
) =>
  v.pipe(
    text(40, otherwise),
    v.rawTransform(({ dataset, addIssue, NEVER }): Value => {
      const value = read(dataset.value);
      if (value !== undefined) return value;
      addIssue({ message: told(otherwise) });
      return NEVER;
    }),
  );

/** A sum with its currency, such as `50.00 EUR`. */
export const sum = quantity(readSum, 'not_money');
/** Hours or minutes, such as `10 h` or `15 min`. */
export const hours = quantity(readHours, 'not_hours');
/** Times of one day, such as `09:00-12:30`. */
export const interval = quantity(readInterval, 'not_an_interval');
/** A calendar date, such as `2026-12-25`. */
export const date = quantity(readDay, 'not_a_date');
/** A share in whole or half percents, such as `15 %`. */
export const percent = quantity(readPercent, 'not_percent');

/** A whole number of days, at most ten years of them. */
export const days = v.pipe(
  v.number((issue) => told(absent(issue.input) ? 'empty' : 'not_days')),
  v.check((count) => Number.isInteger(count) && count >= 1 && count <= 3660, told('not_days')),
);

/** Just one word, or a few of them that belong together. */
export const word = <const Word extends string>(known: Word, otherwise: PlaybookFaultCode) =>
  v.literal(known, (issue) => told(absent(issue.input) ? 'empty' : otherwise));

/** An ISO 4217 code that this Node knows. */
export const currencyCode = v.pipe(
  text(3, 'not_currency'),
  v.check((code) => Intl.supportedValuesOf('currency').includes(code), told('not_currency')),
);
