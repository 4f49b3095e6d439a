import { readFileSync } from 'node:fs';
import { inProject } from './project.ts';

interface OfferAt {
  readonly place: number;
  readonly remedy: string;
}

/** What a real complaint comes to when an agent takes it: one answer a question. */
export interface Story {
  readonly words: string;
  readonly restated: string;
  /** `YYYY-MM-DD` */
  readonly happened: string;
  readonly product: string;
  /** A part of the cause's label that only it has, and its id. */
  readonly cause: { readonly typed: string; readonly id: string };
  readonly wish: { readonly typed: string; readonly id: string };
  readonly wishDetail?: string;
  /** Two remedies by their place in the list (from 0); the first one is chosen. */
  readonly offers: readonly [OfferAt, OfferAt];
  readonly apology: string;
  readonly done: string;
  readonly improves: string;
}

/**
 * @returns three complaints to New York's 311 line, in the agent's hands: what they say is the
 *   published row, and only what the row does not hold (cause, wish, apology) is the agent's
 */
export function realComplaints(): readonly [Story, Story, Story] {
  const [header = [], ...rows] = readFileSync(inProject('test/fixtures/nyc311-three.csv'), 'utf8')
    .trim()
    .split('\n')
    .map((line) => line.split(','));
  const cell = (row: readonly string[], name: string): string => row[header.indexOf(name)] ?? '';
  const stories = rows.map((row, index): Story => {
    const what = `${cell(row, 'Complaint Type')}: ${cell(row, 'Descriptor')}`;
    const where = [cell(row, 'Location Type'), cell(row, 'Incident Address'), cell(row, 'City')];
    const [month = '', day = '', year = ''] = cell(row, 'Created Date').split(/[/ ]/);
    return {
      words: `${what}. ${where.join(', ')} ${cell(row, 'Incident Zip')}, reported ${cell(row, 'Created Date')}.`,
      restated: `${what} at ${cell(row, 'Incident Address')}.`,
      happened: `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`,
      product: cell(row, 'Agency'),
      ...ours[index % ours.length],
    } as Story;
  });
  const [first, second, third] = stories;
  if (first === undefined || second === undefined || third === undefined) {
    throw new Error('the fixture has three complaints');
  }
  return [first, second, third];
}

const ours: readonly Omit<Story, 'words' | 'restated' | 'happened' | 'product'>[] = [
  {
    cause: { typed: 'not clean', id: 'premises/not-clean' },
    wish: { typed: 'explanation', id: 'information' },
    offers: [
      { place: 0, remedy: 'information' },
      { place: 1, remedy: 'meeting' },
    ],
    apology: 'I am sorry that this was left in your street. We should have been there sooner.',
    done: 'Sent to the crew for today.',
    improves: 'how soon we come',
  },
  {
    cause: { typed: 'not told in time', id: 'communication/not-told' },
    wish: { typed: 'correction', id: 'correction' },
    offers: [
      { place: 0, remedy: 'correction' },
      { place: 1, remedy: 'information' },
    ],
    apology: 'I am sorry that nobody told you. That was our mistake.',
    done: 'Told the park office.',
    improves: 'how we tell people',
  },
  {
    cause: { typed: 'safe to use', id: 'privacy-safety/unsafe' },
    wish: { typed: 'something else', id: 'something-else' },
    offers: [
      { place: 4, remedy: 'correction' },
      { place: 6, remedy: 'meeting' },
    ],
    wishDetail: 'somebody to look at the place',
    apology: 'I am sorry that you had to report this. I will see to it that it is looked at.',
    done: 'Passed on to the inspectors with the address.',
    improves: 'how we inspect',
  },
];

/** What the export must say of a story, whichever way it was taken. */
export const told = (story: Story): Record<string, unknown> => ({
  stage: 'resolved',
  owner: 'Sam',
  customer_name: null,
  channel: 'web',
  words: story.words,
  restated: story.restated,
  confirmed: true,
  happened: story.happened,
  product: story.product,
  cause: story.cause.id,
  severity: 'normal',
  wish: story.wish.id,
  wish_detail: story.wishDetail ?? null,
  fault: 'ours',
  apology: story.apology,
  chosen: story.offers[0].remedy,
  done: story.done,
  outcome: 'resolved',
  improves: story.improves,
  thanked: true,
});
