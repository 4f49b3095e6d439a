import type { ActionName, AskName } from '../../desk/actions/names.ts';

/** A command that does something to one complaint. */
export interface ActCommand {
  readonly action: ActionName;
  /** What it does where this is given: `wait --heard TEXT` tells what came of `wait --until WHEN`. */
  readonly instead?: {
    readonly action: ActionName;
    /** The option that says so, and what it gives the value of. */
    readonly flag: string;
    readonly ask: AskName;
  };
}

/** The commands with an action behind them; light, since every start of the program reads it. */
export const actCommands = {
  note: { action: 'note' },
  assign: { action: 'assign' },
  handover: { action: 'handover' },
  escalate: { action: 'escalate' },
  refer: { action: 'refer' },
  return: { action: 'return' },
  wait: { action: 'wait', instead: { action: 'heard', flag: 'heard', ask: 'text' } },
  callback: { action: 'callback', instead: { action: 'called', flag: 'outcome', ask: 'outcome' } },
  offer: { action: 'offer' },
  approve: { action: 'approve' },
  decline: { action: 'decline' },
  resolve: { action: 'resolve' },
  close: { action: 'close' },
  reopen: { action: 'reopen' },
  merge: { action: 'merge' },
  undo: { action: 'undo' },
  redo: { action: 'redo' },
  followup: { action: 'followup' },
} as const satisfies Readonly<Record<string, ActCommand>>;

export type ActCommandName = keyof typeof actCommands;

/** The commands of `promise`. */
export const promiseCommands = {
  add: { action: 'promise-add' },
  keep: { action: 'promise-keep' },
  break: { action: 'promise-break' },
  delay: { action: 'promise-delay' },
  told: { action: 'promise-told' },
} as const satisfies Readonly<Record<string, ActCommand>>;
