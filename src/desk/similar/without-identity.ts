import { segmenterOf } from '../../language/segmenter.ts';

/** Somebody else's story is read for what went wrong, not for how it was told; in characters. */
const LONGEST = 120;

const ADDRESS = /[^\s@]+@[^\s@]+/g;
/** Six digits or more, however they are written: a phone, an account, an order. */
const NUMBER = /\+?\d(?:[\s()./-]{0,2}\d){5,}/g;

/**
 * What a complaint was about, for somebody else's conversation: shortened to one line, and without the
 * customer's name and without anything they could be reached or looked up by (P48).
 * @param name whose complaint it was, where that is known
 */
export function withoutIdentity(story: string, name: string | undefined): string {
  const hidden = namesIn(name).reduce(
    (text, part) => text.replace(part, '…'),
    story
      .slice(0, LONGEST * 10)
      .replace(ADDRESS, '…')
      .replace(NUMBER, '…'),
  );
  const line = hidden.replace(/\s+/g, ' ').trim();
  if (line.length <= LONGEST) return line;
  // Never half a character, and a Thai one has several parts.
  const characters = [...segmenterOf('grapheme').segment(line)].map(({ segment }) => segment);
  return characters.length <= LONGEST ? line : `${characters.slice(0, LONGEST).join('')}…`;
}

/** Each part of a name by itself: people are called by one of them. Initials and particles are no names. */
function namesIn(name = ''): readonly RegExp[] {
  const parts = name.match(/[\p{L}\p{M}]{3,}/gv) ?? [];
  return parts.map((part) => new RegExp(withinWords(part), 'giv'));
}

/** A script without blanks between its words has none around a name either. */
const withinWords = (part: string): string =>
  /\p{Script=Thai}/v.test(part) ? part : `(?<![\\p{L}\\p{M}])${part}(?![\\p{L}\\p{M}])`;
