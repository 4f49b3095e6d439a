import type { Cell, CellColour, EmulatedTerminal } from './emulated-terminal.ts';
import { inkColour, paletteColour, paper } from './picture-colours.ts';
import { linePath } from './picture-lines.ts';

export interface FramePictureOptions {
  /** What the picture shows, in a few words; also in the title bar when there is one. */
  readonly title: string;
  /** Whether to draw a window's title bar above the frame. It is, unless said otherwise. */
  readonly titleBar?: boolean;
}

/** Sizes in pixels. A cell is 0.6 of the font's size wide, as in the common monospace fonts. */
const cellWidth = 9;
const cellHeight = 19;
const fontSize = 15;
const baseline = 14;
const margin = 14;
const barHeight = 34;

const fonts =
  "ui-monospace, 'SF Mono', Menlo, Consolas, 'DejaVu Sans Mono', 'Noto Sans Mono', 'Noto Sans Thai', monospace";

/** How a cell is drawn, once reverse video is resolved. Cells of one look make one run. */
interface Look {
  readonly ink: string;
  /** Undefined where the paper shows through. */
  readonly ground: string | undefined;
  readonly bold: boolean;
  readonly dim: boolean;
  readonly italic: boolean;
  readonly underline: boolean;
  readonly strikethrough: boolean;
}

/** Cells of one look beside each other in a row. */
interface Run {
  readonly x: number;
  readonly look: Look;
  /** Whether it is made of rules and borders instead of characters to read. */
  readonly isLine: boolean;
  /** Whether it is one character that nothing may join, see `standsAlone`. */
  readonly isAlone: boolean;
  cells: number;
  text: string;
}

/**
 * @param text any text
 * @returns the text for XML 1.0: markup escaped, and characters XML cannot hold made `�`
 */
export function escapeXml(text: string): string {
  return text
    .toWellFormed()
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '\ufffd')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;');
}

function lookOf(cell: Cell): Look {
  const colour = (asked: CellColour): string | undefined =>
    typeof asked === 'number' ? paletteColour(asked) : asked === 'default' ? undefined : asked;
  const foreground = colour(cell.foreground);
  const background = colour(cell.background);
  const { bold, dim, italic, underline, strikethrough } = cell;
  const weight = { bold, dim, italic, underline, strikethrough };
  return cell.inverse
    ? { ink: background ?? paper, ground: foreground ?? inkColour, ...weight }
    : { ink: foreground ?? inkColour, ground: background, ...weight };
}

const sameLook = (one: Look, other: Look): boolean =>
  (Object.keys(one) as (keyof Look)[]).every((part) => one[part] === other[part]);

/**
 * Wide characters and characters beyond the common monospace fonts stand in a run of their own: no
 * font that is found for them can then push what follows out of its column.
 */
const standsAlone = (cell: Cell): boolean =>
  cell.width === 2 || !/^[\u0020-\u052f\u2010-\u203a\u2500-\u25ff]?$/u.test(cell.char);

function runsOf(screen: EmulatedTerminal, y: number): Run[] {
  const runs: Run[] = [];
  for (let x = 0; x < screen.columns; x += 1) {
    const cell = screen.cell(x, y);
    if (cell.width === 0) continue;
    const look = lookOf(cell);
    const isAlone = standsAlone(cell);
    const isLine = linePath(cell.char, cellWidth, cellHeight) !== undefined;
    const last = runs.at(-1);
    const text = cell.char === '' ? ' ' : cell.char;
    if (
      last !== undefined &&
      !last.isAlone &&
      !isAlone &&
      last.isLine === isLine &&
      sameLook(last.look, look)
    ) {
      last.cells += cell.width;
      last.text += text;
    } else {
      runs.push({ x, look, isLine, isAlone, cells: cell.width, text });
    }
  }
  return runs;
}

function drawGround({ x, cells, look }: Run, y: number): string {
  if (look.ground === undefined) return '';
  const place = `x="${x * cellWidth}" y="${y * cellHeight}"`;
  return `<rect ${place} width="${cells * cellWidth}" height="${cellHeight}" fill="${look.ground}"/>`;
}

