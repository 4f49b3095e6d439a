import type {
  Authority,
  Hours,
  Interval,
  Limit,
  LineConditions,
  Playbook,
  Role,
  ScriptLine,
  TargetRule,
  Targets,
} from '../rules/playbook.ts';
import { currency } from '../rules/values.ts';
import { type CheckedFiles, type KnownIds, knownIds } from './check-references.ts';
import { type FileContents, type Weekday, weekdays } from './schema.ts';

/**
 * Puts checked files together into the playbook that the rules work by. What a shipped file says
 * of entries that the owner's own lists no longer have is left out, see check-references.ts.
 */
export function assemble(files: CheckedFiles): Playbook {
  const known = knownIds(files);
  const { name, title, currency: code, targets, policy } = files.playbook.contents;
  return {
    name,
    title,
    currency: currency(code),
    channels: files.channels.contents.channels,
    products: files.products.contents.products,
    causes: files.causes.contents.causes,
    severities: files.severities.contents.severities,
    remedies: files.remedies.contents.remedies.map((remedy) => ({
      ...remedy,
      fitsWishes: remedy.fitsWishes.filter((id) => known.wishes.has(id)),
      fitsCauses: remedy.fitsCauses.filter((id) => known.causes.has(id)),
    })),
    authority: authorityFrom(files.authority.contents, known),
    targets: targetsFrom(targets, known),
    hours: hoursFrom(files.hours.contents),
    policy,
    lines: Object.entries(files.lines.contents.lines).flatMap(([at, said]) =>
      (said ?? []).flatMap(({ say, when }) => lineFrom(at, say, when, known)),
    ),
    phrases: files.phrases.contents.phrases,
  };
}

type WrittenTargets = FileContents['playbook']['targets'];

function targetsFrom(written: WrittenTargets, known: KnownIds): Targets {
  return {
    ...hoursOf(written),
    answerHours: written.answer,
    aimHours: written.aim,
    followUpHours: written.followUp,
    answerHoursBySeverity: keep(written.answerBySeverity, known.severities),
    rules: written.rules.flatMap((rule) => {
      const when = conditionsLeft(rule.when, known);
      if (when === undefined) return [];
      const { answer } = rule;
      return [{ when, ...hoursOf(rule), ...(answer === undefined ? {} : { answerHours: answer }) }];
    }),
  };
}

/** The targets that need not be set. */
const hoursOf = ({
  pickUp,
  acknowledge,
  resolve,
}: Pick<WrittenTargets, 'pickUp' | 'acknowledge' | 'resolve'>) => ({
  ...(pickUp === undefined ? {} : { pickUpHours: pickUp }),
  ...(acknowledge === undefined ? {} : { acknowledgeHours: acknowledge }),
  ...(resolve === undefined ? {} : { resolveHours: resolve }),
});

function hoursFrom({ hours, holidays }: FileContents['hours']): Hours {
  if (hours === 'around the clock') return { holidays };
  const timesOf = (day: Weekday): readonly Interval[] => {
    const times = hours[day];
    return times === 'closed' ? [] : times;
  };
  return { week: weekdays.map(timesOf), holidays };
}

function authorityFrom(
  { authority }: FileContents['authority'],
  known: KnownIds,
): Readonly<Record<Role, Authority>> {
  const of = (role: Role): Authority => ({
    limit: limitFrom(authority[role].limit),
    remedies: Object.fromEntries(
      Object.entries(keep(authority[role].remedies, known.remedies)).map(([id, limit]) => [
        id,
        limitFrom(limit),
      ]),
    ),
  });
  return { agent: of('agent'), supervisor: of('supervisor'), owner: of('owner') };
}

type WrittenLimit = FileContents['authority']['authority'][Role]['limit'];

function limitFrom(written: WrittenLimit): Limit {
  if (written === 'ask') return { ask: true };
  if (written === 'within') return {};
  const { sum, days, ...limit } = written;
  return sum === undefined || days === undefined ? limit : { ...limit, perCustomer: { sum, days } };
}

function lineFrom(
  at: string,
  say: string,
  when: LineConditions,
  known: KnownIds,
): readonly ScriptLine[] {
  const kept = conditionsLeft(when, known);
  return kept === undefined ? [] : [{ at, say, when: kept }];
}

/** None when a condition names nothing that the owner's lists still have: it would never fit. */
function conditionsLeft<When extends LineConditions | TargetRule['when']>(
  when: When,
  known: KnownIds,
): When | undefined {
  const lists: Readonly<Record<string, ReadonlySet<string>>> = {
    channel: known.channels,
    severity: known.severities,
    cause: known.groups,
    wish: known.wishes,
  };
  const kept = Object.entries(when).map(([name, value]) => {
    const ids = lists[name];
    return [name, ids && Array.isArray(value) ? value.filter((id) => ids.has(id)) : value] as const;
  });
  const hopeless = kept.some(([, value]) => Array.isArray(value) && value.length === 0);
  return hopeless ? undefined : (Object.fromEntries(kept) as When);
}

const keep = <Value>(
  record: Readonly<Record<string, Value>>,
  ids: ReadonlySet<string>,
): Readonly<Record<string, Value>> =>
  Object.fromEntries(Object.entries(record).filter(([id]) => ids.has(id)));
