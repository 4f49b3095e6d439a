import { StoreError } from './errors.ts';

/**
 * Refuses what SQLite cannot keep as it is: a NUL ends a text in half of SQLite's own functions,
 * and half a surrogate pair would silently become another character.
 * @param text a text on its way into the file
 * @throws StoreError `bad-text`, with the offset of the first bad character
 */
export function requireWellFormed(text: string): void {
  if (text.isWellFormed() && !text.includes('\0')) return;
  const at = text.search(
    /\0|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/,
  );
  throw new StoreError('bad-text', { offset: at });
}

/**
 * The same for every text inside a value that is to be stored as JSON, where the escapes of
 * JSON would hide them.
 * @param value what `JSON.stringify` takes
 * @throws StoreError `bad-text`
 */
export function requireWellFormedDeep(value: unknown): void {
  if (typeof value === 'string') requireWellFormed(value);
  else if (typeof value === 'object' && value !== null) {
    for (const [name, inner] of Object.entries(value)) {
      requireWellFormed(name);
      requireWellFormedDeep(inner);
    }
  }
}
