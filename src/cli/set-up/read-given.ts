import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { refusalText } from '../../desk/refusal-text.ts';
import { readHoliday, readHolidayLines } from '../../desk/set-up/holiday-text.ts';
import { readWeek, type Week } from '../../desk/set-up/hours-text.ts';
import type { Messages } from '../../language/messages.ts';
import type { Holiday, Role } from '../../rules/playbook.ts';
import type { Refusal } from '../../rules/values.ts';
import { readLanguages, readRole } from '../agent/fact-flags.ts';
import { Fault } from '../fault.ts';
import { similarTo } from '../similar.ts';

/** How the desk is to be set up, as typed. */
export interface InitFlags {
  readonly business?: string;
  readonly agent?: string;
  readonly team?: string;
  readonly role?: string;
  readonly reachUs?: string;
  readonly language?: string;
  readonly zone?: string;
  readonly hours?: string;
  /** A file of days off, in place of those there are. */
  readonly holidays?: string;
  /** Days off beside those there are. */
  readonly holiday?: readonly string[];
  readonly currency?: string;
  readonly copyPlaybook?: boolean;
}

/** What was given about opening hours. */
export interface GivenHours {
  /** `playbook`: those of the playbook hold again. Without it the times stay. */
  readonly week?: { readonly times: Week } | 'playbook';
  readonly holidays?: readonly Holiday[];
  readonly moreHolidays?: readonly Holiday[];
}

/** What flags say, read and checked. What was not given is not there. */
export interface GivenSetUp {
  readonly role?: Role | undefined;
  readonly languages?: readonly string[] | undefined;
  readonly zone?: string | undefined;
  readonly hours?: GivenHours | undefined;
  readonly currency?: string | undefined;
}

/**
 * Reads everything that has a form, so that nothing is written where one of it is wrong.
 * @throws Fault `usage` that names the option, the file and the line
 */
export async function readGiven(
  flags: InitFlags,
  words: () => Promise<Messages>,
): Promise<GivenSetUp> {
  for (const name of ['business', 'agent', 'language', 'zone', 'hours', 'currency'] as const) {
    if (flags[name]?.trim() === '') {
      throw new Fault('usage', 'empty-option', { option: `--${name}` });
    }
  }
  return {
    role: readRole(flags.role),
    languages: readLanguages(flags.language),
    zone: readZone(flags.zone),
    hours: await readHours(flags, words),
    currency: readCurrency(flags.currency),
  };
}

/**
 * A zone is one that the machine's own calendar knows.
 * @throws Fault `usage` with what was perhaps meant
 */
export function readZone(given: string | undefined): string | undefined {
  if (given === undefined) return undefined;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: given.trim() }).resolvedOptions().timeZone;
  } catch {
    const known = Intl.supportedValuesOf('timeZone');
    throw new Fault('usage', 'unknown-zone', { given }, similarTo(given, known));
  }
}

/** @throws Fault `usage` when no currency has that code (ISO 4217), with what was perhaps meant */
export function readCurrency(given: string | undefined): string | undefined {
  if (given === undefined) return undefined;
  const code = given.trim().toUpperCase();
  const known = Intl.supportedValuesOf('currency');
  if (known.includes(code)) return code;
  throw new Fault('usage', 'unknown-currency', { given }, similarTo(code, known));
}

async function readHours(
  { hours, holidays, holiday = [] }: InitFlags,
  words: () => Promise<Messages>,
): Promise<GivenHours | undefined> {
  if (hours === undefined && holidays === undefined && holiday.length === 0) return undefined;
  const refuse = async (option: string, refusal: Refusal): Promise<never> => {
    const why = refusalText(await words(), refusal);
    throw new Fault('usage', 'bad-hours', { option, why });
  };
  const more: Holiday[] = [];
  for (const text of holiday) {
    const read = readHoliday(text);
    if (!read.ok) return refuse('--holiday', read.refusal);
    more.push(read.holiday);
  }
  return {
    ...(hours === undefined ? {} : { week: await weekIn(hours, refuse) }),
    ...(holidays === undefined ? {} : { holidays: await holidaysIn(holidays, refuse) }),
    ...(more.length === 0 ? {} : { moreHolidays: more }),
  };
}

type Refuse = (option: string, refusal: Refusal) => Promise<never>;

async function weekIn(text: string, refuse: Refuse): Promise<NonNullable<GivenHours['week']>> {
  if (text.trim().toLowerCase() === 'playbook') return 'playbook';
  const read = readWeek(text);
  return read.ok ? { times: read.week } : refuse('--hours', read.refusal);
}

/** A file of lines, or an `hours.yaml` as playbooks have them, of which only the days off are taken. */
async function holidaysIn(file: string, refuse: Refuse): Promise<readonly Holiday[]> {
  if (/\.ya?ml$/i.test(file)) return holidaysOfPlaybook(file);
  const read = readHolidayLines(textOf(file));
  return read.ok ? read.holidays : refuse(`${file}:${read.line}`, read.refusal);
}

async function holidaysOfPlaybook(path: string): Promise<readonly Holiday[]> {
  textOf(path);
  const { checkFile } = await import('../../playbook/check-file.ts');
  const { checkHours } = await import('../../playbook/check-hours.ts');
  const { PlaybookUnusable } = await import('../../desk/open-desk.ts');
  const checked = checkFile('hours', { kind: 'hours', name: basename(path), path, origin: 'own' });
  if (!checked.ok) throw new PlaybookUnusable(checked.faults);
  const faults = checkHours(checked.file);
  if (faults.length > 0) throw new PlaybookUnusable(faults);
  return checked.file.contents.holidays;
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    throw new Fault('usage', 'cannot-read-file', { file, reason });
  }
}
