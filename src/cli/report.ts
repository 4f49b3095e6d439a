import { openRecord } from '../desk/read-record.ts';
import { zoneOf } from '../desk/zone.ts';
import { makeReport, type ReportAsked } from '../reports/make-report.ts';
import { NothingBefore, periodAsked, periodSteps, TooManyPieces } from '../reports/period.ts';
import { type Report, type ReportName, reportNames } from '../reports/report.ts';
import { type BestMeasure, bestMeasures, isSpeedAlone } from '../rules/figures/recognition.ts';
import { millis } from '../rules/values.ts';
import { safeLine } from '../terminal/safe-text.ts';
import type { Context } from './context.ts';
import { type ExitCode, exitCodes } from './exit-codes.ts';
import { Fault } from './fault.ts';
import { type FilterFlags, readFilter, readOne } from './filters.ts';
import { formatByEnding } from './format-by-ending.ts';
import { playbookFor } from './people.ts';
import { placeOf } from './record-place.ts';
import { type ReportFormat, reportFormats, writeReport } from './report/write-report.ts';
import { terminalOf } from './require-answers.ts';
import { similarTo } from './similar.ts';

export interface ReportFlags extends FilterFlags {
  readonly by?: string;
  readonly of?: string;
  readonly bestBy?: string;
  readonly format?: string;
  readonly output?: string;
  readonly json?: true;
  readonly jsonl?: true;
  readonly csv?: true;
  readonly plain?: true;
  readonly jq?: string;
  /** Shows it in the browser. */
  readonly open?: true;
}

/**
 * Makes a report and writes it; without a name, the summary. Where nothing at all is asked for on a
 * terminal, all of them are walked through.
 */
export async function report(
  context: Context,
  flags: ReportFlags,
  operands: readonly string[],
): Promise<ExitCode> {
  const terminal = terminalOf(context);
  const { interactive, fullScreen, accessible } = terminal;
  const asksNothing = operands.length === 0 && Object.keys(flags).length === 0;
  if (asksNothing && context.settings.input && (fullScreen || (interactive && accessible))) {
    const { hold } = await import('./hold.ts');
    return hold(context, terminal, async () => ({ kind: 'reports' }));
  }
  const [given = 'summary'] = operands;
  const name = readName(given);
  const format = readFormat(flags);
  const choices = readChoices(name, flags);
  const made = await make(context, name, flags, choices);
  if (flags.open === true) {
    const { showReport } = await import('./report/show-report.ts');
    await showReport(context, made, flags.output);
    return exitCodes.done;
  }
  await writeReport(context, made, {
    format,
    ...(flags.output === undefined ? {} : { output: flags.output }),
    ...(flags.jq === undefined ? {} : { jq: flags.jq }),
  });
  return exitCodes.done;
}

async function make(
  context: Context,
  name: ReportName,
  flags: ReportFlags,
  choices: Pick<ReportAsked, 'by' | 'of' | 'bestBy'>,
): Promise<Report> {
  const record = await openRecord({ ...placeOf(context.settings), named: true });
  if (record === undefined) throw new Fault('failed', 'no-record');
  try {
    const { since: from, ...rest } = flags;
    const all = from === 'all';
    const filter = await readFilter(context, all ? rest : flags, record);
    if (filter === undefined) {
      throw new Fault('notFound', 'no-such-customer', { given: flags.customer ?? '' });
    }
    const { since, until, ...facets } = filter;
    const now = millis(Date.now());
    const desk = {
      record,
      playbook: await playbookFor(context),
      zone: await zoneOf(record.read),
      now,
    };
    const asked: ReportAsked = {
      name,
      facets,
      ...choices,
      ...(all ? { since: millis(0) } : {}),
      ...(since === undefined ? {} : { since: millis(since) }),
      ...(until === undefined ? {} : { until: millis(until) }),
      onProgress: tellOnce(context),
    };
    const { since: first, until: end } = periodAsked({ ...asked, zone: desk.zone, now });
    if (first >= end) {
      const given = { since: flags.since ?? '', until: flags.until ?? '' };
      throw new Fault('usage', flags.until === undefined ? 'time-to-come' : 'no-time', given);
    }
    return await makeReport(desk, asked, await context.words());
  } catch (error) {
    if (error instanceof TooManyPieces) {
      throw new Fault('usage', 'too-many-pieces', { by: error.by });
    }
    if (!(error instanceof NothingBefore)) throw error;
    const { first } = error;
    throw new Fault('usage', 'nothing-before', { until: flags.until ?? '', first });
  } finally {
    await record.close();
  }
}

/** Where there is much to make first, somebody who waits wants to know why. */
function tellOnce(context: Context): (share: number) => void {
  let told = false;
  return () => {
    if (told) return;
    told = true;
    void context.words().then((words) => context.note(safeLine(words.say('cli.report.preparing'))));
  };
}

function readName(given: string): ReportName {
  const name = reportNames.find((each) => each === given);
  if (name !== undefined) return name;
  const known = reportNames.join(', ');
  throw new Fault('usage', 'unknown-report', { given, known }, similarTo(given, reportNames));
}

/** The formats that have an option of their own, as the other commands that read have them. */
const ownOptions = ['json', 'jsonl', 'csv', 'plain'] as const;

/** However it is said, there is one. */
function readFormat({ format, jq, output, open, ...flags }: ReportFlags): ReportFormat {
  const said = ownOptions.filter((one) => flags[one] === true).map((one) => `--${one}`);
  const named = format === undefined ? [] : [`--format ${format}`];
  if (open === true) {
    const asked = [...said, ...(jq === undefined ? [] : ['--jq']), ...named];
    const second = asked.find((one) => one !== '--format html');
    if (second === undefined) return 'html';
    throw new Fault('usage', 'two-formats', { first: '--open', second });
  }
  const goesWithJq = ['--json', '--format json'];
  const asked = [...said, ...named];
  const picked = jq === undefined ? [] : asked.filter((one) => !goesWithJq.includes(one));
  const [first, second] = picked.length > 0 ? ['--jq', ...picked] : asked;
  if (first !== undefined && second !== undefined) {
    throw new Fault('usage', 'two-formats', { first, second });
  }
  if (jq !== undefined) return 'json';
  const own = ownOptions.find((one) => flags[one] === true);
  return (
    own ??
    readOne(format, 'format', reportFormats) ??
    formatByEnding(output, reportFormats) ??
    'text'
  );
}

function readChoices(
  name: ReportName,
  { by, of, bestBy }: ReportFlags,
): Pick<ReportAsked, 'by' | 'of' | 'bestBy'> {
  if (of !== undefined) requireReport(name, 'causes', '--of');
  if (bestBy !== undefined) requireReport(name, 'agents', '--best-by');
  return {
    by: readOne(by, 'by', periodSteps),
    of: readOne(of, 'of', ['cause', 'product', 'both'] as const),
    bestBy: bestBy === undefined ? undefined : readMeasures(bestBy),
  };
}

/** What one report alone can be asked would be passed over by the others in silence. */
function requireReport(name: ReportName, only: ReportName, flag: string): void {
  if (name !== only) throw new Fault('usage', 'other-report', { flag, name, only });
}

function readMeasures(given: string): readonly BestMeasure[] {
  const known = Object.keys(bestMeasures) as BestMeasure[];
  const measures = given.split(',').flatMap((one) => readOne(one.trim(), 'best-by', known) ?? []);
  if (isSpeedAlone(measures)) throw new Fault('usage', 'speed-alone');
  return measures;
}
