import type { FigureFacets } from '../desk/figures/figure-filter.ts';
import type { FigureRecord, Figures } from '../desk/read-record.ts';
import type { MessageKey, Messages } from '../language/messages.ts';
import type { BestMeasure } from '../rules/figures/recognition.ts';
import { firstReceived } from '../rules/figures/tallied.ts';
import type { Playbook } from '../rules/playbook.ts';
import { type Millis, millis } from '../rules/values.ts';
import { makers } from './make/makers.ts';
import { narrowedText } from './make/narrowed-text.ts';
import { Scene } from './make/scene.ts';
import {
  NothingBefore,
  type PeriodStep,
  periodAsked,
  piecesOf,
  type Stretch,
  startOfDay,
  stepFor,
  stretchBefore,
  stretchText,
} from './period.ts';
import type { Report, ReportName } from './report.ts';

/** Where a report is made. */
export interface ReportDesk {
  readonly record: FigureRecord;
  readonly playbook: Playbook;
  /** IANA time zone in which days begin. */
  readonly zone: string;
  readonly now: Millis;
}

/** Which report, of what, and when. */
export interface ReportAsked {
  readonly name: ReportName;
  /** From this moment on; the last thirty days where nobody says. 0 is from the first complaint on. */
  readonly since?: Millis | undefined;
  /** Before this moment; to the end of today where nobody says. */
  readonly until?: Millis | undefined;
  readonly by?: PeriodStep | undefined;
  readonly facets?: FigureFacets | undefined;
  /** What causes are put together by; by themselves where nobody says. */
  readonly of?: 'cause' | 'product' | 'both' | undefined;
  /** By what each month's best is found, in place of the playbook's choice. */
  readonly bestBy?: readonly BestMeasure[] | undefined;
  /** Hears how far the making of figures has come, from 0 to 1, where there is much to do first. */
  readonly onProgress?: ((share: number) => void) | undefined;
}

/**
 * Makes a report from the record as it is now; all of its figures are of one moment.
 * @param words the language it is in
 * @throws TooManyPieces where the step is so small that nobody could look at all pieces; NothingBefore
 *   where everything up to a day is asked for on which nobody had complained yet
 */
export async function makeReport(
  { record, playbook, zone, now }: ReportDesk,
  asked: ReportAsked,
  words: Messages,
): Promise<Report> {
  const { name, facets = {}, of = 'cause', bestBy } = asked;
  return record.figures(async (figures) => {
    const period = await fromTheFirst(figures, periodAsked({ ...asked, now, zone }), zone, now);
    const before = stretchBefore(period, zone);
    const by = asked.by ?? stepFor(period);
    const pieces = piecesOf(period, by, zone, words.language);
    const scene = new Scene({
      record,
      figures,
      words,
      playbook,
      period,
      before,
      by,
      pieces,
      facets,
      choices: { of, bestBy },
      now,
      zone,
    });
    const maker = makers[name];
    const parts = await maker.parts(scene);
    const compares = parts.some(({ columns }) => columns.some((one) => one.name === 'before'));
    const told = (stretch: Stretch) => ({
      ...stretch,
      text: stretchText(stretch, zone, words.language),
    });
    return {
      name,
      title: words.say(`report.title.${name}`),
      says: words.say(`report.says.${name}`),
      period: told(period),
      ...(compares ? { before: told(before) } : {}),
      narrowedBy: narrowedText(scene, facets),
      parts,
      definitions: maker.terms.map((term) => ({
        term: words.say(`report.term.${term}` as MessageKey),
        says: words.say(`report.means.${term}` as MessageKey),
      })),
      business: (await record.read.setting('business')) ?? '',
      madeAt: now,
      zone,
      head: (await record.read.head())?.hash ?? '',
    };
  }, asked.onProgress);
}

/** Nothing is told of times in which there were no complaints: "all" begins on the day of the first. */
async function fromTheFirst(
  figures: Figures,
  period: Stretch,
  zone: string,
  now: Millis,
): Promise<Stretch> {
  if (period.since > 0) return period;
  let first = Number.POSITIVE_INFINITY;
  for await (const chunk of figures.chunks()) {
    first = Math.min(first, firstReceived(chunk) ?? first);
  }
  const last = period.until / 1000 - 1;
  if (first > last && first < Number.POSITIVE_INFINITY && period.until <= now) {
    throw new NothingBefore(millis(first * 1000), zone);
  }
  return { ...period, since: startOfDay(millis(Math.min(first, last) * 1000), zone) };
}
