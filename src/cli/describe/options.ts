import type { Command } from 'commander';

/** Every reading command takes the same output options. */
export const withOutput = (command: Command): Command =>
  command
    .option('--json [fields]', '')
    .option('--jsonl [fields]', '')
    .option('--csv [fields]', '')
    .option('--plain [fields]', '')
    .option('--jq <expression>', '');

/** Every command that looks for complaints takes the same filters. */
export const withFilters = (command: Command): Command =>
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
    .option('--severity <id>', '')
    .option('--outcome <name>', '')
    .option('--verdict <name>', '')
    .option('--key', '')
    .option('--late', '');

/** Commands that list complaints take what a report counts as well. */
export const withFigure = (command: Command): Command => command.option('--figure <name>', '');
