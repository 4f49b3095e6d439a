import { openWholeRecord } from '../desk/read-record.ts';
import { type RecordCheck, verifyRecord } from '../desk/verify-record.ts';
import type { MessageKey, Messages } from '../language/messages.ts';
import { type SafeText, safeLine } from '../terminal/safe-text.ts';
import type { Context } from './context.ts';
import { type ExitCode, exitCodes } from './exit-codes.ts';
import { Fault } from './fault.ts';
import { placeOf } from './record-place.ts';

export interface VerifyFlags {
  readonly expect?: string;
  /** False with `--no-rebuild`. */
  readonly rebuild?: boolean;
}

/** Checks the record, says what was checked, and names every fault. */
export async function verify(context: Context, flags: VerifyFlags): Promise<ExitCode> {
  const expect = flags.expect?.trim().toLowerCase();
  if (expect !== undefined && !/^[0-9a-f]{64}$/.test(expect)) {
    throw new Fault('usage', 'not-a-head', { given: flags.expect ?? '' });
  }
  const { path, wait } = placeOf(context.settings);
  const record = await openWholeRecord({ path, named: true, wait });
  if (record === undefined) return exitCodes.failed;
  try {
    const words = await context.words();
    const { stderr } = context.host;
    const check = await verifyRecord(record, {
      expect,
      rebuild: flags.rebuild !== false,
      ...(stderr.isTTY === true
        ? {
            onProgress: (done, of) =>
              context.note(
                safeLine(words.say('cli.verify.progress', { done: String(done), of: String(of) })),
              ),
          }
        : {}),
    });
    await context.out.write(`${reportLines(check, words).join('\n')}\n`);
    return check.faults.length === 0 ? exitCodes.done : exitCodes.failed;
  } finally {
    await record.close();
  }
}

function reportLines(check: RecordCheck, words: Messages): readonly SafeText[] {
  const say = (key: MessageKey, values: Record<string, string> = {}) =>
    safeLine(words.say(key, values));
  const { events, erased, complaints, head, faults } = check;
  return [
    say('cli.verify.events', { events: String(events), erased: String(erased) }),
    complaints === undefined
      ? say('cli.verify.not-rebuilt')
      : say('cli.verify.complaints', { complaints: String(complaints) }),
    say('cli.verify.head', { head: head?.hash ?? '-' }),
    ...faults.map(({ code, where }) => say(`cli.verify.fault.${code}`, { where })),
    say(faults.length === 0 ? 'cli.verify.sound' : 'cli.verify.unsound'),
  ];
}
