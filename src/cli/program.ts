import { Command } from 'commander';
import { version } from '../../package.json';
import type { Context } from './context.ts';
import { describeCustomers } from './describe/customers.ts';
import { describeDesk } from './describe/desk.ts';
import { describeFigures } from './describe/figures.ts';
import { describeSeeing } from './describe/seeing.ts';
import { describeWorking } from './describe/working.ts';
import { type ExitCode, exitCodes } from './exit-codes.ts';
import { addGlobalOptions } from './global-options.ts';
import { commandsIn } from './named-command.ts';
import type { GlobalFlags } from './settings.ts';
import { type CommandName, groupOf } from './stray-operand.ts';
import { usageFault } from './usage-fault.ts';

/** What commander wanted printed, kept until the words for it are loaded. */
export interface Printed {
  said: string;
  helpFor: Command | undefined;
  exit: ExitCode;
}

/** A command: what it does with its options and operands, and how it ended. */
export type Run<Options> = (
  context: Context,
  options: Options,
  operands: readonly string[],
) => Promise<ExitCode>;

/** Makes commander's action of a command that is loaded only when it runs. */
export type Wire = <Options>(
  load: () => Promise<Run<Options>>,
) => (...given: unknown[]) => Promise<void>;

/** Gives a command its options, operands and what it does; what it says in words is help.ts. */
export type Describe = (command: Command, wire: Wire) => void | Promise<void>;

const describe: Readonly<Record<CommandName, Describe>> = {
  ...describeWorking,
  ...describeSeeing,
  ...describeCustomers,
  ...describeDesk,
  ...describeFigures,
};

/**
 * Describes commands and options. What a command does lies in a file of its own, loaded only when it
 * runs; what it is called in words is added by help.ts.
 * @param args what stands behind `amends`
 * @param makeContext settles the global options for a command that is about to run
 */
export async function createProgram(
  args: readonly string[],
  makeContext: (flags: GlobalFlags) => Promise<Context>,
): Promise<{
  readonly program: Command;
  readonly printed: Printed;
}> {
  const printed: Printed = { said: '', helpFor: undefined, exit: exitCodes.done };
  const program = new Command('amends');
  program
    .configureOutput({
      writeOut: (text) => {
        printed.said += text;
      },
      writeErr: () => {},
    })
    .configureHelp({
      formatHelp: (command) => {
        printed.helpFor = command;
        return '';
      },
    })
    .showSuggestionAfterError(false)
    .version(version, '-V, --version', '')
    .helpOption('-h, --help', '')
    .helpCommand('help [command...]', '');
  addGlobalOptions(program);

  const wire: Wire =
    (load) =>
    async (...given) => {
      // Commander hands over the operands, then the options, then the command.
      const options = given.at(-2) as Parameters<Awaited<ReturnType<typeof load>>>[1];
      const operands = given.slice(0, -2).flat() as (string | undefined)[];
      const context = await makeContext(program.opts<GlobalFlags>());
      const run = await load();
      printed.exit = await run(
        context,
        options,
        operands.filter((operand) => operand !== undefined),
      );
    };

  for (const name of commandsIn(args)) {
    const command = program.command(name, { isDefault: name === 'today' });
    const group = groupOf(name);
    if (group !== undefined) command.helpGroup(group);
    await describe[name](command, wire);
  }
  overrideExit(program);
  return { program, printed };
}

/** Whatever commander would end the program for is thrown instead, in our words. */
function overrideExit(command: Command): void {
  command.exitOverride((error) => {
    throw error.exitCode === 0 ? error : usageFault(error, command);
  });
  for (const inner of command.commands) overrideExit(inner);
}
