import type { Action, Ask, Given, GivenValue } from '../../desk/actions/action.ts';
import { asksOf, refusesGiven, withUsual } from '../../desk/actions/run-action.ts';
import { refusalText } from '../../desk/refusal-text.ts';
import type { MessageKey, MessageValues } from '../../language/messages.ts';
import { Ended, Lines } from '../../plain/lines.ts';
import type { TerminalCapability } from '../../terminal/capability.ts';
import { type SafeText, safe, safeLine } from '../../terminal/safe-text.ts';
import type { Context } from '../context.ts';
import { Fault } from '../fault.ts';
import { askLabel, pinOption } from './act-form.ts';
import { type Reading, readTyped } from './read-typed.ts';

/**
 * Asks at the terminal for everything that is still missing: lists by number or words, texts as
 * lines. What was understood of a date is said back.
 * @returns what was given before, with the answers
 * @throws Fault `cancelled` when it is left; nothing was done then
 */
export async function askMissing(
  context: Context,
  { unicode }: TerminalCapability,
  action: Action,
  reading: Reading,
  before: Given,
): Promise<Given> {
  const { stdin: input, stdout: output } = context.host;
  const stop = new AbortController();
  const stopped = (): void => stop.abort();
  process.on('SIGINT', stopped);
  const { scene } = reading;
  let lines: Lines | undefined;
  try {
    let given = before;
    for (;;) {
      const missing = firstMissing(action, reading, given);
      if (missing === undefined) return given;
      let value: GivenValue;
      if (missing.kind === 'pin') {
        // Whoever reads what is not shown has the terminal to themselves.
        lines?.release();
        lines = undefined;
        value = await askPin(context, askLabel(reading.voice.words, action.name, missing));
      } else {
        lines ??= new Lines({ input, output, unicode, signal: stop.signal });
        input.resume();
        value = await new Asking(lines, action, reading).ask(missing);
      }
      given = withUsual(action, scene, { ...given, [missing.name]: value });
    }
  } catch (error) {
    if (!(error instanceof Ended)) throw error;
    output.write('\n');
    throw new Fault('cancelled', 'act-left');
  } finally {
    lines?.release();
    process.off('SIGINT', stopped);
  }
}

async function askPin(context: Context, label: string): Promise<string> {
  const { askUnseen } = await import('../read-pin.ts');
  const asking = askUnseen(context, `--${pinOption} FILE`);
  try {
    return await asking.ask((await context.words()).say('cli.act.prompt', { label }));
  } finally {
    asking.close();
  }
}

/** @returns the first thing that is asked, has to be there, and is not. */
export const firstMissing = (action: Action, { scene }: Reading, given: Given): Ask | undefined =>
  asksOf(action, scene, given).find(({ name, required }) => required && given[name] === undefined);

class Asking {
  readonly #lines: Lines;
  readonly #action: Action;
  readonly #reading: Reading;

  constructor(lines: Lines, action: Action, reading: Reading) {
    this.#lines = lines;
    this.#action = action;
    this.#reading = reading;
  }

  /** Asks one thing until there is an answer that can be taken. */
  async ask(ask: Ask): Promise<GivenValue> {
    const { scene, voice } = this.#reading;
    const { words, spoken } = voice;
    const listed = this.#listOf(ask);
    const label = askLabel(words, this.#action.name, ask);
    if (listed.length > 0) {
      this.#tell('plain.heading', { label });
      listed.forEach(({ label: choice, hint }, at) => {
        const n = String(at + 1);
        if (hint === undefined) this.#tell('plain.numbered', { n, choice });
        else this.#tell('plain.numbered-hint', { n, choice, hint });
      });
    }
    for (;;) {
      const typed = await this.#typed(ask, this.#prompt(ask, label, listed.length));
      const picked = /^\s*\d+\s*$/.test(typed) ? listed[Number(typed) - 1]?.id : undefined;
      const read = await readTyped(ask, picked ?? typed, this.#reading);
      const refusal =
        'refusal' in read ? read.refusal : refusesGiven(ask, scene, voice, read.value);
      if (refusal === undefined && 'value' in read) {
        if (ask.kind === 'moment' && typeof read.value === 'number') {
          this.#tell('plain.understood', { date: spoken.fullMoment(read.value) });
        }
        return read.value;
      }
      if (refusal !== undefined) this.#line(refusalText(words, refusal));
    }
  }

  /** Several lines that were pasted are one text; typed by hand, one line is all. */
  async #typed({ kind }: Ask, prompt: SafeText): Promise<string> {
    const typed = [await this.#lines.ask(prompt)];
    while (kind === 'passage' && this.#lines.hasMore) typed.push(await this.#lines.ask(safe``));
    return typed.join('\n');
  }

  #listOf(ask: Ask): readonly { id: string; label: string; hint?: string | undefined }[] {
    const { scene, voice } = this.#reading;
    switch (ask.kind) {
      case 'choice':
        return ask.choices?.(scene, voice) ?? [];
      case 'person':
        return scene.people.map(({ name, team }) => ({
          id: name,
          label: name,
          hint: team || undefined,
        }));
      case 'yes':
        return ['yes', 'no'].map((id) => ({
          id,
          label: voice.words.say(`cli.act.${id}` as MessageKey),
        }));
      default:
        return [];
    }
  }

  #prompt(ask: Ask, label: string, listed: number): SafeText {
    const { words } = this.#reading.voice;
    if (listed === 0) return safe`${words.say('cli.act.prompt', { label })} `;
    const numbers =
      listed === 1
        ? words.say('plain.entry.one')
        : words.say('plain.entry.numbers', { last: String(listed) });
    const other = ask.open === true ? `, ${words.say('plain.entry.other')}` : '';
    return safe`${words.say('cli.act.which', { commands: `${numbers}${other}` })} `;
  }

  #tell(key: MessageKey, values: MessageValues): void {
    this.#line(safeLine(this.#reading.voice.words.say(key, values)));
  }

  #line(text: SafeText): void {
    this.#lines.print(`${text}\n` as SafeText);
  }
}
