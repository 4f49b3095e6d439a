import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inProject } from './project.ts';
import { amendsCommand } from './run-amends.ts';
import { runCommand } from './run-command.ts';
import { kettle } from './sample-home.ts';

const readme = inProject('README.md');

/** A command of the README with what it says there. */
export interface Example {
  /** What stands behind `$ `. */
  readonly command: string;
  /** The lines beneath it, up to the next command. */
  readonly says: string;
}

/** The blocks of the README in which commands are shown with their output. */
const blocks = /```console\n([\s\S]*?)```/g;

/** @returns all examples of the README, in order. */
export const examples = (): readonly Example[] =>
  [...readFileSync(readme, 'utf8').matchAll(blocks)].flatMap(([, block = '']) => examplesIn(block));

function examplesIn(block: string): readonly Example[] {
  return block
    .split(/^\$ /m)
    .slice(1)
    .map((part) => {
      const [command = '', ...lines] = part.trimEnd().split('\n');
      return { command, says: lines.join('\n') };
    });
}

/**
 * Runs a command of the README on the sample desk.
 * @param home a sample home; files are written to it
 * @returns its exit code, and what it says as the README shows it
 */
export async function sayOf(
  { command }: Example,
  home: string,
): Promise<{ readonly code: number | null; readonly says: string }> {
  writeFileSync(join(home, 'complaint.yaml'), kettle);
  const args = command.match(/'[^']*'|\S+/g)?.map((word) => word.replaceAll("'", '')) ?? [];
  const { code, stdout, stderr } = await runCommand([...amendsCommand, ...args.slice(1)], {
    home,
    cwd: home,
  });
  return { code, says: withoutChance(`${stdout}${stderr}`.trimEnd()) };
}

/**
 * Hashes differ from run to run, since every line of the log has salt in it; days are said as seen
 * from today. Both are shown as they were when the README was written.
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

/** Writes what the commands say now into the README. */
export async function writeExamples(home: string): Promise<void> {
  const text = readFileSync(readme, 'utf8');
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
  writeFileSync(readme, written + text.slice(end));
}
