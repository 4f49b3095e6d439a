import { type Argument, type Command, Help, type Option } from 'commander';
import type { Messages } from '../language/messages.ts';

/**
 * Puts `--help` into words: `cli.help.command.<name>`, `cli.help.option.<command>.<option>` where
 * a command means something of its own by it, else `cli.help.option.<option>`.
 * @returns the whole help of a command, with a line feed at its end
 */
export function helpText(command: Command, words: Messages): string {
  const help = new SpokenHelp(words);
  help.showGlobalOptions = true;
  help.prepareContext({ error: false, helpWidth: 80 });
  const more = `cli.help.more.${command.name()}`;
  const text = help.formatHelp(command, help);
  return words.has(more) ? `${text}\n${words.say(more)}\n` : text;
}

class SpokenHelp extends Help {
  readonly #words: Messages;

  constructor(words: Messages) {
    super();
    this.#words = words;
  }

  #say(key: string): string {
    return this.#words.has(key) ? this.#words.say(key) : '';
  }

  override commandDescription(command: Command): string {
    return this.#say(`cli.help.command.${command.name()}`);
  }

  override subcommandTerm(command: Command): string {
    return `${command.name()} ${command.usage()}`;
  }

  override subcommandDescription(command: Command): string {
    return this.#say(`cli.help.command.${command.name()}`);
  }

  override optionDescription(option: Option): string {
    return this.#say(`cli.help.option.${option.long?.slice(2) ?? option.name()}`);
  }

  override argumentDescription(argument: Argument): string {
    return this.#say(`cli.help.operand.${argument.name()}`);
  }

  /** Titles are commander's own words: `Usage:`, `Options:`, `Global Options:`, `Commands:`. */
  override styleTitle(title: string): string {
    const key = title
      .toLowerCase()
      .replaceAll(/[^a-z]+/g, '-')
      .replace(/-$/, '');
    return this.#say(`cli.help.title.${key}`) || title;
  }
}
