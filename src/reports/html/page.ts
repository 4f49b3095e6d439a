import { createHash } from 'node:crypto';
import type { Messages } from '../../language/messages.ts';
import { madeText } from '../made-text.ts';
import type { Report, ReportPart } from '../report.ts';
import { createValueText } from '../value-text.ts';
import { chartOf } from './chart.ts';
import { Markup, markup, nothing } from './markup.ts';
import type { PageScene } from './page-scene.ts';
import { style } from './style.ts';
import { tableOf } from './table.ts';
import { tilesOf } from './tiles.ts';

/** Of all parts together: more nobody reads on paper, and the file can be sent. */
const MOST_ROWS = 600;

/**
 * A report as one page that needs nothing else: to be opened, sent, or printed on A4. It has no
 * script, loads nothing, and its policy allows nothing but its own style, so that nothing in it could
 * act whatever a customer wrote.
 * @returns the whole HTML file
 */
export function reportPage(report: Report, words: Messages): string {
  const mostRows = Math.floor(MOST_ROWS / Math.max(1, report.parts.length));
  const scene: PageScene = { words, values: createValueText(words), mostRows };
  const { title, period, business } = report;
  const named = [words.say('report.text.title', { title, period: period.text }), business];
  return `${markup`<!doctype html>
<html lang="${words.language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy()}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<title>${named.filter((part) => part !== '').join(' · ')}</title>
${sheet}
</head>
<body>
<main>
${headOf(report, words)}
${summaryFirst(report.parts).map((part, at) => partOf(part, `p${at + 1}`, scene))}
${definitionsOf(report, words)}
${footOf(report, words)}
</main>
</body>
</html>`}\n`;
}

const sheet = new Markup(`<style>${style}</style>`);

/** Nothing is allowed but the one style that has this hash (CSP Level 3). */
function policy(): string {
  const hash = createHash('sha256').update(style).digest('base64');
  return `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`;
}

/** What is looked at first stands first. */
const summaryFirst = (parts: readonly ReportPart[]): readonly ReportPart[] => [
  ...parts.filter(({ chart }) => chart?.kind === 'tiles'),
  ...parts.filter(({ chart }) => chart?.kind !== 'tiles'),
];

function headOf(
  { title, says, period, before, narrowedBy, business }: Report,
  words: Messages,
): Markup {
  const about = (text: string): Markup => markup`<p class="about">${text}</p>\n`;
  return markup`<header>
${business === '' ? nothing : markup`<p class="business">${business}</p>\n`}<h1>${title}</h1>
<p class="period">${period.text}</p>
<p class="says">${says}</p>
${before === undefined ? nothing : about(words.say('report.text.before', { period: before.text }))}${
  narrowedBy === '' ? nothing : about(words.say('report.text.narrowed', { narrowed: narrowedBy }))
}</header>`;
}

function partOf(part: ReportPart, id: string, scene: PageScene): Markup {
  const heading = markup`<h2 id="${id}">${part.title}</h2>`;
  const inside =
    part.rows.length === 0
      ? markup`<p class="quiet">${part.empty}</p>`
      : part.chart?.kind === 'tiles'
        ? tilesOf(part, part.chart, id, scene)
        : markup`${chartOf(part, id, scene)}${tableOf(part, id, scene)}`;
  return markup`<section aria-labelledby="${id}">
${heading}
${inside}
</section>
`;
}

function definitionsOf({ definitions }: Report, words: Messages): Markup {
  if (definitions.length === 0) return nothing;
  return markup`<section aria-labelledby="meaning">
<h2 id="meaning">${words.say('report.text.definitions')}</h2>
<dl>
${definitions.map(({ term, says }) => markup`<div><dt>${term}</dt><dd>${says}</dd></div>\n`)}</dl>
</section>`;
}

function footOf(report: Report, words: Messages): Markup {
  const made = madeText({ ...report, head: '' }, words);
  const head =
    report.head === ''
      ? nothing
      : markup`<p>${words.say('report.page.head')} <code>${report.head}</code></p>\n`;
  return markup`<footer>
<p>${made}</p>
${head}</footer>`;
}
