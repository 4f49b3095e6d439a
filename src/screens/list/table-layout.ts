import { type ColumnName, columnNamed } from '../../desk/list-page.ts';

/** A column of the table with the columns of the terminal that it gets, its gap not counted. */
export interface LaidColumn {
  readonly name: ColumnName;
  readonly width: number;
}

/** Between two columns of the table. */
export const GAP = 2;

/**
 * Shares a row out: as many of the columns as are readable there, from the left, and what is left over
 * to those that can make use of it, a little to each in turn.
 * @param room columns of the terminal
 */
export function layTable(names: readonly ColumnName[], room: number): readonly LaidColumn[] {
  const columns = names.map(columnNamed);
  let used = 0;
  const shown = columns.filter(({ width: [least] }, at) => {
    const needs = least + (at === 0 ? 0 : GAP);
    // One that has no room keeps a narrower one behind it from standing in its place.
    if (used + needs > room && at > 0) used = room + 1;
    else used += needs;
    return used <= room || at === 0;
  });
  const widths = shown.map(({ width: [least] }) => Math.min(least, room));
  let left = room - widths.reduce((all, width) => all + width + GAP, -GAP);
  for (let grew = true; grew && left > 0; ) {
    grew = false;
    for (const [at, { width }] of shown.entries()) {
      if (left === 0 || (widths[at] ?? 0) >= width[1]) continue;
      widths[at] = (widths[at] ?? 0) + 1;
      left -= 1;
      grew = true;
    }
  }
  return shown.map(({ name }, at) => ({ name, width: widths[at] ?? 0 }));
}
