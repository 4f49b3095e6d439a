import type { Action, Ask } from '../../desk/actions/action.ts';
import { actionNamed } from '../../desk/actions/index.ts';
import type { ActCommand } from './act-commands.ts';

/** What an action asks, as the command line has it. */
export interface ActForm {
  readonly action: Action;
  /** The option, or the name behind the reference, of each thing it asks. */
  readonly flagOf: (ask: Pick<Ask, 'name'>) => string;
}

/** @returns the forms of a command, the usual one first. */
export function formsOf({ action, instead }: ActCommand): readonly ActForm[] {
  const usual: ActForm = { action: actionNamed(action), flagOf: ({ name }) => name };
  if (instead === undefined) return [usual];
  const other: ActForm = {
    action: actionNamed(instead.action),
    flagOf: ({ name }) => (name === instead.ask ? instead.flag : name),
  };
  return [usual, other];
}

/** @returns what stands behind the reference, in its order. */
export const operandsOf = ({ action }: ActForm): readonly Ask[] =>
  action.asks.filter(({ operand }) => operand === true);

/** @returns how people are told where something is typed: `--until`, or `TEXT`. */
export function placeOf({ flagOf }: ActForm, ask: Ask): string {
  if (ask.kind === 'pin') return `--${pinOption}`;
  return ask.operand === true ? flagOf(ask).toUpperCase() : `--${flagOf(ask)}`;
}

/** A PIN never stands on a command line, where every process of the machine can read it. */
export const pinOption = 'pin-from-file';
