import type { Command } from 'commander';
import type { Describe } from '../program.ts';
import { withOutput } from './options.ts';

/** Who complains. */
export const describeCustomers = {
  customer: (command, wire) => {
    const customers = async () => import('../customer.ts');
    command.helpCommand(false);
    withOutput(command.command('list'))
      .option('--text <words>', 'cli.help.customer.text')
      .option('--key', 'cli.help.customer.key-only')
      .option('--no-key', 'cli.help.customer.no-key')
      .option('--standing <standing>', 'cli.help.customer.standing')
      .option('--language <tag>', 'cli.help.customer.language')
      .option('--sort <field>', 'cli.help.customer.sort')
      .option('--limit <n>', '')
      .action(wire(async () => (await customers()).customerList));
    withOutput(command.command('show').argument('[customer...]', ''))
      .usage('[options] <customer...>')
      .action(wire(async () => (await customers()).customerShow));
    withChange(command.command('edit').argument('[customer]', ''))
      .usage('[options] <customer>')
      .option('--name <name>', 'cli.help.customer.name')
      .option('--phone <number>', 'cli.help.customer.phone')
      .option('--email <address>', 'cli.help.customer.email')
      .option('--account <number>', 'cli.help.customer.account')
      .option('--address <text>', 'cli.help.customer.address')
      .option('--language <tag>', 'cli.help.customer.language')
      .option('--key <answer>', 'cli.help.customer.key')
      .option('--standing <standing>', 'cli.help.customer.standing-set')
      .action(wire(async () => (await customers()).customerEdit));
    withChange(command.command('merge').argument('[customer...]', ''))
      .usage('[options] <customer> <into>')
      .option('--apart', 'cli.help.customer.apart')
      .action(wire(async () => (await customers()).customerMerge));
  },
} as const satisfies Readonly<Record<string, Describe>>;

const withChange = (command: Command): Command =>
  command
    .option('--dry-run', 'cli.help.act.dry-run')
    .option('--json [fields]', 'cli.help.act.json');
