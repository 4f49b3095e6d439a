import type { MessageKey } from '../language/messages.ts';
import { type ComplaintId, readRef } from '../rules/values.ts';
import { called, entries, fitting, type Listed, numbersOf } from './numbered.ts';
import type { Telling } from './telling.ts';

/** A command of a page: its letter or its word does it. */
export interface PageCommand<Name extends string> {
  readonly name: Name;
  readonly letter: string;
  /** As it stands in the brackets: `n new`. */
  readonly label: MessageKey;
  /** Words may stand behind it: `search kettle`. */
  readonly takesWords?: true;
}

export type MenuReply<Name extends string> =
  | { readonly kind: 'item'; readonly at: number }
  | { readonly kind: 'command'; readonly name: Name; readonly behind: string }
  /** A complaint was named by its reference. */
  | { readonly kind: 'reference'; readonly id: ComplaintId }
  /** Enter, with nothing typed. */
  | { readonly kind: 'enter' };

/** What can be picked on a page. */
export interface Menu<Name extends string> {
  readonly items: readonly Listed[];
  readonly commands: readonly PageCommand<Name>[];
  /** Those of them that stand in the prompt; help has all. */
  readonly prompted: readonly Name[];
  readonly help: MessageKey;
  /** Whether there is a complaint of that number. */
  readonly exists: (id: ComplaintId) => Promise<boolean>;
}

/** More of what was typed is not said back, in UTF-16 units. */
const SAID_BACK = 40;

/**
 * Asks what to do on a page: a number of what was told, a part of its words, a command or a reference.
 * What is nothing of these is told, and the question asked again.
 * @throws Ended when nobody is there any more
 */
export async function askMenu<Name extends string>(
  telling: Telling,
  { items, commands, prompted, help, exists }: Menu<Name>,
): Promise<MenuReply<Name>> {
  const prompt = telling.say('plain.which', {
    commands: entries(
      items.length === 0 ? undefined : numbersOf(telling, items),
      ...commands
        .filter(({ name }) => prompted.includes(name))
        .map(({ label }) => telling.say(label)),
      telling.say('plain.menu.help'),
    ),
  });
  for (;;) {
    const typed = (await telling.typed(prompt)).trim();
    if (typed === '') return { kind: 'enter' };
    const [, word = '', behind = ''] = /^\/?(\S+)\s*(.*)$/su.exec(typed) ?? [];
    const command = commands.find(
      ({ name, letter, takesWords }) =>
        [letter, name].includes(word.toLowerCase()) && (behind === '' || takesWords === true),
    );
    if (command !== undefined) return { kind: 'command', name: command.name, behind };
    if (/^h(elp)?$/i.test(typed)) {
      telling.tell(help);
      continue;
    }
    const numbered = /^\d+$/.test(typed) ? Number(typed) : undefined;
    if (numbered !== undefined && numbered >= 1 && numbered <= items.length) {
      return { kind: 'item', at: numbered - 1 };
    }
    const id = readRef(typed);
    if (id !== undefined) {
      const found = await telling.attempt(() => exists(id));
      if (found === true) return { kind: 'reference', id };
      if (found === false) telling.tell('plain.menu.no-such', { n: String(id) });
      continue;
    }
    const at = meant(items, typed);
    if (at !== -1) return { kind: 'item', at };
    telling.tell('plain.menu.not-understood', { typed: shortened(typed) });
  }
}

/** @returns which item is called so, or is the only one that a part of it fits; -1 for none. */
function meant(items: readonly Listed[], typed: string): number {
  const fits = fitting(items, typed);
  const one = called(items, typed) ?? (fits.length === 1 ? fits[0] : undefined);
  return one === undefined ? -1 : items.indexOf(one);
}

const shortened = (typed: string): string =>
  typed.length <= SAID_BACK ? typed : `${typed.slice(0, SAID_BACK).toWellFormed()} …`;
