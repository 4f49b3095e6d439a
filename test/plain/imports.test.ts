import { readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { expect, test } from 'vitest';

const source = join(import.meta.dirname, '..', '..', 'src');

/** @returns everything that is loaded with a file before anything is asked, and packages by name. */
function loadedWith(file: string, seen = new Set<string>()): ReadonlySet<string> {
  if (seen.has(file)) return seen;
  seen.add(file);
  const imports = /^(?:import|export) (?!type\b)[^;]*?from '([^']+)'/gm;
  for (const [, target = ''] of readFileSync(file, 'utf8').matchAll(imports)) {
    if (!target.startsWith('.')) seen.add(target);
    else if (target.endsWith('.ts')) loadedWith(join(dirname(file), target), seen);
  }
  return seen;
}

test('lines of questions load no screen, and no calendar before somebody types a date', () => {
  const loaded = [...loadedWith(join(source, 'plain', 'hold-conversation.ts'))].map((path) =>
    path.startsWith(source) ? relative(source, path) : path,
  );
  expect(loaded).toContain('plain/ask-choice.ts');
  expect(loaded.filter((path) => path.startsWith('screens'))).toEqual([]);
  for (const heavy of ['ink', 'react', 'enquirer', 'language/when.ts', 'terminal/width.ts']) {
    expect(loaded).not.toContain(heavy);
  }
});
