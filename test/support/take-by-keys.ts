import type { TerminalSession } from './pseudo-terminal.ts';
import type { Story } from './real-complaints.ts';

/** What an agent does at one question: what stands on the screen, and what is typed then. */
export interface KeyStep {
  /** The label of the field; nothing is typed before it stands on the screen. */
  readonly sees: string;
  /** Keys named as in `encodeKey`; a text to type begins with `=`. */
  readonly keys: readonly string[];
}

/** Which column of the record each question of the screen fills, by the label it shows. */
export const columnOf: Readonly<Record<string, string>> = {
  Channel: 'channel',
  'In their own words': 'words',
  'The main points': 'restated',
  'Do they say yes': 'confirmed',
  'When it happened': 'happened',
  'Product or service': 'product',
  Cause: 'cause',
  'How serious': 'severity',
  'What they would like': 'wish',
  'Whose fault': 'fault',
  'Your apology': 'apology',
  'They chose': 'chosen',
  'What was done now': 'done',
  'How it ends today': 'outcome',
  'What this helps us': 'improves',
  'Did you thank them': 'thanked',
};

const step = (sees: string, ...keys: readonly string[]): KeyStep => ({ sees, keys });
const typed = (sees: string, text: string): KeyStep => step(sees, `=${text}`, 'enter');

/** @returns a whole conversation on the full screen, question by question, with no name given. */
export function keySteps(story: Story): readonly KeyStep[] {
  const [{ place: first }, { place: second }] = story.offers;
  const downs = (from: number, to: number): readonly string[] =>
    Array.from({ length: to - from }, () => 'down');
  return [
    step('Customer', 'down', 'enter'),
    typed('Channel', 'web'),
    typed('In their own words', story.words),
    typed('The main points', story.restated),
    step('Do they say yes', 'enter'),
    typed('When it happened', story.happened),
    typed('Product or service', story.product),
    typed('Cause', story.cause.typed),
    step('How serious', 'enter'),
    typed('What they would like', story.wish.typed),
    ...(story.wishDetail === undefined ? [] : [typed('Their wish, in words', story.wishDetail)]),
    step('Whose fault', 'enter'),
    typed('Your apology', story.apology),
    step('Put to them', ...downs(0, first), 'space', ...downs(first, second), 'space', 'enter'),
    step('They chose', 'enter'),
    typed('What was done now', story.done),
    step('What is promised', 'enter'),
    step('How it ends today', 'enter'),
    step('What this helps us', 'ctrl+u', `=${story.improves}`, 'enter'),
    step('Did you thank them', 'enter'),
  ];
}

/** @returns the same conversation as lines, question by question. */
export function lineSteps(story: Story): readonly KeyStep[] {
  const offers = story.offers.map(({ place }) => place + 1).join(' ');
  const passage = (sees: string, text: string): KeyStep =>
    step(sees, `=${text}`, 'enter', '=.', 'enter');
  return [
    step('Customer (', 'enter'),
    typed('Which?', '1'),
    typed('Channel:', '5'),
    passage('In their own words.', story.words),
    passage('The main points', story.restated),
    typed('Do they say yes', '1'),
    step('When it happened (', `=${story.happened}`, 'enter'),
    step('Is that right?', 'enter'),
    typed('Product or service', story.product),
    typed('Cause', story.cause.typed),
    step('How serious', 'enter'),
    typed('What they would like', story.wish.typed),
    ...(story.wishDetail === undefined ? [] : [typed('Their wish, in words', story.wishDetail)]),
    typed('Whose fault', '1'),
    passage('Your apology', story.apology),
    typed('Put to them', offers),
    typed('They chose', '1'),
    passage('What was done now', story.done),
    step('What is promised', 'enter'),
    typed('How it ends today', '1'),
    typed('What this helps us', story.improves),
    typed('Did you thank them', '1'),
  ];
}

/** Takes steps in a terminal, each once its question is there. */
export function take(desk: TerminalSession, steps: readonly KeyStep[]): TerminalSession {
  for (const { sees, keys } of steps) {
    desk.see(sees);
    for (const key of keys) {
      if (key.startsWith('=')) desk.send(key.slice(1));
      else desk.press(key);
    }
  }
  return desk;
}
