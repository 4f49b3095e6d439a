import { homeOfSam } from './home-of-sam.ts';
import { realComplaints, told } from './real-complaints.ts';
import { openAmends, runAmends } from './run-amends.ts';
import { columnOf, type KeyStep, keySteps, take } from './take-by-keys.ts';

const [story] = realComplaints();
const steps = keySteps(story);

/** A key of the conversation: how many steps were confirmed before it, and the keys of its own step. */
interface KillPoint {
  readonly confirmed: number;
  readonly keys: readonly string[];
}

/** @returns every single key of one whole conversation, letter by letter. */
export function killableKeys(): readonly KillPoint[] {
  return steps.flatMap((step, confirmed) => {
    const keys = step.keys.flatMap((key) =>
      key.startsWith('=') ? [...key.slice(1)].map((letter) => `=${letter}`) : [key],
    );
    return keys.map((_, index) => ({ confirmed, keys: keys.slice(0, index + 1) }));
  });
}

/** What is there after a kill. */
export interface AfterKill {
  /** What the agent had confirmed, by column. */
  readonly confirmed: Record<string, unknown>;
  readonly record: Record<string, unknown>;
  /** The exit code of `verify`. */
  readonly verified: number | null;
  /** Whether `resume` shows the field that was in hand, or the one after it. */
  readonly resumes: boolean;
}

/**
 * Takes a conversation up to a key, kills the program with SIGKILL right after it, and looks at what
 * is left.
 * @param index which key of `killableKeys`
 */
export async function killAfter(index: number): Promise<AfterKill> {
  const point = killableKeys()[index];
  if (point === undefined) throw new RangeError(`there is no key ${index}`);
  const home = await homeOfSam();
  const desk = openAmends(['new'], { home });
  const done = steps.slice(0, point.confirmed);
  const now = steps[point.confirmed] as KeyStep;
  await take(desk, [...done, { sees: now.sees, keys: joined(point.keys) }]).kill('SIGKILL');
  await desk.exit();
  const { code } = await runAmends(['verify'], { home });
  const { stdout } = await runAmends(['list', '--json'], { home });
  const [record] = JSON.parse(stdout) as Record<string, unknown>[];
  return {
    confirmed: confirmedBy(done),
    record: record ?? {},
    verified: code,
    resumes:
      record?.['finished_at'] == null
        ? await resumesAt(home, [now.sees, steps[point.confirmed + 1]?.sees ?? 'is on record'])
        : (await runAmends(['resume'], { home })).code !== 0,
  };
}

/** Letters that follow each other are sent in one go, as hurried fingers do. */
function joined(keys: readonly string[]): readonly string[] {
  return keys.reduce<string[]>((sent, key) => {
    const last = sent.at(-1);
    if (key.startsWith('=') && last?.startsWith('=')) sent[sent.length - 1] = last + key.slice(1);
    else sent.push(key);
    return sent;
  }, []);
}

function confirmedBy(done: readonly KeyStep[]): Record<string, unknown> {
  const all = told(story);
  return Object.fromEntries(
    done.flatMap(({ sees }) => {
      const column = columnOf[sees];
      return column === undefined ? [] : [[column, all[column]]];
    }),
  );
}

async function resumesAt(home: string, labels: readonly string[]): Promise<boolean> {
  const desk = openAmends(['resume'], { home });
  const pattern = new RegExp(
    labels.map((label) => label.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|'),
  );
  await desk.see(pattern).press('escape');
  const { code } = await desk.exit();
  return code === 0;
}
