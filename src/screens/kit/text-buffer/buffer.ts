/** The state of a text being edited. Every change makes a new one; the old one stays as it was. */

import { entryOf } from './entry.ts';
import { emptyHistory, type History } from './history.ts';
import { endOfText, type Place } from './place.ts';

/** Why the last change took less than it was given. */
export type EntryRefusal = 'too-long' | 'unprintable';

/** How a buffer behaves; fixed for its life. */
export interface BufferOptions {
  /** False: one line only, and a newline that is pasted becomes a space. Default true. */
  readonly multiLine?: boolean;
  /** The longest text allowed, in UTF-16 units. Default: no limit. */
  readonly maxLength?: number;
}

/** A text, the cursor in it, and the way back. */
export interface TextBuffer {
  /** The text split at each newline; never empty. */
  readonly paragraphs: readonly string[];
  /** Where the next character goes; always between two graphemes. */
  readonly cursor: Place;
  /**
   * At the place where a line wraps, one offset is both the end of a row and the start of the next.
   * True: the cursor is drawn at the end of the upper row.
   */
  readonly leansBack: boolean;
  /** The column that moving up and down tries to keep, while it is only up and down. */
  readonly goalColumn: number | undefined;
  /** The length of the text in UTF-16 units, newlines counted. */
  readonly length: number;
  readonly multiLine: boolean;
  readonly maxLength: number;
  readonly history: History;
  /** Set when the last operation left something out; the text on the screen is untouched by it. */
  readonly refused: EntryRefusal | undefined;
}

/** @returns a buffer without text. */
export function emptyBuffer(options: BufferOptions = {}): TextBuffer {
  return {
    paragraphs: [''],
    cursor: { paragraph: 0, offset: 0 },
    leansBack: false,
    goalColumn: undefined,
    length: 0,
    multiLine: options.multiLine ?? true,
    maxLength: options.maxLength ?? Number.POSITIVE_INFINITY,
    history: emptyHistory,
    refused: undefined,
  };
}

/**
 * Opens a text for editing, for example an answer that was stored before. A stored text is taken as
 * it is, even when it is longer than `maxLength`: the limit is for what is added.
 * @returns a buffer with the cursor at the end and nothing to undo
 */
export function bufferOf(text: string, options: BufferOptions = {}): TextBuffer {
  const empty = emptyBuffer(options);
  const entry = entryOf(text, empty.multiLine);
  const paragraphs = entry.text.split('\n');
  return {
    ...empty,
    paragraphs,
    cursor: endOfText(paragraphs),
    length: entry.text.length,
    refused: entry.unprintable ? 'unprintable' : undefined,
  };
}

/** @returns the whole text, paragraphs joined by `\n`. */
export function textOf(buffer: TextBuffer): string {
  return buffer.paragraphs.join('\n');
}

/** @returns the paragraph the cursor is in. */
export function currentParagraph(buffer: TextBuffer): string {
  return buffer.paragraphs[buffer.cursor.paragraph] ?? '';
}
