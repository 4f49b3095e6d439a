import { followUpFigures, score } from '../../rules/figures/hanging-figures.ts';
import { complaintId, refOf } from '../../rules/values.ts';
import type { ReportPart } from '../report.ts';
import type { ReportMaker } from './maker.ts';
import { cell, count, mean, none, rangeOf, type Scene, share, text } from './scene.ts';

/** How many comments are told, and among how many they are looked for where the report is narrowed. */
const COMMENTS = 20;
const LOOKED_AT = 1000;

/** How content customers are, as they said when they were asked (P33, P38). */
export const satisfaction: ReportMaker = {
  terms: ['followups-due', 'followups-reached', 'followups-answered', 'satisfied', 'score'],
  async parts(scene) {
    const found = await scene.take(
      {
        due: { count: followUpFigures.due },
        reached: { count: followUpFigures.reached },
        answered: { count: followUpFigures.answered },
        said: { count: followUpFigures.said },
        satisfied: { count: followUpFigures.satisfied },
        score: { mean: score },
      },
      scene.of.pieces,
    );
    const { by, pieces, period } = scene.of;
    const whole = {
      ...period,
      name: 'all',
      text: scene.say('report.whole-period'),
    };
    return [
      {
        name: `by_${by}`,
        title: scene.say(`report.part.by-${by}`),
        columns: [
          'when',
          'followups_due',
          'reached',
          'answered',
          'answered_share',
          'satisfied',
          'score',
        ].map((name) => scene.column(name)),
        chart: { kind: 'lines', values: ['score'] },
        empty: scene.say('report.empty.followups'),
        rows: [...pieces, whole].map((piece) => {
          const { since, until } = rangeOf(piece);
          const [due, answered] = [
            found.due.between(since, until),
            found.answered.between(since, until),
          ];
          return {
            name: piece.name,
            ...(piece === whole ? { total: true } : {}),
            cells: [
              text(piece.text),
              cell(count(due), scene.list('followups-due', piece)),
              cell(
                count(found.reached.between(since, until)),
                scene.list('followups-reached', piece),
              ),
              cell(count(answered), scene.list('followups-answered', piece)),
              cell(share(answered, due)),
              cell(
                share(found.satisfied.between(since, until), found.said.between(since, until)),
                scene.list('followups-satisfied', piece),
              ),
              cell(mean(found.score.mean(since, until))),
            ],
          };
        }),
      },
      await comments(scene),
    ];
  },
};

/** In their own words, the newest first. */
async function comments(scene: Scene): Promise<ReportPart> {
  const { record, period, facets } = scene.of;
  const notes = await record.read.followUpNotes(period.since, period.until, LOOKED_AT);
  const among = [...new Set(notes.map(({ id }) => id))];
  const passing = new Set(
    await record.read.findComplaints({
      filter: { ...facets, among },
      sort: { by: 'id', direction: 'asc' },
    }),
  );
  const day = new Intl.DateTimeFormat(
    scene.of.words.language === 'en' ? 'en-GB' : scene.of.words.language,
    { calendar: 'gregory', numberingSystem: 'latn', timeZone: scene.of.zone, dateStyle: 'medium' },
  );
  return {
    name: 'comments',
    title: scene.say('report.part.comments'),
    columns: ['reference', 'when', 'score', 'content', 'comment'].map((name) => scene.column(name)),
    empty: scene.say('report.empty.comments'),
    rows: notes
      .filter(({ id }) => passing.has(id))
      .slice(0, COMMENTS)
      .map(({ id, at, note, satisfied, score: given }, place) => ({
        name: `${refOf(complaintId(id))}-${place + 1}`,
        cells: [
          cell({ kind: 'text', text: refOf(complaintId(id)) }, ['show', refOf(complaintId(id))]),
          text(day.format(at)),
          cell(given === null ? none : count(given)),
          text(satisfied === null ? '' : scene.say(satisfied === 1 ? 'report.yes' : 'report.no')),
          text(note),
        ],
      })),
  };
}
