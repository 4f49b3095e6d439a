import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import english from '../../data/languages/en/messages.json' with { type: 'json' };
import { recordShape, type Shape } from '../../src/desk/record-file/shape.ts';

const root = join(import.meta.dirname, '../..');
const source = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file))
  .map((file) => readFileSync(join(root, 'src', file), 'utf8'))
  .join('\n');

const found = (pattern: RegExp): readonly string[] =>
  [...source.matchAll(pattern)].map(([, part = '']) => part);

/** What keys are made of: what stands in quotes or is a property, and the names of the command line. */
const words = new Set([
  ...found(/'([^'\n]*)'/g),
  ...found(/\b([a-z_]\w*)\??:/g),
  ...found(/--([a-z-]+)/g),
  ...found(/[<[]([a-z]+)(?:\.\.\.)?[>\]]/g),
  ...found(/'([a-z]+) [<[]/g),
  ...pathsOf(recordShape()),
  // Commander's own titles.
  ...['usage', 'arguments', 'options', 'global-options', 'commands'],
]);

/** Codes that are made of parts, such as `when_${reason}`. */
const codes = patternsOf(/`([a-z]+_(?:\w|\$\{[^{}`]*\})*)`/g);
/** Keys that are made of parts, such as `question.${name}`. */
const families = patternsOf(/`([a-z][a-z-]*\.(?:[\w.-]|\$\{[^{}`]*\})*)`/g);

/** @returns the texts that templates in the source make, as patterns. */
function patternsOf(templates: RegExp): readonly RegExp[] {
  return found(templates)
    .filter((template) => template.includes('${'))
    .map((template) => {
      const fixed = template.split(/\$\{[^{}]*\}/).map((part) => part.replaceAll('.', '\\.'));
      return new RegExp(`^${fixed.join('(.+)')}$`);
    });
}

/** @returns the paths of a record file's fields, without list numbers: `offers.amount`. */
function pathsOf(shape: Shape, path = ''): readonly string[] {
  switch (shape.kind) {
    case 'fields':
      return Object.entries(shape.fields).flatMap(([name, field]) => {
        const inner = path === '' ? name : `${path}.${name}`;
        return [inner, ...pathsOf(field, inner)];
      });
    case 'list':
      return pathsOf(shape.of, path);
    case 'either':
      return [...pathsOf(shape.text, path), ...pathsOf(shape.fields, path)];
    default:
      return [];
  }
}

const isKnown = (part: string): boolean =>
  words.has(part) ||
  codes.some((code) =>
    code
      .exec(part)
      ?.slice(1)
      .every((of) => words.has(of) || words.has(of.replaceAll('_', '-'))),
  );

/** @returns whether a family makes this key of parts that the program knows. */
function isMade(key: string): boolean {
  return families.some((family) => {
    const parts = family.exec(key)?.slice(1);
    return parts?.every(isKnown) ?? false;
  });
}

describe('everything that the program can say', () => {
  it('is said somewhere: no message is left over from something that is gone', () => {
    const unused = Object.keys(english).filter((key) => !words.has(key) && !isMade(key));
    expect(unused).toEqual([]);
  });

  it('has its message: none is asked for that is not there', () => {
    const asked = [...source.matchAll(/\b(?:say|tell|tellHeading)\(\s*'([a-z][\w.-]+)'/g)];
    const missing = asked.map(([, key = '']) => key).filter((key) => !(key in english));
    expect(asked.length).toBeGreaterThan(100);
    expect(missing).toEqual([]);
  });
});
