import { refuse } from '../rules/values.ts';
import type { SafeText } from '../terminal/safe-text.ts';
import type { MovingCommand } from './commands.ts';
import { called, entries, fitting, type Listed, numbersOf, tellNumbered } from './numbered.ts';
import type { Asking, Telling } from './telling.ts';

/** A longer list is not read out unless somebody asks for it: a part of the words finds it sooner. */
const MOST_READ_OUT = 20;

/** What is picked from. */
export interface Picking {
  /** What is asked: a refusal names it. */
  readonly name: string;
  readonly options: readonly Listed[];
  /** Something that is not on the list may be typed. */
  readonly open: boolean;
  /** What Enter does, as it stands in the brackets; without it, something has to be picked. */
  readonly enter: SafeText | undefined;
  /** Whether `none` leaves it out. */
  readonly none?: boolean;
}

export type Picked =
  | { readonly kind: 'one'; readonly one: Listed }
  /** Enter, with nothing typed. */
  | { readonly kind: 'enter' }
  | { readonly kind: 'none' }
  | { readonly kind: 'moving'; readonly command: MovingCommand };

/** Reads a list out and asks for one of it, by its number or by a part of its words. */
export async function pickFromList(telling: Asking, picking: Picking): Promise<Picked> {
  const { name, options, open, enter, none = false } = picking;
  const long = options.length > MOST_READ_OUT;
  let list: readonly Listed[] = long ? [] : options;
  tellNumbered(telling, list);
  for (;;) {
    const entry = await telling.ask(promptOf(telling, picking, list), open ? 'write' : 'choose', [
      ...(long ? (['all'] as const) : []),
      ...(none ? (['none'] as const) : []),
    ]);
    if (entry.kind === 'moving') return entry;
    if (entry.kind === 'own') {
      if (entry.command === 'none') return { kind: 'none' };
      list = options;
      tellNumbered(telling, list);
      continue;
    }
    const typed = entry.kind === 'text' ? entry.text.trim() : '';
    if (typed === '') {
      if (enter !== undefined) return { kind: 'enter' };
      telling.tellRefusal(refuse('required', {}, name));
      continue;
    }
    const found = look(picking, typed, list);
    if ('one' in found) return { kind: 'one', one: found.one };
    list = found.many.length === 0 ? list : found.many;
    if (found.many.length === 0) telling.tell('plain.nothing-fits', { typed });
    else tellNumbered(telling, list);
  }
}

type Found = { readonly one: Listed } | { readonly many: readonly Listed[] };

/** What was typed: a number of the list last told, the name of one, or a part of several. */
function look({ open, options }: Picking, typed: string, list: readonly Listed[]): Found {
  const literal = open ? /^\\(\d+)$/.exec(typed)?.[1] : undefined;
  const asTyped = (text: string): Listed => ({ id: text, label: text });
  if (literal !== undefined) return { one: asTyped(literal) };
  const numbered = /^\d+$/.test(typed) ? list[Number(typed) - 1] : undefined;
  if (numbered !== undefined) return { one: numbered };
  const exact = called(options, typed);
  if (exact !== undefined) return { one: exact };
  const fits = fitting(options, typed);
  if (open)
    return fits.length === 0 ? { one: asTyped(typed) } : { many: [...fits, asTyped(typed)] };
  const [only] = fits;
  return only !== undefined && fits.length === 1 ? { one: only } : { many: fits };
}

function promptOf(
  telling: Telling,
  { options, open, enter, none }: Picking,
  list: readonly Listed[],
): SafeText {
  const long = options.length > MOST_READ_OUT;
  return telling.say('plain.which', {
    commands: entries(
      list.length === 0 ? undefined : numbersOf(telling, list),
      long ? telling.say('plain.entry.part') : undefined,
      long ? telling.say('plain.entry.all', { count: String(options.length) }) : undefined,
      open ? telling.say('plain.entry.other') : undefined,
      enter,
      none === true ? telling.say(open ? 'plain.entry.write-none' : 'plain.entry.none') : undefined,
      telling.say(open ? 'plain.entry.write' : 'plain.entry.choose'),
    ),
  });
}
