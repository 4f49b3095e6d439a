import type { Describe } from '../program.ts';
import { withFilters } from './options.ts';

/** The commands for figures. */
export const describeFigures = {
  report: (command, wire) => {
    withFilters(command.argument('[name]', 'cli.help.operand.name.report'))
      .usage('[options] [name]')
      .option('--text <words>', '')
      .option('--by <step>', '')
      .option('--of <what>', '')
      .option('--best-by <measures>', '')
      .option('--format <format>', 'cli.help.option.format.report')
      .option('--output <file>', 'cli.help.option.output.report')
      .option('--json', 'cli.help.option.json.report')
      .option('--jsonl', 'cli.help.option.jsonl.report')
      .option('--csv', 'cli.help.option.csv.report')
      .option('--plain', 'cli.help.option.plain.report')
      .option('--jq <expression>', '')
      .option('--open', 'cli.help.option.open.report')
      .action(wire(async () => (await import('../report.ts')).report));
  },
} as const satisfies Readonly<Record<string, Describe>>;
