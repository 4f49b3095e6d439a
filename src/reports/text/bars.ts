import { type SafeText, safeLine } from '../../terminal/safe-text.ts';
import { squeezed } from '../figure.ts';

const eighths = ['', '▏', '▎', '▍', '▌', '▋', '▊', '▉'];
const steps = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];
const shades = ['·', '░', '▒', '▓', '█'];

/**
 * A bar, to an eighth of a column.
 * @param share of the whole width, 0 to 1; anything above 0 shows
 * @returns exactly `columns` wide
 */
export function bar(share: number, columns: number): SafeText {
  const filled = Math.max(share > 0 ? 1 : 0, Math.round(held(share) * columns * 8));
  const whole = Math.floor(filled / 8);
  const drawn = '█'.repeat(whole) + (eighths[filled % 8] ?? '');
  return safeLine(drawn + ' '.repeat(columns - whole - (filled % 8 === 0 ? 0 : 1)));
}

/** A bar with a mark at another share of the width: the running sum of a Pareto chart. */
export function barWithMark(share: number, mark: number, columns: number): SafeText {
  const at = Math.min(columns - 1, Math.round(held(mark) * (columns - 1)));
  const cells = [...bar(share, columns)];
  cells[at] = '●';
  return safeLine(cells.join(''));
}

/**
 * A line in one row of a terminal; a gap where nothing was counted.
 * @param sizes one after the other; more than there is room for are put together by their mean
 */
export function sparkline(sizes: readonly (number | undefined)[], columns: number): SafeText {
  const shown = squeezed(sizes, columns);
  const most = Math.max(...shown.map((size) => size ?? 0), 0);
  const step = (size: number): string => {
    const share = most === 0 ? 0 : Math.max(0, size) / most;
    return steps[Math.min(steps.length - 1, Math.round(share * (steps.length - 1)))] ?? '';
  };
  return safeLine(shown.map((size) => (size === undefined ? ' ' : step(size))).join(''));
}

/** How much one cell of a heat map is of the most in it, 0 to 1: a sign that is darker for more. */
export function shade(share: number): SafeText {
  const at = share <= 0 ? 0 : Math.max(1, Math.ceil(held(share) * (shades.length - 1)));
  return safeLine(shades[at] ?? '');
}

const held = (share: number): number => Math.min(1, Math.max(0, share));
