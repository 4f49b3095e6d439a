import type { Messages } from '../../language/messages.ts';
import { type Markup, markup, nothing } from './markup.ts';

/** What a picture is of, for those who do not see it (WAI-ARIA graphics as an image with a name). */
export interface Picture {
  /** Unique in the page. */
  readonly id: string;
  readonly title: string;
  /** What it shows, in a sentence. */
  readonly says: string;
  /** In pixels; the width is the page's. */
  readonly height: number;
  readonly drawn: readonly Markup[];
  readonly legend?: Markup;
  /** Beneath it. */
  readonly note?: string;
}

/** The frame of every picture. */
export const frameOf = ({ id, title, says, height, drawn, legend, note }: Picture): Markup =>
  markup`<figure>
${legend ?? nothing}<svg role="img" aria-labelledby="${id}-t ${id}-d" width="100%" height="${height}">
<title id="${id}-t">${title}</title>
<desc id="${id}-d">${says}</desc>
${drawn}</svg>
${note === undefined ? nothing : markup`<figcaption class="quiet">${note}</figcaption>\n`}</figure>
`;

/** So many rows are drawn; the table has all. */
export const MOST_BARS = 15;

/** @returns a note where not all rows are drawn. */
export const notAll = (shown: number, all: number, words: Messages): { readonly note?: string } =>
  shown === all ? {} : { note: words.say('report.page.first-rows', { shown, all }) };
