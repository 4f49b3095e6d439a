import type { LineConditions, ScriptLine } from './playbook.ts';

/** Values for the `{variables}` of a line; one that is missing keeps the line from being shown. */
export type LineVariables = Readonly<Record<string, string | undefined>>;

/** What decides which lines fit: the same names as a line's conditions. */
export interface LineSituation {
  readonly fault?: string | undefined;
  readonly channel?: string | undefined;
  readonly severity?: string | undefined;
  /** The cause's group id. */
  readonly cause?: string | undefined;
  readonly wish?: string | undefined;
  readonly outcome?: string | undefined;
  readonly returning: boolean;
  readonly partOfDay: 'morning' | 'afternoon' | 'evening';
  /** Where the day stands that they know for the promise that is spoken of. */
  readonly promise?: 'ahead' | 'past' | undefined;
}

/**
 * The lines that can be said now: they fit the situation and none of their variables is missing.
 * Lines made for this situation come before general ones; within those the order turns with `turn`,
 * so that two complaints in a row do not sound memorised (P15).
 * @param at the question or moment
 * @param turn any whole number; the complaint's own number is a good one
 * @returns lines ready to be said, the best first, none twice
 */
export function linesToSay(
  lines: readonly ScriptLine[],
  at: string,
  situation: LineSituation,
  variables: LineVariables,
  turn: number,
): readonly string[] {
  const fitting = lines.flatMap((line) => {
    if (line.at !== at || !fits(line.when, situation)) return [];
    const text = fill(line.say, variables);
    return text === undefined ? [] : [{ text, rank: -specificity(line) }];
  });
  const ranks = [...new Set(fitting.map(({ rank }) => rank))].sort((a, b) => a - b);
  const said = new Set<string>();
  const byRank = ranks.map((rank) =>
    fitting.flatMap((line) => {
      if (line.rank !== rank || said.has(line.text)) return [];
      said.add(line.text);
      return [line.text];
    }),
  );
  return inTurn(byRank, turn);
}

/**
 * A best line that stands alone would open every such complaint, so it takes turns with the next
 * best ones (P15).
 */
function inTurn(byRank: readonly (readonly string[])[], turn: number): readonly string[] {
  const [best, next, ...rest] = byRank.filter((lines) => lines.length > 0);
  if (best?.length !== 1 || next === undefined || turn % 2 !== 0) {
    return byRank.flatMap((lines) => rotate(lines, turn));
  }
  return [...rotate(next, turn / 2), ...best, ...rest.flatMap((lines) => rotate(lines, turn))];
}

/**
 * Fills the `{variables}` of a text.
 * @returns the text, or undefined when a value is missing or empty: never a hole, never a placeholder
 */
export function fill(text: string, variables: LineVariables): string | undefined {
  let complete = true;
  const filled = text.replaceAll(/\{([a-z_]+)\}/g, (_, name: string) => {
    const value = Object.hasOwn(variables, name) ? variables[name]?.trim() : undefined;
    if (value === undefined || value === '') complete = false;
    return value ?? '';
  });
  return complete ? filled : undefined;
}

/** @returns the names of the variables a text uses. */
export const variablesIn = (text: string): readonly string[] =>
  [...text.matchAll(/\{([a-z_]+)\}/g)].map((match) => match[1] ?? '');

function fits(when: LineConditions, situation: LineSituation): boolean {
  const among = (allowed: readonly string[] | undefined, value: string | undefined): boolean =>
    allowed === undefined || (value !== undefined && allowed.includes(value));
  return (
    among(when.fault, situation.fault) &&
    among(when.channel, situation.channel) &&
    among(when.severity, situation.severity) &&
    among(when.cause, situation.cause) &&
    among(when.wish, situation.wish) &&
    among(when.outcome, situation.outcome) &&
    among(when.partOfDay, situation.partOfDay) &&
    among(when.promise, situation.promise) &&
    (when.returning === undefined || when.returning === situation.returning)
  );
}

/** A line that names the case (its conditions, its facts) is worth more than one that fits all (P13). */
function specificity(line: ScriptLine): number {
  const facts = variablesIn(line.say).filter((name) => !['agent', 'customer'].includes(name));
  return Object.keys(line.when).length * 2 + Math.min(facts.length, 2);
}

function rotate<Item>(items: readonly Item[], turn: number): readonly Item[] {
  if (items.length === 0) return items;
  const start = ((turn % items.length) + items.length) % items.length;
  return [...items.slice(start), ...items.slice(0, start)];
}

/** What stands in the sentence that puts offers before the customer (P19). */
export type JoinedChoice =
  | { readonly kind: 'one'; readonly first: string }
  | { readonly kind: 'two'; readonly first: string; readonly last: string }
  | {
      readonly kind: 'more';
      readonly first: string;
      readonly others: string;
      readonly last: string;
    };

/**
 * @param clauses what each remedy lets us do: "send you a new one", "refund the full price"
 * @returns the clauses by their place in the sentence; undefined when there are none
 */
export function joinChoices(clauses: readonly string[]): JoinedChoice | undefined {
  const [first, ...rest] = clauses;
  if (first === undefined) return undefined;
  const last = rest.pop();
  if (last === undefined) return { kind: 'one', first };
  if (rest.length === 0) return { kind: 'two', first, last };
  return { kind: 'more', first, others: rest.join(', '), last };
}
