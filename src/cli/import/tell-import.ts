import type { RowsImported } from '../../desk/import/import-rows.ts';
import type { Renumbered } from '../../desk/import/import-tally.ts';
import type { PreparedImport } from '../../desk/import/prepare-import.ts';
import { problemText } from '../../desk/import/problem-text.ts';
import type { Messages } from '../../language/messages.ts';
import { type SafeText, safeLine } from '../../terminal/safe-text.ts';
import { sayEncoding } from './tell-file.ts';

/** What an import was, beside what came of it. */
export interface Told {
  readonly file: string;
  readonly dryRun: boolean;
  /** It is our own export, and what was arranged there comes with it. */
  readonly own: boolean;
  /** Where refused rows went. */
  readonly rejects?: string;
}

const mostProblems = 20;

/** @returns what came of an import, line by line. */
export function importLines(
  words: Messages,
  done: RowsImported,
  { dryRun, own, rejects }: Told,
): readonly SafeText[] {
  const { added, known, refused, open, customersNew, customersKnown } = done;
  const key = dryRun
    ? 'cli.import.would'
    : done.takenBack
      ? 'cli.import.taken-back'
      : 'cli.import.done';
  const lines = [words.say(key, { added, known, refused })];
  if (customersNew + customersKnown > 0 && !done.takenBack) {
    lines.push(words.say('cli.import.customers', { fresh: customersNew, known: customersKnown }));
  }
  lines.push(...renumberedLines(words, 'cli.import.renumbered', 'C-', done.renumbered));
  lines.push(
    ...renumberedLines(words, 'cli.import.customers-renumbered', '', done.customersRenumbered),
  );
  for (const { problem, many, rows } of done.problems.slice(0, mostProblems)) {
    const text = problemText(words, problem);
    lines.push(words.say('cli.import.problem', { many, rows: rowsText(rows, many), text }));
  }
  if (rejects !== undefined) lines.push(words.say('cli.import.rejects', { file: rejects }));
  if (open > 0 && !dryRun && !done.takenBack) {
    lines.push(words.say('cli.import.open', { open, own: own ? 'yes' : 'no' }));
  }
  if (done.stopped) {
    lines.push(words.say(done.takenBack ? 'cli.import.stopped-atomic' : 'cli.import.stopped'));
  } else if (dryRun) lines.push(words.say('cli.import.dry-run'));
  return lines.map(safeLine);
}

/** `7, 9, 12 ...` */
const rowsText = (rows: readonly number[], many: number): string =>
  `${rows.join(', ')}${many > rows.length ? ' …' : ''}`;

function renumberedLines(
  words: Messages,
  key: 'cli.import.renumbered' | 'cli.import.customers-renumbered',
  prefix: string,
  { many, first }: Renumbered,
): readonly string[] {
  if (many === 0) return [];
  const told = first.map(({ from, to }) => `${from} → ${toText(prefix, to)}`).join(', ');
  return [words.say(key, { many, told: many > first.length ? `${told} …` : told })];
}

/** What a rehearsal would number has no number yet. */
const toText = (prefix: string, to: number): string =>
  to > 1e15 ? `${prefix}?` : `${prefix}${to}`;

/** @returns the same for machines. */
export function importJson(
  words: Messages,
  done: RowsImported,
  prepared: PreparedImport,
  { dryRun, rejects }: Told,
): string {
  const { shape, recognised, mapping } = prepared;
  return JSON.stringify({
    dry_run: dryRun,
    stopped: done.stopped,
    taken_back: done.takenBack,
    source: mapping.source,
    layout: recognised ?? null,
    encoding: sayEncoding(shape),
    delimiter: shape.delimiter ?? null,
    rows: done.rows,
    added: done.added,
    known: done.known,
    refused: done.refused,
    open: done.open,
    customers_new: done.customersNew,
    customers_known: done.customersKnown,
    renumbered: done.renumbered.many,
    rejects: rejects ?? null,
    problems: done.problems.map(({ problem, many, rows }) => ({
      code: problem.code,
      field: problem.field ?? null,
      rows: many,
      first_rows: rows,
      text: problemText(words, problem),
    })),
  });
}
