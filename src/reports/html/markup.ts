import { safeLine } from '../../terminal/safe-text.ts';

/** A piece of a page in which everything from outside was escaped; only `markup` makes one. */
export class Markup {
  readonly #text: string;

  /** @param text trusted: written in the source, or escaped */
  constructor(text: string) {
    this.#text = text;
  }

  toString(): string {
    return this.#text;
  }
}

/** What may stand in a template. */
export type MarkupValue = string | number | Markup | readonly Markup[];

/**
 * The one way into a page: what is written in the source stays, every text is made safe as for a
 * terminal (no hidden or turning characters) and escaped for contents and quoted attributes.
 * @example markup`<td>${customer.name}</td>`
 */
export function markup(literals: TemplateStringsArray, ...values: readonly MarkupValue[]): Markup {
  let text = literals[0] ?? '';
  values.forEach((value, index) => {
    text += written(value) + (literals[index + 1] ?? '');
  });
  return new Markup(text);
}

export const nothing = new Markup('');

function written(value: MarkupValue): string {
  if (typeof value === 'number') return numberText(value);
  if (typeof value === 'string') return escaped(value);
  return value instanceof Markup ? value.toString() : value.join('');
}

/** Two places are less than anybody sees; no exponent, which not every attribute takes. */
const numberText = (value: number): string => String(Number(value.toFixed(2)));

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const escaped = (text: string): string =>
  safeLine(text).replace(/[&<>"']/g, (sign) => entities[sign] ?? sign);
