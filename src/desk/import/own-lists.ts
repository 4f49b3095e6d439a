import { placesOf } from '../../language/money-text.ts';
import type { Approval, Contact, Offer, Promised } from '../../rules/state.ts';
import { contactOutcomes } from '../../rules/steps.ts';
import { agentName, currency, type Millis, millis, minor } from '../../rules/values.ts';
import type { Cell } from './file-row.ts';
import type { ImportFieldName } from './import-fields.ts';
import { RowRefused } from './row-problem.ts';

/** The lists within a record, as our own export writes them, back from it. */

/** @returns the offers, by their numbers. @throws RowRefused */
export const offersFrom = (cell: Cell): readonly Offer[] =>
  entriesOf('offers', cell).map((entry) => ({
    n: entry.whole('n'),
    remedy: entry.text('remedy'),
    ...entry.size(),
    state: entry.oneOf('state', ['put', 'chosen', 'declined'] as const),
  }));

/**
 * @param madeAt when a promise was made that does not say so itself
 * @returns the promises, by their numbers. @throws RowRefused
 */
export const promisesFrom = (cell: Cell, madeAt: Millis): readonly Promised[] =>
  entriesOf('promises', cell).map((entry) => ({
    n: entry.whole('n'),
    what: entry.text('what'),
    who: entry.text('who'),
    due: entry.time('due'),
    madeAt: entry.maybeTime('made_at') ?? madeAt,
    state: entry.oneOf('state', ['open', 'withdrawn', 'kept', 'broken'] as const),
    ...entry.some('firstDue', entry.maybeTime('first_due')),
    ...entry.some('movedTo', entry.maybeTime('moved_to')),
    ...entry.some('toldAt', entry.maybeTime('told_at')),
    ...entry.some('settledAt', entry.maybeTime('settled_at')),
    ...entry.some('reason', entry.maybeText('reason')),
  }));

/** @returns the contacts, by their numbers. @throws RowRefused */
export const contactsFrom = (cell: Cell): readonly Contact[] =>
  entriesOf('contacts', cell).map((entry) => ({
    n: entry.whole('n'),
    kind: entry.oneOf('kind', ['callback', 'followup', 'wait'] as const),
    at: entry.time('at'),
    reason: entry.text('reason'),
    ...entry.some('reach', entry.maybeText('reach')),
    state: entry.oneOf('state', ['due', 'done', 'dropped'] as const),
    ...entry.some(
      'outcome',
      entry.has('outcome') ? entry.oneOf('outcome', contactOutcomes) : undefined,
    ),
    ...entry.some('doneAt', entry.maybeTime('done_at')),
    ...entry.some('note', entry.maybeText('note')),
    ...entry.some('satisfied', entry.maybeYesNo('satisfied')),
    ...entry.some('score', entry.has('score') ? entry.whole('score', 10) : undefined),
  }));

/** @returns the decisions asked for, by their numbers. @throws RowRefused */
export const approvalsFrom = (cell: Cell): readonly Approval[] =>
  entriesOf('approvals', cell).map((entry) => {
    const decidedBy = entry.maybeText('decided_by');
    return {
      n: entry.whole('n'),
      remedy: entry.text('remedy'),
      ...entry.size(),
      reason: entry.text('reason'),
      askedBy: agentName(entry.text('asked_by')),
      askedAt: entry.time('asked_at'),
      state: entry.oneOf('state', ['open', 'approved', 'declined'] as const),
      ...entry.some('decidedBy', decidedBy === undefined ? undefined : agentName(decidedBy)),
      ...entry.some('decidedAt', entry.maybeTime('decided_at')),
      ...entry.some('decision', entry.maybeText('decision')),
    };
  });

function entriesOf(field: ImportFieldName, cell: Cell): readonly Entry[] {
  let list: unknown = cell;
  if (typeof cell === 'string') {
    if (cell === '[]') return [];
    try {
      list = JSON.parse(cell);
    } catch {
      throw new RowRefused('not-a-list', {}, field);
    }
  }
  if (!Array.isArray(list)) throw new RowRefused('not-a-list', {}, field);
  const entries = list.map((value, index) => new Entry(field, index, value));
  for (const [index, entry] of entries.entries()) {
    // Numbered as they came, so that what is said of one later means the same.
    const before = entries[index - 1]?.whole('n') ?? 0;
    if (entry.whole('n') <= before) throw new RowRefused('not-a-list', {}, field);
  }
  return entries;
}