/** Rules and borders are drawn, not written: glyphs of most fonts leave gaps between the rows. */
function drawLines({ x, look, text }: Run, y: number): string {
  const paths = Array.from(text, (char, index) => {
    const path = linePath(char, cellWidth, cellHeight);
    return (
      path &&
      `<path transform="translate(${(x + index) * cellWidth} ${y * cellHeight})" d="${path}"/>`
    );
  }).join('');
  const dim = look.dim ? ' opacity="0.62"' : '';
  const width = look.bold ? 2.4 : 1.2;
  return `<g fill="none" stroke="${look.ink}" stroke-width="${width}"${dim}>${paths}</g>`;
}

function drawText(run: Run, y: number): string {
  if (run.isLine) return drawLines(run, y);
  const { x, cells, look, text } = run;
  const drawn = text.trim() === '' && !look.underline && !look.strikethrough ? '' : text;
  if (drawn === '') return '';
  const lines = [look.underline && 'underline', look.strikethrough && 'line-through'];
  const decoration = lines.filter((line) => line !== false).join(' ');
  const style = [
    look.ink === inkColour ? '' : ` fill="${look.ink}"`,
    look.bold ? ' font-weight="bold"' : '',
    look.italic ? ' font-style="italic"' : '',
    look.dim ? ' opacity="0.62"' : '',
    decoration === '' ? '' : ` text-decoration="${decoration}"`,
  ].join('');
  const place = `x="${x * cellWidth}" y="${y * cellHeight + baseline}"`;
  // One cluster needs no stretching, and some renderers would pull its marks off its letter.
  const length = run.isAlone
    ? ''
    : ` textLength="${cells * cellWidth}" lengthAdjust="spacingAndGlyphs"`;
  // Said of each text: the browsers' own style sheets say something else of it than of a group.
  return `<text xml:space="preserve" ${place}${length}${style}>${escapeXml(drawn)}</text>`;
}

function drawCursor(screen: EmulatedTerminal): string {
  const { x, y, visible } = screen.cursor();
  if (!visible || x >= screen.columns) return '';
  const place = `x="${x * cellWidth}" y="${y * cellHeight}"`;
  return `<rect ${place} width="2" height="${cellHeight}" fill="${inkColour}"/>`;
}

function drawBar(width: number, title: string): string {
  const dots = [22, 42, 62].map((x) => `<circle cx="${x}" cy="17" r="5.5" fill="#4a5160"/>`);
  const name = `<text x="${width / 2}" y="22" text-anchor="middle" fill="#8b93a3" font-size="13">${escapeXml(title)}</text>`;
  return dots.join('') + name;
}

/**
 * Draws what an emulated terminal shows as a picture that needs nothing else: no script, no font,
 * no link. Each run of one look lies at its own column, stretched to its own cells, so that it
 * lines up in whatever monospace font the reader has. The text is in `<desc>`, for people who
 * listen to the page.
 * @returns an SVG document
 */
export function framePicture(screen: EmulatedTerminal, options: FramePictureOptions): string {
  const bar = options.titleBar === false ? 0 : barHeight;
  const width = screen.columns * cellWidth + 2 * margin;
  const height = screen.rows * cellHeight + 2 * margin + bar;
  const rows = Array.from({ length: screen.rows }, (_, y) => runsOf(screen, y));
  const grounds = rows.flatMap((runs, y) => runs.map((run) => drawGround(run, y)));
  const texts = rows.flatMap((runs, y) => runs.map((run) => drawText(run, y)));
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-labelledby="title desc">`,
    `<title id="title">${escapeXml(options.title)}</title>`,
    `<desc id="desc">${escapeXml(screen.text())}</desc>`,
    `<rect width="${width}" height="${height}" rx="9" fill="${paper}"/>`,
    `<g font-family="${escapeXml(fonts)}" font-size="${fontSize}" fill="${inkColour}" xml:space="preserve" style="white-space:pre">`,
    bar === 0 ? '' : drawBar(width, options.title),
    `<g transform="translate(${margin} ${margin + bar})">`,
    ...grounds,
    ...texts,
    drawCursor(screen),
    '</g>',
    '</g>',
    '</svg>',
    '',
  ]
    .filter((part, index, all) => part !== '' || index === all.length - 1)
    .join('\n');
}
