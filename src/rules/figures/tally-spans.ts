import type { SheetNamed } from './sheets.ts';
import type { Spans } from './spans.ts';

/** What a question comes to in a chunk, for one group, all of it within one span. */
export interface SpanTally {
  readonly group: number;
  readonly span: number;
  /** How many, or how much. */
  readonly many: number;
}

/**
 * @param place the question's, in `tallied`
 * @returns what it comes to, or undefined where a cut goes through the chunk
 */
export function onlySpans(
  { question, group, sum, first, last }: SheetNamed<'tallies'>,
  place: number,
  spans: Spans,
): readonly SpanTally[] | undefined {
  const found: SpanTally[] = [];
  for (let row = 0; row < question.length; row++) {
    if (question[row] !== place) continue;
    const span = spans.of(first[row] ?? 0);
    if (span !== spans.of(last[row] ?? 0)) return undefined;
    found.push({ group: group[row] ?? 0, span, many: sum[row] ?? 0 });
  }
  return found;
}
