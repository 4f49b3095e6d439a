import type { WholeRecord } from '../desk/read-record.ts';
import type { WhyDue } from '../desk/why-due.ts';
import { whyDueText } from '../desk/why-due-text.ts';
import type { Playbook } from '../rules/playbook.ts';
import { type ComplaintId, refOf } from '../rules/values.ts';
import { type SafeText, safe, safeLine } from '../terminal/safe-text.ts';
import { wrap } from '../terminal/wrap.ts';
import type { Context } from './context.ts';
import { penFor, writeLines } from './people.ts';

/** Writes the arithmetic of each clock under its name. */
export async function whyDueForPeople(
  context: Context,
  record: WholeRecord,
  {
    id,
    clocks,
    playbook,
    now,
  }: {
    readonly id: ComplaintId;
    readonly clocks: readonly WhyDue[];
    readonly playbook: Playbook;
    readonly now: number;
  },
): Promise<void> {
  const pen = await penFor(context, record);
  const { words, columns, paint } = pen;
  if (clocks.length === 0) return context.note(safeLine(words.say('why-due.nothing')));
  const lines = clocks.flatMap((why, index): SafeText[] => {
    const clock = words.say(`why-due.clock.${why.clock.kind}`);
    const title = safeLine(words.say('why-due.title', { reference: refOf(id), clock }));
    const told = whyDueText(why, { voice: pen, playbook, now }).map(safeLine);
    return [
      ...(index === 0 ? [] : [safe``]),
      paint.heading(title),
      ...told.flatMap((line) => indented(line, columns)),
    ];
  });
  await writeLines(context, lines);
}

/** What does not fit on a line goes on beneath it, a little farther in. */
function indented(line: SafeText, columns: number | undefined): readonly SafeText[] {
  const rows = columns === undefined ? [line] : wrap(line, Math.max(10, columns - 4));
  return rows.map((row, at) => `${at === 0 ? '  ' : '    '}${row}` as SafeText);
}
