import { type Command, Option } from 'commander';
import type { Describe } from '../program.ts';
import { withOutput } from './options.ts';

/** The commands for the desk itself: who works there, and whom they work for. */
export const describeDesk = {
  init: (command, wire) => {
    command
      .option('--business <name>', '')
      .option('--agent <name>', '')
      .option('--team <name>', '')
      .option('--role <role>', '')
      .option('--reach-us <text>', '')
      .option('--language <tag>', '')
      .option('--zone <zone>', '')
      .option('--hours <hours>', '')
      .option('--holiday <day>', '', (given: string, before: readonly string[] = []) => [
        ...before,
        given,
      ])
      .option('--holidays <file>', '')
      .option('--currency <code>', '')
      .option('--copy-playbook', '')
      .action(wire(async () => (await import('../init.ts')).init));
  },
  demo: (command, wire) => {
    command.option('--keep', '').action(wire(async () => (await import('../demo.ts')).demo));
  },
  agent: (command, wire) => {
    const agents = async () => import('../agent.ts');
    command.helpCommand(false);
    withChange(withFacts(oneAgent(command.command('add')))).action(
      wire(async () => (await agents()).agentAdd),
    );
    withOutput(command.command('list')).action(wire(async () => (await agents()).agentList));
    withOutput(command.command('show').argument('[agent...]', ''))
      .usage('[options] <agent...>')
      .action(wire(async () => (await agents()).agentShow));
    withChange(withFacts(oneAgent(command.command('edit'))))
      .option('--role-limits', '')
      .option('--active', '')
      .option('--pin', '')
      .option('--new-pin-from-file <file>', '')
      .action(wire(async () => (await agents()).agentEdit));
    withChange(oneAgent(command.command('retire'))).action(
      wire(async () => (await agents()).agentRetire),
    );
  },
  completion: (command, wire) => {
    command
      .argument('[words...]', 'cli.help.operand.shell')
      .usage('[options] <shell>')
      .addOption(new Option('--words <n>').hideHelp())
      .action(wire(async () => (await import('../completion.ts')).completion));
  },
} as const satisfies Readonly<Record<string, Describe>>;

const oneAgent = (command: Command): Command =>
  command.argument('[agent]', '').usage('[options] <agent>');

const withFacts = (command: Command): Command =>
  command
    .option('--team <name>', '')
    .option('--role <role>', '')
    .option('--languages <tags>', '')
    .option('--limit-amount <sum>', '')
    .option('--limit-percent <share>', '')
    .option('--limit-customer <sum>', '')
    .option('--limit-days <n>', '');

/** What changes people is signed by whoever decides. */
const withChange = (command: Command): Command =>
  command
    .option('--supervisor <name>', '')
    .option('--pin-from-file <file>', '')
    .option('--dry-run', '')
    .option('--json [fields]', '');
