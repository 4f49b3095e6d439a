import type { Command } from 'commander';
import type { Ask, AskKind } from '../../desk/actions/action.ts';
import type { ActCommand } from './act-commands.ts';
import { type ActForm, formsOf, operandsOf, pinOption } from './act-form.ts';

/**
 * Gives a command what its action asks: operands behind the reference, and an option for everything
 * else. It loads the actions, so only a command that is named comes here.
 */
export function describeAct(command: Command, act: ActCommand): Command {
  const forms = formsOf(act);
  const [usual] = forms;
  const operands = usual === undefined ? [] : operandsOf(usual);
  command.argument('[reference]', '');
  for (const { name } of operands) command.argument(`[${name}]`, `ask.${name}.${act.action}`);
  command.usage(['[options] <reference>', ...operands.map(({ name }) => `[${name}]`)].join(' '));
  for (const [flags, words] of new Map(forms.toReversed().flatMap(optionsOf))) {
    command.option(flags, words);
  }
  return command
    .option('--from-file <file>', 'cli.help.act.from-file')
    .option('--schema', '')
    .option('--dry-run', 'cli.help.act.dry-run')
    .option('--json [fields]', 'cli.help.act.json');
}

/** The options of a form, each with the key of its words. */
const optionsOf = (form: ActForm): readonly (readonly [flags: string, words: string])[] =>
  form.action.asks
    .filter(({ operand }) => operand !== true)
    .map((ask) => [
      ask.kind === 'pin' ? `--${pinOption} <file>` : optionOf(form, ask),
      ask.kind === 'pin' ? '' : `ask.${ask.name}.${form.action.name}`,
    ]);

const optionOf = ({ flagOf }: ActForm, ask: Ask): string =>
  `--${flagOf(ask)} <${values[ask.kind]}>`;

/** What stands behind an option, by what it asks. */
const values: Readonly<Record<AskKind, string>> = {
  line: 'text',
  passage: 'text',
  choice: 'id',
  person: 'name',
  moment: 'when',
  yes: 'yes|no',
  number: 'n',
  money: 'sum',
  percent: 'share',
  complaint: 'reference',
  pin: 'file',
};
