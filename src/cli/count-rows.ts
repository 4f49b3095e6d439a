const lineFeed = 0x0a;
const quote = 0x22;

/**
 * Counts the rows of a piece of an export as it goes by.
 * @param bytes some whole rows
 * @returns how many; in CSV a line feed within quotes belongs to a text and ends no row
 */
export function countRows(bytes: Uint8Array, format: 'csv' | 'jsonl'): number {
  let rows = 0;
  if (format === 'jsonl') {
    for (let at = bytes.indexOf(lineFeed); at !== -1; at = bytes.indexOf(lineFeed, at + 1)) rows++;
    return rows;
  }
  let quoted = 0;
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at];
    // A quote within a text is doubled, and so it leaves the count as it was.
    if (byte === quote) quoted ^= 1;
    else if (byte === lineFeed && quoted === 0) rows++;
  }
  return rows;
}
