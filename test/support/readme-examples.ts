import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { inProject } from './project.ts';
import { runCommand } from './run-command.ts';
import { fromWebForm } from './sample-week.ts';

/** The pages in which commands are shown with what they say. */
export const pagesWithExamples = ['README.md', 'data/guide/scripts.md'] as const;
export type PageWithExamples = (typeof pagesWithExamples)[number];

/** A command of a page with what it says there. */
export interface Example {
  /** What stands behind `$ `. */
  readonly command: string;
  /** The lines beneath it, up to the next command. */
  readonly says: string;
}

/** The blocks of a page in which commands are shown with their output. */
const blocks = /```console\n([\s\S]*?)```/g;

/** The blocks of a page that are whole scripts. */
const scripts = /```sh\n(#![\s\S]*?)```/g;

const textOf = (page: PageWithExamples): string => readFileSync(inProject(page), 'utf8');

/** @returns all examples of a page, in order. */
export const examples = (page: PageWithExamples): readonly Example[] =>
  [...textOf(page).matchAll(blocks)].flatMap(([, block = '']) => examplesIn(block));

/** @returns the scripts of a page, in order; each begins with `#!`. */
export const scriptsOf = (page: PageWithExamples): readonly string[] =>
  [...textOf(page).matchAll(scripts)].map(([, script = '']) => script);

function examplesIn(block: string): readonly Example[] {
  return block
    .split(/^\$ /m)
    .slice(1)
    .map((part) => {
      const [command = '', ...lines] = part.trimEnd().split('\n');
      return { command, says: lines.join('\n') };
    });
}

/** Where the desk's own programs are, in front of the machine's. */
export const pathAt = (home: string): string =>
  [join(home, 'bin'), dirname(process.execPath), process.env['PATH'] ?? '/usr/bin:/bin'].join(
    delimiter,
  );

/** Puts the built program where a shell finds it as `amends`. */
export function amendsInPath(home: string): void {
  const folder = join(home, 'bin');
  const file = join(folder, 'amends');
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    file,
    `#!/bin/sh\nexec '${process.execPath}' '${inProject('bin/amends.js')}' "$@"\n`,
  );
  chmodSync(file, 0o755);
}

/**
 * Runs a command of a page on the sample desk, as a shell does; Sam is at the keys.
 * @param home made by `sampleDay`; files are written to it
 * @returns its exit code, and what it says as the page shows it
 */
export async function sayOf(
  { command }: Example,
  home: string,
): Promise<{ readonly code: number | null; readonly says: string }> {
  writeFileSync(join(home, 'complaint.yaml'), fromWebForm);
  const { code, stdout, stderr } = await runCommand(['sh', '-c', command], {
    home,
    cwd: home,
    env: { PATH: pathAt(home), AMENDS_AGENT: 'Sam' },
  });
  return { code, says: withoutChance(`${stdout}${stderr}`.trimEnd()) };
}

/**
 * Hashes differ from run to run, since every line of the log has salt in it; days are said as seen
 * from today. Both are shown as they were when the page was written.
 */
const withoutChance = (text: string): string =>
  text.replaceAll(/\b[0-9a-f]{64}\b/g, (hash) => `${hash.slice(0, 8)}…`);

/** @returns a text without what differs from day to day: hashes, spoken days, and the blanks around them. */
export const withoutDays = (text: string): string =>
  text
    .replaceAll(/\b[0-9a-f]{8}…|\b[0-9a-f]{8}$/gm, 'HASH')
    .replaceAll(
      /\b(?:today|yesterday|tomorrow|(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)\w* \d{1,2} \w{3,}(?: \d{4})?)\b/g,
      'DAY',
    )
    .replaceAll(/ {2,}/g, '  ');

/** Writes what the commands of a page say now into it. */
export async function writeExamples(page: PageWithExamples, home: string): Promise<void> {
  const text = textOf(page);
  let written = '';
  let end = 0;
  for (const match of text.matchAll(blocks)) {
    const said: string[] = [];
    for (const example of examplesIn(match[1] ?? '')) {
      const { says } = await sayOf(example, home);
      said.push(`$ ${example.command}\n${says}`.trimEnd());
    }
    written += `${text.slice(end, match.index)}\`\`\`console\n${said.join('\n')}\n\`\`\``;
    end = match.index + match[0].length;
  }
  writeFileSync(inProject(page), written + text.slice(end));
}
