import { Command } from 'commander';
import { version } from '../../package.json';
import type { Context } from './context.ts';
import { type ExitCode, exitCodes } from './exit-codes.ts';
import { addGlobalOptions } from './global-options.ts';
import type { GlobalFlags } from './settings.ts';
import { strayOperand } from './stray-operand.ts';
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
 * @param makeContext settles the global options for a command that is about to run
 */
export function createProgram(makeContext: (flags: GlobalFlags) => Promise<Context>): {
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

  program
    .command('new')
    .option('--channel <id>', '')
    .option('--from-file <file>', '')
    .option('--schema', '')
    .option('--dry-run', '')
    .option('--json [fields]', '')
    .action(act(async () => (await import('./new.ts')).newComplaint));
  program
    .command('resume')
    .argument('[reference]', '')
    .action(act(async () => (await import('./resume.ts')).resume));
  withOutput(program.command('today', { isDefault: true }).argument('[extra...]', ''))
    .usage('[options]')
    .hook('preAction', (_program, command) => {
      // Without a command today's page is shown, and so a mistyped command ends up here.
      const [stray] = command.args;
      if (stray !== undefined) throw strayOperand(stray, program);
    })
    .action(act(async () => (await import('./today.ts')).today));
  withOutput(withFilters(program.command('list')))
    .option('--sort <field>', '')
    .option('--limit <n>', '')
    .action(act(async () => (await import('./list.ts')).list));
  withOutput(program.command('show').argument('[reference...]', ''))
    .usage('[options] <reference...>')
    .action(act(async () => (await import('./show.ts')).show));
  withOutput(program.command('log').argument('[reference]', ''))
    .option('--since <when>', '')
    .option('--until <when>', '')
    .option('--limit <n>', '')
    .action(act(async () => (await import('./log.ts')).log));
  withFilters(program.command('export'))
    .option('--format <format>', '')
    .option('--output <file>', '')
    .option('--fields <fields>', '')
    .option('--no-formula-guard', '')
    .action(act(async () => (await import('./export.ts')).exportRecord));
  program
    .command('verify')
    .option('--expect <head>', '')
    .option('--no-rebuild', '')
    .action(act(async () => (await import('./verify.ts')).verify));
  program
    .command('init')
    .option('--business <name>', '')
    .option('--agent <name>', '')
    .option('--team <name>', '')
    .option('--role <role>', '')
    .option('--reach-us <text>', '')
    .option('--zone <zone>', '')
    .action(act(async () => (await import('./init.ts')).init));

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
