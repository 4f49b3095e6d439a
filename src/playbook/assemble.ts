import type {
  Authority,
  Limit,
  LineConditions,
  Playbook,
  Role,
  ScriptLine,
} from '../rules/playbook.ts';
import { currency } from '../rules/values.ts';
import { type CheckedFiles, type KnownIds, knownIds } from './check-references.ts';
import type { FileContents } from './schema.ts';

/**
 * Puts checked files together into the playbook that the rules work by. What a shipped file says
 * of entries that the owner's own lists no longer have is left out, see check-references.ts.
 */
export function assemble(files: CheckedFiles): Playbook {
  const known = knownIds(files);
  const { name, title, currency: code, targets } = files.playbook.contents;
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
    targets: {
      answerHours: targets.answer,
      aimHours: targets.aim,
      followUpHours: targets.followUp,
      answerHoursBySeverity: keep(targets.answerBySeverity, known.severities),
    },
    lines: Object.entries(files.lines.contents.lines).flatMap(([at, said]) =>
      (said ?? []).flatMap(({ say, when }) => lineFrom(at, say, when, known)),
    ),
    phrases: files.phrases.contents.phrases,
  };
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

const limitFrom = (written: WrittenLimit): Limit =>
  written === 'ask' ? { ask: true } : written === 'within' ? {} : written;

/** None when a condition names nothing that the owner's lists still have: it would never fit. */
function lineFrom(
  at: string,
  say: string,
  when: LineConditions,
  known: KnownIds,
): readonly ScriptLine[] {
  const lists = [
    ['channel', known.channels],
    ['severity', known.severities],
    ['cause', known.groups],
    ['wish', known.wishes],
  ] as const;
  const kept: LineConditions = Object.assign(
    { ...when },
    ...lists.flatMap(([name, ids]) => {
      const named = when[name]?.filter((id) => ids.has(id));
      return named === undefined ? [] : [{ [name]: named }];
    }),
  );
  const hopeless = lists.some(([name]) => kept[name]?.length === 0);
  return hopeless ? [] : [{ at, say, when: kept }];
}

const keep = <Value>(
  record: Readonly<Record<string, Value>>,
  ids: ReadonlySet<string>,
): Readonly<Record<string, Value>> =>
  Object.fromEntries(Object.entries(record).filter(([id]) => ids.has(id)));
