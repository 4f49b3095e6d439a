import { createInterface } from 'node:readline/promises';
import type { Messages } from '../../language/messages.ts';
import { safeLine } from '../../terminal/safe-text.ts';
import type { Host } from '../context.ts';
import type { Asker } from './ask-set-up.ts';
import type { SetUpQuestion } from './set-up-question.ts';

/** Asks in lines of text with numbered choices: nothing is drawn again, nothing needs colour. */
export function askInLines({ stdin, stdout }: Host, words: Messages): Asker {
  const lines = createInterface({ input: stdin, output: stdout, terminal: false });
  const stop = new AbortController();
  const leave = (): void => stop.abort();
  lines.once('close', leave);
  process.on('SIGINT', leave);
  const ask = async (question: SetUpQuestion, label: string): Promise<string | undefined> => {
    for (const [at, choice] of (question.choices ?? []).entries()) {
      stdout.write(`  ${at + 1}. ${choice}\n`);
    }
    const usual =
      question.usual === '' ? '' : words.say('cli.set-up.enter-for', { usual: question.usual });
    for (;;) {
      const prompt = safeLine(words.say('cli.set-up.ask', { label, usual }));
      const typed = await lines.question(prompt, { signal: stop.signal }).catch(() => undefined);
      if (typed === undefined) return undefined;
      const answer = answerOf(question, typed.trim());
      const empty = answer === '' && question.optional;
      const fault =
        answer === undefined
          ? words.say('cli.set-up.again')
          : empty
            ? undefined
            : question.refuses?.(answer);
      if (answer !== undefined && fault === undefined) return answer;
      stdout.write(`${safeLine(fault ?? '')}\n`);
    }
  };
  const close = (): void => {
    lines.off('close', leave);
    process.off('SIGINT', leave);
    lines.close();
  };
  return { ask, close };
}

function answerOf({ usual, optional, choices }: SetUpQuestion, typed: string): string | undefined {
  if (typed === '') return usual !== '' || optional ? usual : undefined;
  if (choices === undefined) return typed;
  return choices[Number(typed) - 1] ?? choices.find((choice) => choice === typed.toLowerCase());
}
