import type { SqlRows } from '../sql-rows.ts';

/** Texts by number, as sheets name them: what stands in a list of the playbook, and names of agents. */
export class FigureWords {
  readonly #numbers = new Map<string, number>();
  readonly #words: string[] = [''];
  /** How many of them are kept in the record. */
  readonly kept: number;

  constructor(kept: readonly string[]) {
    for (const word of kept) this.numberOf(word);
    this.kept = this.#words.length - 1;
  }

  /** @returns the number of a text, which gets one if it has none; 0 for no text. */
  numberOf(word: string | null): number {
    if (word === null || word === '') return 0;
    const known = this.#numbers.get(word);
    if (known !== undefined) return known;
    const number = this.#words.length;
    this.#numbers.set(word, number);
    this.#words.push(word);
    return number;
  }

  /** @returns the text of a number; empty for 0. */
  wordOf(number: number): string {
    return this.#words[number] ?? '';
  }

  /** How many numbers there are, 0 among them. */
  get size(): number {
    return this.#words.length;
  }

  /** @returns texts that are not kept yet, in the order of their numbers. */
  fresh(): readonly string[] {
    return this.#words.slice(this.kept + 1);
  }
}

/** @returns the texts that the record keeps. */
export async function readWords(db: SqlRows): Promise<FigureWords> {
  const rows = await db.rows<{ word: string }>('SELECT word FROM figure_word ORDER BY id');
  return new FigureWords(rows.map(({ word }) => word));
}
