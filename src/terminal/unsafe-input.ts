/**
 * The door: two kinds of text are refused wherever they come from, because SQLite and UTF-8 files
 * would not give them back as they were.
 * @param text what a person, a file or a flag handed in
 * @returns why it is refused: `nul` (U+0000 ends a text for many tools) or `lone-surrogate` (half a
 *   character, which cannot be written as UTF-8); undefined when it may come in
 */
export function refusesText(text: string): 'nul' | 'lone-surrogate' | undefined {
  if (text.includes('\0')) return 'nul';
  if (!text.isWellFormed()) return 'lone-surrogate';
  return undefined;
}
