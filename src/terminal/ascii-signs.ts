import type { SafeText } from './safe-text.ts';

/**
 * The signs of our own texts and screens, each with the one that stands for it where a terminal shows
 * ASCII only. One column for one, so that no row changes its width.
 */
const asciiOf: Readonly<Record<string, string>> = {
  '“': '"',
  '”': '"',
  '„': '"',
  '‘': "'",
  '’': "'",
  '–': '-',
  '—': '-',
  '…': '~',
  '·': '.',
  '─': '-',
  '│': '|',
  '▸': '>',
  '✓': '+',
  '→': '>',
  '←': '<',
  '↑': '^',
  '↓': 'v',
  '↵': '/',
  '‹': '<',
  '›': '>',
  '◌': 'o',
  '\u2009': ' ',
  '−': '-',
  '±': '~',
  '●': 'o',
  '▏': ' ',
  '▎': ' ',
  '▍': '-',
  '▌': '=',
  '▋': '=',
  '▊': '#',
  '▉': '#',
  '▁': '_',
  '▂': '.',
  '▃': '-',
  '▄': '=',
  '▅': '+',
  '▆': '*',
  '▇': '%',
  '█': '#',
  '░': ',',
  '▒': ':',
  '▓': '%',
};

const SIGNS = new RegExp(`[${Object.keys(asciiOf).join('')}]`, 'gu');

/**
 * Writes our signs in ASCII; letters stay what they are, whatever a terminal makes of them.
 * @param text what is about to be printed, never what is about to be stored
 * @returns text of the same width
 */
export const inAscii = (text: SafeText): SafeText =>
  text.replace(SIGNS, (sign) => asciiOf[sign] ?? sign) as SafeText;
