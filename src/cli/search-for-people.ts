import type { ReadRecord } from '../desk/read-record.ts';
import { joinMarked, type SearchHit } from '../desk/search.ts';
import { refOf } from '../rules/values.ts';
import { joinSafe, type SafeText, safe, safeLine } from '../terminal/safe-text.ts';
import { truncate, widthOf } from '../terminal/width.ts';
import type { Context } from './context.ts';
import { type Pen, penFor, writeLines } from './people.ts';

const indent = safe`    `;

/**
 * Writes what was found: a line about the complaint, and beneath it the words that it was found by
 * in their surroundings.
 * @param hits one more than `limit` when there are more
 */
export async function searchForPeople(
  context: Context,
  record: ReadRecord | undefined,
  hits: readonly SearchHit[],
  limit: number,
): Promise<void> {
  const pen = await penFor(context, record);
  if (hits.length === 0) return context.note(safeLine(pen.words.say('cli.list.nothing')));
  const coloured = context.settings.colour > 0;
  await writeLines(
    context,
    hits.slice(0, limit).flatMap((hit) => [headOf(hit, pen), contextLine(hit, pen, coloured)]),
  );
  if (hits.length > limit) {
    await context.note(safeLine(pen.words.say('cli.list.more', { limit: String(limit) })));
  }
}

function headOf(hit: SearchHit, { words, spoken, paint, now, columns }: Pen): SafeText {
  const stage = `stage.${hit.stage}`;
  const reference = safeLine(refOf(hit.id));
  const about = joinSafe(
    [
      safeLine(hit.customer ?? words.say('cli.no-name')),
      safeLine(words.has(stage) ? words.say(stage) : hit.stage),
      safeLine(spoken.moment(hit.openedAt, now)),
    ],
    safe`  `,
  );
  const room = columns === undefined ? undefined : columns - widthOf(reference) - 2;
  const rest = room === undefined ? about : truncate(about, room);
  return joinSafe([paint.heading(reference), rest], safe`  `);
}

/** Where there is no colour, brackets say what was found. */
function contextLine(hit: SearchHit, { words, paint, columns }: Pen, coloured: boolean): SafeText {
  const where = safeLine(words.say(`search.in.${hit.foundIn}`));
  const before = joinSafe([indent, where, safe`: `], safe``);
  if (!coloured) {
    const line = joinSafe([before, safeLine(joinMarked(hit.context, '[', ']'))], safe``);
    return columns === undefined ? line : truncate(line, columns);
  }
  let room = columns === undefined ? Number.POSITIVE_INFINITY : columns - widthOf(before);
  const parts: SafeText[] = [before];
  for (const { text, found } of hit.context) {
    if (room <= 0) break;
    const whole = safeLine(text);
    const part = widthOf(whole) > room ? truncate(whole, room) : whole;
    room -= widthOf(whole);
    parts.push(found ? paint.heading(part) : part);
  }
  return joinSafe(parts, safe``);
}
