import { refusesPin } from '../../desk/pin.ts';
import { refusalText } from '../../desk/refusal-text.ts';
import type { Messages } from '../../language/messages.ts';
import type { Context } from '../context.ts';
import { askUnseen, pinFromFile, type UnseenQuestions } from '../read-pin.ts';

/** Where a command's PINs come from: files, or the terminal without being shown. */
export interface Pins {
  /** @returns the PIN of the one who decides. */
  readonly ofDecider: (agent: string) => Promise<string>;
  /** @returns a new PIN, asked until it was typed the same twice; from a file it is taken as it is. */
  readonly fresh: (agent: string, file: string | undefined) => Promise<string>;
  close(): void;
}

/** @param deciderFile of `--pin-from-file` */
export function pinsOf(context: Context, words: Messages, deciderFile: string | undefined): Pins {
  let questions: UnseenQuestions | undefined;
  const asking = (instead: string): UnseenQuestions => {
    questions ??= askUnseen(context, instead);
    return questions;
  };
  return {
    ofDecider: async (agent) => {
      if (deciderFile !== undefined) return pinFromFile(context, deciderFile);
      return asking('--pin-from-file FILE').ask(words.say('cli.pin.ask', { agent }));
    },
    fresh: async (agent, file) => {
      if (file !== undefined) return pinFromFile(context, file);
      const terminal = asking('--new-pin-from-file FILE');
      for (;;) {
        const first = await terminal.ask(words.say('cli.pin.ask-new', { agent }));
        const unfit = refusesPin(first);
        if (unfit !== undefined) terminal.tell(refusalText(words, unfit));
        else if ((await terminal.ask(words.say('cli.pin.ask-again'))) === first) return first;
        else terminal.tell(words.say('cli.pin.differs'));
      }
    },
    close: () => questions?.close(),
  };
}
