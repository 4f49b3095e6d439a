import { Interface } from 'node:readline';
import type { Context } from '../context.ts';
import type { Asker } from './ask-set-up.ts';
import type { SetUpQuestion } from './set-up-question.ts';

/** Asks with enquirer's prompts: one line that can be edited, or a list to pick from. */
export async function askByPrompt({ host, settings }: Context): Promise<Asker> {
  const { stdin, stdout } = host;
  // Enquirer's colours know only this variable, and read it once when they are loaded.
  process.env['FORCE_COLOR'] = String(settings.colour);
  const { default: ansi } = await import('enquirer/lib/ansi.js');
  // It takes every sign beyond ASCII for two columns, and puts the cursor beside the text.
  ansi.cursor.strLen = (text) => text.length;
  const { default: Enquirer } = await import('enquirer');
  const unguard = guardPause();
  const ask = async (question: SetUpQuestion, label: string): Promise<string | undefined> => {
    const { name, usual, choices } = question;
    const ended = whenEnded(stdin);
    const shared = { name, message: label, initial: usual, stdin, stdout };
    try {
      const asked = Enquirer.prompt<Record<string, string>>(
        choices === undefined
          ? { ...shared, type: 'input', validate: (typed: string) => judge(question, typed.trim()) }
          : { ...shared, type: 'select', initial: choices.indexOf(usual), choices: [...choices] },
      );
      const answers = await Promise.race([asked, ended.promise]);
      return answers?.[name]?.trim();
    } catch (error) {
      // A prompt that is left rejects with an empty text, not with an error.
      if (error instanceof Error) throw error;
      return undefined;
    } finally {
      ended.forget();
    }
  };
  const close = (): void => {
    unguard();
    if (stdin.isTTY) stdin.setRawMode(false);
    stdin.pause();
    stdout.write('\u001b[?25h');
  };
  return { ask, close };
}

/** @returns whether something can be the answer, or what to say beside it when it cannot. */
function judge({ optional, refuses }: SetUpQuestion, typed: string): boolean | string {
  if (typed === '') return optional;
  return refuses?.(typed) ?? true;
}

/** On Ctrl+D the prompt would wait for ever. */
function whenEnded(stdin: Context['host']['stdin']) {
  let leave: () => void = () => {};
  const promise = new Promise<undefined>((resolve) => {
    leave = () => resolve(undefined);
  });
  const onKey = (_text: string | undefined, key: { ctrl?: boolean; name?: string } | undefined) => {
    if (key?.ctrl === true && key.name === 'd') leave();
  };
  stdin.on('keypress', onKey);
  stdin.once('end', leave);
  stdin.once('close', leave);
  const forget = (): void => {
    stdin.off('keypress', onKey);
    stdin.off('end', leave);
    stdin.off('close', leave);
  };
  return { promise, forget };
}

/** Since Node 24.2 a closed readline throws when it is paused, which is what Ctrl+C leads to. */
function guardPause(): () => void {
  const { prototype } = Interface;
  const { pause } = prototype;
  prototype.pause = function guarded(this: Interface & { closed?: boolean }) {
    return this.closed === true ? this : pause.call(this);
  };
  return () => {
    prototype.pause = pause;
  };
}
