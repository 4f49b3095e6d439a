import { type Argument, type Command, Help, type Option } from 'commander';
import type { Messages } from '../language/messages.ts';

/**
 * Puts `--help` into words: `cli.help.command.<name>` (`cli.help.command.<command>.<name>` within a
 * command of commands), `cli.help.option.<option>` and `cli.help.operand.<name>`. What an action asks
 * is described by the key of its own words (see act/describe-act.ts).
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

/** @returns commander's help, which says everything in our words. */
export const spokenHelp = (words: Messages): Help => new SpokenHelp(words);

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
    return this.#command(command);
  }

  override subcommandTerm(command: Command): string {
    return `${command.name()} ${command.usage().replace('[options] ', '')}`.replace(
      ' [options]',
      '',
    );
  }

  override subcommandDescription(command: Command): string {
    return this.#command(command);
  }

  #command(command: Command): string {
    const name = command.name();
    const outer = command.parent?.parent ? command.parent.name() : undefined;
    return outer === undefined
      ? this.#say(`cli.help.command.${name}`)
      : this.#say(`cli.help.command.${outer}.${name}`);
  }

  /** The words of a key, or those of what it is a special case of: `ask.text.resolve`, `ask.text`. */
  #own(key: string): string {
    return this.#say(key) || this.#say(key.replace(/\.[^.]+$/, ''));
  }

  override optionDescription(option: Option): string {
    const { description, long } = option;
    return (
      this.#own(description) || this.#say(`cli.help.option.${long?.slice(2) ?? option.name()}`)
    );
  }

  override argumentDescription(argument: Argument): string {
    return this.#own(argument.description) || this.#say(`cli.help.operand.${argument.name()}`);
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
