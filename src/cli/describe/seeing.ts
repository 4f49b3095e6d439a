import type { Describe } from '../program.ts';
import { strayOperand } from '../stray-operand.ts';
import { withFigure, withFilters, withOutput } from './options.ts';

/** The commands that read the record. */
export const describeSeeing = {
  today: (command, wire) => {
    withOutput(
      command.argument('[extra...]', '').option('--mine', '').option('--owner <agent>', ''),
    )
      .usage('[options]')
      .hook('preAction', (_program, { args: [stray] }) => {
        // Without a command today's page is shown, and so a mistyped command ends up here.
        if (stray !== undefined) throw strayOperand(stray);
      })
      .action(wire(async () => (await import('../today.ts')).today));
  },
  list: (command, wire) => {
    withOutput(withFigure(withFilters(command)).option('--text <words>', ''))
      .option('--sort <field>', '')
      .option('--limit <n>', '')
      .action(wire(async () => (await import('../list.ts')).list));
  },
  show: (command, wire) => {
    withOutput(command.argument('[reference...]', ''))
      .usage('[options] <reference...>')
      .action(wire(async () => (await import('../show.ts')).show));
  },
  search: (command, wire) => {
    withOutput(withFilters(command.argument('[words...]', '')))
      .usage('[options] <words...>')
      .option('--limit <n>', '')
      .action(wire(async () => (await import('../search.ts')).search));
  },
  log: (command, wire) => {
    withOutput(command.argument('[reference]', ''))
      .option('--since <when>', '')
      .option('--until <when>', '')
      .option('--limit <n>', '')
      .action(wire(async () => (await import('../log.ts')).log));
  },
  'why-due': (command, wire) => {
    withOutput(command.argument('[reference]', ''))
      .usage('[options] <reference>')
      .option('--clock <name>', '')
      .action(wire(async () => (await import('../why-due.ts')).whyDueCommand));
  },
  import: (command, wire) => {
    command
      .argument('[file]', '')
      .usage('[options] <file>')
      .option('--preset <layout>', '')
      .option('--mapping <file>', '')
      .option('--suggest', '')
      .option('--source <name>', '')
      .option('--encoding <name>', '')
      .option('--delimiter <sign>', '')
      .option('--date-order <order>', '')
      .option('--zone <zone>', '')
      .option('--dry-run', '')
      .option('--atomic', '')
      .option('--rejects <file>', '')
      .option('--no-formula-guard', 'cli.help.option.no-formula-guard.import')
      .option('--json', 'cli.help.option.json.import')
      .action(wire(async () => (await import('../import.ts')).importFile));
  },
  export: (command, wire) => {
    withFigure(withFilters(command.argument('[what]', 'cli.help.operand.what')))
      .usage('[options] [what]')
      .option('--text <words>', '')
      .option('--format <format>', '')
      .option('--output <file>', '')
      .option('--fields <fields>', '')
      .option('--since-last <name>', '')
      .option('--no-formula-guard', '')
      .action(wire(async () => (await import('../export.ts')).exportRecord));
  },
  verify: (command, wire) => {
    command
      .option('--expect <head>', '')
      .option('--rebuild', '')
      .option('--no-rebuild', '')
      .action(wire(async () => (await import('../verify.ts')).verify));
  },
} as const satisfies Readonly<Record<string, Describe>>;
