import { segmenterOf } from '../language/segmenter.ts';
import type { Playbook } from '../rules/playbook.ts';
import type { QuestionName } from '../rules/questions.ts';
import type { CaseSummary } from '../rules/summary.ts';
import { labelOfChoice, labelOfOffer } from './labels.ts';
import type { Voice } from './saying.ts';

/** A summary is read in one go; whoever wants every word opens the record. In UTF-16 units. */
const LONGEST_STORY = 500;

/** What the summary itself tells, so that it is not named once more as known. */
const TOLD: readonly QuestionName[] = [
  'words',
  'restated',
  'confirmed',
  'product',
  'cause',
  'wish',
  'wish_detail',
  'apology',
  'chosen',
];

/**
 * The summary that goes along with a hand-over, a call-back or a wait, so that the customer tells
 * the story once (P8).
 * @param voice the language it is told in, and its times
 * @returns a few lines, one fact each, joined by newlines. What the customer said stands in it as it
 *   was said: make it safe before printing it
 */
export function summaryText(voice: Voice, summary: CaseSummary, playbook: Playbook): string {
  return [
    ...story(voice, summary, playbook),
    ...settled(voice, summary, playbook),
    ...known(voice, summary),
  ].join('\n');
}

function story(
  { words }: Voice,
  { customer, story, confirmed, product, cause, wish, wishDetail }: CaseSummary,
  playbook: Playbook,
): readonly string[] {
  const label = (question: QuestionName, id: string): string =>
    labelOfChoice(words, playbook, question, id);
  return [
    customer === undefined
      ? words.say('summary.no-customer')
      : words.say('summary.customer', { customer }),
    ...(story === undefined
      ? [words.say('summary.no-story')]
      : [
          words.say('summary.story', { story: shortened(story) }),
          words.say(confirmed ? 'summary.confirmed' : 'summary.unconfirmed'),
        ]),
    ...(product === undefined
      ? []
      : [words.say('summary.product', { product: label('product', product) })]),
    ...(cause === undefined ? [] : [words.say('summary.cause', { cause: label('cause', cause) })]),
    ...(wish === undefined
      ? []
      : [
          wishDetail === undefined
            ? words.say('summary.wish', { wish: label('wish', wish) })
            : words.say('summary.wish-detail', { wish: label('wish', wish), detail: wishDetail }),
        ]),
  ];
}

function settled(
  { words, spoken }: Voice,
  { apologised, offers, chosen, promises }: CaseSummary,
  playbook: Playbook,
): readonly string[] {
  const taken = offers.find(({ n }) => n === chosen);
  return [
    words.say(apologised ? 'summary.apologised' : 'summary.not-apologised'),
    ...(offers.length === 0
      ? []
      : [
          words.say('summary.offers', {
            offers: offers.map((offer) => labelOfOffer(words, playbook, offer)).join('; '),
          }),
        ]),
    ...(taken === undefined
      ? []
      : [words.say('summary.chosen', { offer: labelOfOffer(words, playbook, taken) })]),
    ...(chosen === 'neither' ? [words.say('summary.chosen-none')] : []),
    ...promises.map(({ what, who, due }) =>
      words.say('summary.promise', { what, who, date: spoken.fullMoment(due) }),
    ),
  ];
}

function known({ words }: Voice, summary: CaseSummary): readonly string[] {
  const rest = summary.known.filter((name) => !TOLD.includes(name));
  if (rest.length === 0) return [];
  const questions = rest.map((name) => words.say(`question.${name}`)).join('; ');
  return [words.say('summary.known', { questions })];
}

/** Cut between characters as people see them, at a blank where there is one near. */
function shortened(story: string): string {
  const line = story.replaceAll(/\s+/g, ' ').trim();
  if (line.length <= LONGEST_STORY) return line;
  const segments = segmenterOf('grapheme').segment(line.slice(0, LONGEST_STORY + 100));
  const end = segments.containing(LONGEST_STORY)?.index ?? LONGEST_STORY;
  const cut = line.slice(0, end);
  const blank = cut.lastIndexOf(' ');
  return `${cut.slice(0, blank > end - 40 ? blank : end)} …`;
}
