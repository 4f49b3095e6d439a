import type { MessageKey, MessageValues } from '../language/messages.ts';
import type { ExitName } from './exit-codes.ts';

/** The names of what can go wrong at the command line; the text is `cli.fault.<name>`. */
export type FaultName = MessageKey extends infer Key
  ? Key extends `cli.fault.${infer Name}`
    ? Name
    : never
  : never;

/**
 * A command cannot go on. The text (what happened, why, what to do next) is made where it is
 * shown, so that a command which goes well never loads it.
 */
export class Fault extends Error {
  readonly exit: ExitName;
  readonly fault: FaultName;
  readonly values: MessageValues;
  /** What was perhaps meant. */
  readonly similar: string | undefined;

  /** @param exit how the command ends; `values` go into the text, made safe there */
  constructor(exit: ExitName, fault: FaultName, values: MessageValues = {}, similar?: string) {
    super(fault);
    this.name = 'Fault';
    this.exit = exit;
    this.fault = fault;
    this.values = values;
    this.similar = similar;
  }
}

/** The bundle holds this class more than once (see build.js), so it is known by its name. */
export const isFault = (error: unknown): error is Fault =>
  error instanceof Error && error.name === 'Fault' && 'fault' in error;
