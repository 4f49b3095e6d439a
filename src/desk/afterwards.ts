import type { Messages } from '../language/messages.ts';
import type { ComplaintState } from '../rules/state.ts';

/** Something that is on record beside the answers of the conversation, as people read it. */
export interface Labelled {
  readonly label: string;
  /** May stand in several lines, as it was typed. */
  readonly text: string;
}

/** @returns how a complaint ended, where that was after the conversation (P26, P30, P36, P37). */
export function afterwards(state: ComplaintState, words: Messages): readonly Labelled[] {
  const { resolution, accepted, decision, rootCause, verdict, changed, contactsTaken } = state;
  const told: readonly (readonly [label: string, text: string | undefined])[] = [
    [words.say('ask.text.resolve'), resolution],
    [
      words.say('ask.accepted'),
      accepted === undefined ? undefined : words.say(accepted ? 'ask.yes' : 'ask.no'),
    ],
    [words.say('ask.decision'), decision],
    [words.say('ask.cause'), rootCause],
    [words.say('ask.verdict'), verdict && words.say(`choice.verdict.${verdict}`)],
    [words.say('ask.changed'), changed],
    [words.say('ask.contacts'), contactsTaken === undefined ? undefined : String(contactsTaken)],
  ];
  return told.flatMap(([label, text]) =>
    text === undefined || text === '' ? [] : [{ label, text }],
  );
}
