import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { ListRow } from '../../../src/desk/list-page.ts';
import { complaintId } from '../../../src/rules/values.ts';
import {
  chunkOf,
  moveBy,
  pageBy,
  type RowWindow,
  wantsMore,
  withBefore,
  withBehind,
} from '../../../src/screens/list/window.ts';

const rowsFrom = (from: number, to: number): readonly ListRow[] =>
  Array.from({ length: Math.max(0, to - from) }, (_, at) => ({
    id: complaintId(from + at + 1),
    record: {},
  }));

/** Fetches what a window wants until it wants nothing, as a list of so many rows gives it. */
function fetched(window: RowWindow, many: number, page: number): RowWindow {
  let now = window;
  for (let side = wantsMore(now, page); side !== undefined; side = wantsMore(now, page)) {
    const chunk = chunkOf(page);
    if (side === 'behind') {
      const from = now.rows.at(-1)?.id ?? 0;
      const to = Math.min(many, from + chunk);
      now = withBehind(now, rowsFrom(from, to), to - from < chunk, page);
    } else {
      const to = (now.rows[0]?.id ?? 1) - 1;
      const from = Math.max(0, to - chunk);
      now = withBefore(now, rowsFrom(from, to), to - from < chunk, page);
    }
  }
  return now;
}

it('whatever way one goes, the row in hand is the one that was meant, in view, with few at hand', () => {
  const moves = fc.array(
    fc.oneof(
      fc.record({ rows: fc.integer({ min: -30, max: 30 }) }),
      fc.record({ pages: fc.constantFrom(-1, 1) }),
    ),
    { maxLength: 60 },
  );
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 900 }),
      fc.integer({ min: 3, max: 40 }),
      moves,
      (many, page, all) => {
        const chunk = Math.min(many, chunkOf(page));
        let window: RowWindow = {
          rows: rowsFrom(0, chunk),
          begins: true,
          ends: many < chunkOf(page),
          before: 0,
          index: 0,
          top: 0,
        };
        let meant = 1;
        for (const move of all) {
          window = fetched(window, many, page);
          const by = 'rows' in move ? move.rows : move.pages * (page - 1);
          let { window: next, owed } =
            'rows' in move ? moveBy(window, by, page) : pageBy(window, move.pages, page);
          for (; owed !== 0; { window: next, owed } = moveBy(next, owed, page)) {
            next = fetched(next, many, page);
          }
          window = next;
          meant = Math.min(many, Math.max(1, meant + by));
          const { rows, index, top, before, begins } = window;
          expect(rows[index]?.id).toBe(meant);
          expect(index).toBeGreaterThanOrEqual(top);
          expect(index).toBeLessThan(top + page);
          expect((before ?? 0) + index + 1, 'its place is counted right').toBe(meant);
          expect(begins).toBe(rows[0]?.id === 1);
          expect(rows.length).toBeLessThanOrEqual(3 * chunkOf(page) + chunkOf(page));
        }
      },
    ),
  );
});

it('a row that another window has moved in between stands once', () => {
  const window: RowWindow = {
    rows: rowsFrom(0, 5),
    begins: true,
    ends: false,
    before: 0,
    index: 2,
    top: 0,
  };
  const more = withBehind(window, rowsFrom(3, 8), true, 3);
  expect(more.rows.map(({ id }) => id)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  expect(more.ends).toBe(true);
});
