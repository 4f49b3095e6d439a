import type { Kept, Sheet, SheetLayout } from '../../rules/figures/sheets.ts';

const arrays = {
  f64: Float64Array,
  u32: Uint32Array,
  u16: Uint16Array,
  u8: Uint8Array,
} as const satisfies Readonly<Record<Kept, unknown>>;

/** The widest first, so that every column begins where its numbers may. */
const widths = Object.keys(arrays) as readonly Kept[];

/** @returns an empty sheet of so many rows, its columns one after another in one piece of memory. */
export function newSheet<Layout extends SheetLayout>(layout: Layout, rows: number): Sheet<Layout> {
  return over(layout, rows, new ArrayBuffer(rows * bytesOfRow(layout)), 0);
}

/** @returns a sheet as it is kept: all of its columns. */
export function bytesOf<Layout extends SheetLayout>(
  layout: Layout,
  sheet: Sheet<Layout>,
): Uint8Array {
  const columns: Readonly<Record<string, ArrayBufferView>> = sheet;
  return Buffer.concat(
    inOrder(layout).flatMap(([name]) => {
      const column = columns[name];
      if (column === undefined) return [];
      return [new Uint8Array(column.buffer, column.byteOffset, column.byteLength)];
    }),
  );
}

/**
 * @param bytes what `bytesOf` gave
 * @returns the sheet on the same memory
 */
export function sheetOf<Layout extends SheetLayout>(
  layout: Layout,
  bytes: Uint8Array,
): Sheet<Layout> {
  const aligned = bytes.byteOffset % 8 === 0 ? bytes : bytes.slice();
  const rows = bytes.byteLength / bytesOfRow(layout);
  return over(layout, rows, aligned.buffer, aligned.byteOffset);
}

function over<Layout extends SheetLayout>(
  layout: Layout,
  rows: number,
  buffer: ArrayBufferLike,
  from: number,
): Sheet<Layout> {
  let at = from;
  const columns = inOrder(layout).map(([name, kept]) => {
    const column = new arrays[kept](buffer as ArrayBuffer, at, rows);
    at += column.byteLength;
    return [name, column];
  });
  return Object.fromEntries(columns) as Sheet<Layout>;
}

const inOrder = (layout: SheetLayout): readonly (readonly [string, Kept])[] =>
  widths.flatMap((width) => Object.entries(layout).filter(([, kept]) => kept === width));

const bytesOfRow = (layout: SheetLayout): number =>
  Object.values(layout).reduce((all, kept) => all + arrays[kept].BYTES_PER_ELEMENT, 0);
