import { isQuestionName } from '../../rules/questions.ts';
import type { Desk } from '../desk.ts';
import { labelOfChoice } from '../labels.ts';
import type { ListRow } from '../list-page.ts';
import type { Voice } from '../saying.ts';
import { type ColumnName, columnNamed } from './columns.ts';

/** What a cell is written with. */
export interface CellScene {
  readonly playbook: Desk['playbook'];
  readonly voice: Voice;
  /** Epoch milliseconds. */
  readonly now: number;
}

/** @returns what stands in a cell, as people say it: one line at most, not yet made safe. */
export function cellText({ record }: ListRow, name: ColumnName, scene: CellScene): string {
  const { words, spoken } = scene.voice;
  const values = columnNamed(name).fields.map((field) => record[field] ?? undefined);
  const [value, second] = values;
  switch (name) {
    case 'customer':
      return said(value) || words.say('conversation.nobody');
    case 'stage': {
      // In a table there is no room for whom it waits for, or with whom it is.
      const key = `list.stage.${said(value)}`;
      return words.has(key) ? words.say(key) : said(value);
    }
    case 'opened':
    case 'updated':
      return value === undefined ? '' : spoken.moment(Date.parse(said(value)), scene.now);
    case 'due':
      if (isOwed(record)) return spoken.left(Date.parse(said(value)), scene.now);
      return isPaused(record) ? words.say('list.paused') : '';
    case 'words':
      return said(value) || said(second);
    default:
      return isQuestionName(name)
        ? labelOfChoice(words, scene.playbook, name, said(value))
        : said(value);
  }
}

/** @returns whether the answer is late: it is due, nobody gave one, and the time is over. */
export const isLate = ({ record }: ListRow, now: number): boolean =>
  isOwed(record) && Date.parse(said(record['answer_due'])) < now;

type Due = ListRow['record'];

/** Once there was an answer, or it was settled without one, nothing of it is due any more. */
const isOwed = ({ finished_at, stage }: Due): boolean =>
  finished_at === null && (stage === 'open' || stage === 'escalated');

/** While the customer is waited for, no time is counted. */
const isPaused = ({ finished_at, stage }: Due): boolean =>
  finished_at === null && stage === 'waiting';

const said = (value: unknown): string =>
  value === undefined || value === null ? '' : String(value);
