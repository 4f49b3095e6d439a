/** The colours of pictures of a terminal: a quiet dark theme, readable at WCAG AA or better. */

/** What lies under everything. */
export const paper = '#1b1f27';

/** What is written without a colour of its own. */
export const inkColour = '#dfe3ea';

/** The sixteen named colours, in the order of ANSI: black to white, then the bright ones. */
const namedColours = [
  '#2b313d',
  '#f2777a',
  '#8fce8a',
  '#f0c674',
  '#82aaff',
  '#d7a0e8',
  '#74cfd8',
  '#dfe3ea',
  '#8a92a3',
  '#ff9a9d',
  '#aee6a9',
  '#ffdd94',
  '#a6c3ff',
  '#e6bdf3',
  '#9be4eb',
  '#ffffff',
];

/** The steps of one channel in xterm's colour cube. */
const cubeSteps = [0, 95, 135, 175, 215, 255];

const channel = (value: number): string => value.toString(16).padStart(2, '0');

/**
 * @param index 0 to 255: the sixteen named colours, xterm's cube of 6x6x6, its ramp of greys
 * @returns the colour as `#rrggbb`
 */
export function paletteColour(index: number): string {
  const named = namedColours[index];
  if (named !== undefined) return named;
  if (index >= 232) return `#${channel(8 + (index - 232) * 10).repeat(3)}`;
  const cell = index - 16;
  return `#${[Math.floor(cell / 36), Math.floor(cell / 6) % 6, cell % 6]
    .map((step) => channel(cubeSteps[step] ?? 0))
    .join('')}`;
}
