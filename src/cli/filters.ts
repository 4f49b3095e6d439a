import type { ComplaintSearch, FigureRecord, ReadRecord } from '../desk/read-record.ts';
import { zoneOf } from '../desk/zone.ts';
import { outcomes, type Stage, stages, verdicts } from '../rules/steps.ts';
import type { Context } from './context.ts';
import { Fault } from './fault.ts';
import { noteUnknownOwner, requireKnown } from './filter-values.ts';
import { similarTo } from './similar.ts';

/** Which complaints, as typed. */
export interface FilterFlags {
  readonly stage?: string;
  readonly owner?: string;
  readonly channel?: string;
  readonly product?: string;
  readonly cause?: string;
  readonly customer?: string;
  readonly since?: string;
  readonly until?: string;
  readonly severity?: string;
  readonly outcome?: string;
  readonly verdict?: string;
  /** Only those of key customers. */
  readonly key?: true;
  /** Only those whose answer is overdue. */
  readonly late?: true;
  readonly text?: string;
  /** Only those behind a number of a report; \`since\` and \`until\` are then those of the report. */
  readonly figure?: string;
}

export type Filter = ComplaintSearch['filter'];

/**
 * Reads the filters of `list`, `search`, `export` and `report`.
 * @returns undefined when nobody on the desk has the customer's name, so that nothing can fit
 * @throws Fault `usage` for an unknown stage, outcome or verdict, for a channel, product, cause or
 *   severity that neither the playbook nor the record has, a date that is none, or a name that several
 *   have
 */
export async function readFilter(
  context: Context,
  flags: FilterFlags,
  record: FigureRecord,
): Promise<Filter | undefined> {
  const { stage, owner, channel, product, cause, severity, text } = flags;
  const outcome = readOne(flags.outcome, 'outcome', outcomes);
  const verdict = readOne(flags.verdict, 'verdict', verdicts);
  const reached = stage === undefined ? undefined : readStages(stage);
  await requireKnown(context, record, { channel, product, cause, severity });
  if (owner !== undefined) await noteUnknownOwner(context, record, owner);
  const customer = await readCustomer(flags.customer, record);
  if (customer === 'nobody') return undefined;
  const facets: Filter = {
    ...(reached === undefined ? {} : { stage: reached }),
    ...(owner === undefined ? {} : { owner }),
    ...(channel === undefined ? {} : { channel }),
    ...(product === undefined ? {} : { product }),
    ...(cause === undefined ? {} : { cause }),
    ...(customer === undefined ? {} : { customer }),
    ...(severity === undefined ? {} : { severity }),
    ...(outcome === undefined ? {} : { outcome }),
    ...(verdict === undefined ? {} : { verdict }),
    ...(flags.key === undefined ? {} : { key: true }),
    ...(flags.late === undefined ? {} : { late: Date.now() }),
    ...(text === undefined ? {} : { text }),
  };
  const span = await readSpan(flags, record);
  if (flags.figure === undefined) return { ...facets, ...span };
  const { readFigure } = await import('./read-figure.ts');
  return { among: await readFigure(context, flags.figure, record, { ...span, facets }) };
}

function readStages(given: string): readonly Stage[] {
  return [...new Set(given.split(',').map((name) => name.trim()))].map((name) => {
    const stage = stages.find((known) => known === name);
    if (stage !== undefined) return stage;
    const known = stages.join(', ');
    throw new Fault('usage', 'unknown-stage', { given: name, known }, similarTo(name, stages));
  });
}

/**
 * @param option its name without the hyphens
 * @throws Fault `usage` that names what there is
 */
export function readOne<Name extends string>(
  given: string | undefined,
  option: string,
  known: readonly Name[],
): Name | undefined {
  if (given === undefined) return undefined;
  const one = known.find((name) => name === given.trim());
  if (one !== undefined) return one;
  throw new Fault(
    'usage',
    'unknown-choice',
    { given, option: `--${option}`, known: known.join(', ') },
    similarTo(given, known),
  );
}

/** A customer is meant by number, or by a name that only one of them fits. */
async function readCustomer(
  given: string | undefined,
  record: ReadRecord,
): Promise<number | 'nobody' | undefined> {
  if (given === undefined) return undefined;
  if (/^[1-9]\d{0,14}$/.test(given.trim())) return Number(given);
  const found = await record.read.customersMatching(given, 6);
  const [only] = found;
  if (only === undefined || given.trim() === '') return 'nobody';
  if (found.length === 1) return only.id;
  const known = found.map(({ id, name }) => `${id} ${name}`).join(', ');
  throw new Fault('usage', 'several-customers', {
    given,
    known: found.length > 5 ? `${known}, …` : known,
  });
}

/**
 * Reads `--since` and `--until`. A day means all of it, where the desk is.
 * @returns the first moment that counts, and the first that no longer does; epoch milliseconds
 */
export async function readSpan(
  { since, until }: Pick<FilterFlags, 'since' | 'until'>,
  record: ReadRecord,
): Promise<{ readonly since?: number; readonly until?: number }> {
  if (since === undefined && until === undefined) return {};
  // The calendar takes tens of milliseconds to load, so only who names a date pays for it.
  const { readMoment } = await import('./read-moment.ts');
  const zone = await zoneOf(record?.read);
  return {
    ...(since === undefined ? {} : { since: readMoment(since, '--since', zone).from }),
    ...(until === undefined ? {} : { until: readMoment(until, '--until', zone).to }),
  };
}

/**
 * @param given a whole number above zero
 * @throws Fault `usage` that names the option
 */
export function readCount(given: string | undefined, option: string): number | undefined {
  if (given === undefined) return undefined;
  if (/^[1-9]\d{0,8}$/.test(given)) return Number(given);
  throw new Fault('usage', 'not-a-count', { given, option });
}