/** One object of a list. Whatever is not as the export writes it refuses the row. */
class Entry {
  readonly #field: ImportFieldName;
  readonly #index: number;
  readonly #value: Readonly<Record<string, unknown>>;

  constructor(field: ImportFieldName, index: number, value: unknown) {
    this.#field = field;
    this.#index = index;
    if (typeof value !== 'object' || value === null) throw this.#refused('');
    this.#value = value as Readonly<Record<string, unknown>>;
  }

  has(name: string): boolean {
    return (this.#value[name] ?? null) !== null;
  }

  text(name: string): string {
    const value = this.#value[name];
    if (typeof value !== 'string') throw this.#refused(name);
    return value;
  }

  maybeText(name: string): string | undefined {
    return this.has(name) ? this.text(name) : undefined;
  }

  whole(name: string, most = 1_000_000): number {
    const value = Number(this.#value[name]);
    if (!Number.isInteger(value) || value < 1 || value > most) throw this.#refused(name);
    return value;
  }

  time(name: string): Millis {
    const at = isoMoment(this.text(name));
    if (at === undefined) throw this.#refused(name);
    return millis(at);
  }

  maybeTime(name: string): Millis | undefined {
    return this.has(name) ? this.time(name) : undefined;
  }

  maybeYesNo(name: string): boolean | undefined {
    if (!this.has(name)) return undefined;
    const value = this.#value[name];
    if (typeof value !== 'boolean') throw this.#refused(name);
    return value;
  }

  oneOf<Word extends string>(name: string, known: readonly Word[]): Word {
    const word = known.find((one) => one === this.#value[name]);
    if (word === undefined) throw this.#refused(name);
    return word;
  }

  /** How large a remedy is: a sum, a share, or nothing. */
  size() {
    const percent = this.#value['percent'] ?? undefined;
    const code = this.maybeText('currency');
    const sum = code === undefined ? undefined : minorOf(this.text('amount'), code);
    if (code !== undefined && sum === undefined) throw this.#refused('amount');
    const share = percent === undefined ? undefined : Number(percent);
    if (share !== undefined && !Number.isFinite(share)) throw this.#refused('percent');
    return {
      ...(code === undefined || sum === undefined
        ? {}
        : { amount: minor(sum), currency: currency(code) }),
      ...this.some('percent', share),
    };
  }

  /** @returns a field for an object that has it only where there is a value. */
  some<Name extends string, Value>(name: Name, value: Value | undefined) {
    return (value === undefined ? {} : { [name]: value }) as { readonly [Key in Name]?: Value };
  }

  #refused(name: string): RowRefused {
    const where = `[${this.#index}]${name === '' ? '' : `.${name}`}`;
    return new RowRefused('not-a-list', { where }, this.#field);
  }
}

/** @returns a sum as the export writes it in the smallest unit; undefined for none. */
export function minorOf(text: string, code: string): number | undefined {
  const [, whole, decimals = ''] = /^(\d{1,13})(?:\.(\d{1,3}))?$/.exec(text) ?? [];
  const places = placesOf(code);
  if (whole === undefined || decimals.length > places || !/^[A-Z]{3}$/.test(code)) return undefined;
  return Number(whole + decimals.padEnd(places, '0'));
}

/** @returns the moment that the export writes, `2026-11-21T07:03:12.000Z`; undefined for no such text. */
export function isoMoment(text: string): number | undefined {
  if (text.length !== 24 || text.charCodeAt(23) !== 0x5a || text.charCodeAt(10) !== 0x54) {
    return undefined;
  }
  const at = Date.parse(text);
  if (Number.isNaN(at) || at < 0) return undefined;
  // 31 June would be read as the first of July.
  return text.slice(8, 10) > '28' && new Date(at).toISOString() !== text ? undefined : at;
}
