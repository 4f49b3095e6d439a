import { Command } from 'commander';
import { version } from '../../package.json';
import type { Context } from './context.ts';
import { type ExitCode, exitCodes } from './exit-codes.ts';
import { addGlobalOptions } from './global-options.ts';
import type { GlobalFlags } from './settings.ts';
import { type CommandName, commandNames, strayOperand } from './stray-operand.ts';
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

/**
 * Describes every command and option. What a command does lies in a file of its own, loaded only
 * when it runs; what it is called in words is added by help.ts.
 * @param args what stands behind `amends`
 * @param makeContext settles the global options for a command that is about to run
 */
export function createProgram(
  args: readonly string[],
  makeContext: (flags: GlobalFlags) => Promise<Context>,
): {
  readonly program: Command;
  readonly printed: Printed;
} {
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
    .helpCommand('help [command]', '');
  addGlobalOptions(program);

  const act =
    <Options>(load: () => Promise<Run<Options>>) =>
    async (...given: unknown[]): Promise<void> => {
      // Commander hands over the operands, then the options, then the command.
      const options = given.at(-2) as Options;
      const operands = given.slice(0, -2).flat() as (string | undefined)[];
      const context = await makeContext(program.opts<GlobalFlags>());
      const run = await load();
      printed.exit = await run(
        context,
        options,
        operands.filter((operand) => operand !== undefined),
      );
    };

  const describe: Readonly<Record<CommandName, (command: Command) => Command>> = {
    new: (command) =>
      command
        .option('--channel <id>', '')
        .option('--from-file <file>', '')
        .option('--schema', '')
        .option('--dry-run', '')
        .option('--json [fields]', '')
        .action(act(async () => (await import('./new.ts')).newComplaint)),
    resume: (command) =>
      command
        .argument('[reference]', '')
        .action(act(async () => (await import('./resume.ts')).resume)),
    today: (command) =>
      withOutput(command.argument('[extra...]', ''))
        .usage('[options]')
        .hook('preAction', (_program, { args: [stray] }) => {
          // Without a command today's page is shown, and so a mistyped command ends up here.
          if (stray !== undefined) throw strayOperand(stray);
        })
        .action(act(async () => (await import('./today.ts')).today)),
    list: (command) =>
      withOutput(withFilters(command))
        .option('--sort <field>', '')
        .option('--limit <n>', '')
        .action(act(async () => (await import('./list.ts')).list)),
    show: (command) =>
      withOutput(command.argument('[reference...]', ''))
        .usage('[options] <reference...>')
        .action(act(async () => (await import('./show.ts')).show)),
    log: (command) =>
      withOutput(command.argument('[reference]', ''))
        .option('--since <when>', '')
        .option('--until <when>', '')
        .option('--limit <n>', '')
        .action(act(async () => (await import('./log.ts')).log)),
    export: (command) =>
      withFilters(command)
        .option('--format <format>', '')
        .option('--output <file>', '')
        .option('--fields <fields>', '')
        .option('--no-formula-guard', '')
        .action(act(async () => (await import('./export.ts')).exportRecord)),
    verify: (command) =>
      command
        .option('--expect <head>', '')
        .option('--rebuild', '')
        .option('--no-rebuild', '')
        .action(act(async () => (await import('./verify.ts')).verify)),
    init: (command) =>
      command
        .option('--business <name>', '')
        .option('--agent <name>', '')
        .option('--team <name>', '')
        .option('--role <role>', '')
        .option('--reach-us <text>', '')
        .option('--zone <zone>', '')
        .action(act(async () => (await import('./init.ts')).init)),
  };
  // Describing every command takes milliseconds, so those that are not named are left out.
  const named = commandNames.filter((name) => args.includes(name));
  for (const name of named.length === 0 ? commandNames : new Set([...named, 'today' as const])) {
    describe[name](program.command(name, { isDefault: name === 'today' }));
  }

  for (const command of [program, ...program.commands]) {
    command.exitOverride((error) => {
      throw error.exitCode === 0 ? error : usageFault(error, command);
    });
  }
  return { program, printed };
}

/** Every reading command takes the same output options. */
const withOutput = (command: Command): Command =>
  command
    .option('--json [fields]', '')
    .option('--jsonl [fields]', '')
    .option('--csv [fields]', '')
    .option('--plain [fields]', '')
    .option('--jq <expression>', '');

const withFilters = (command: Command): Command =>
  command
    .option('--stage <stages>', '', (given: string, before?: string) =>
      before === undefined ? given : `${before},${given}`,
    )
    .option('--owner <agent>', '')
    .option('--channel <id>', '')
    .option('--product <id>', '')
    .option('--cause <id>', '')
    .option('--customer <customer>', '')
    .option('--since <when>', '')
    .option('--until <when>', '')
    .option('--text <words>', '');
