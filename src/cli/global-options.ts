import type { Command } from 'commander';
import type { ColourChoice } from '../terminal/colour.ts';
import { Fault } from './fault.ts';

const colours: readonly string[] = ['auto', 'always', 'never'] satisfies ColourChoice[];

/** Adds the options that every command takes, before its name or behind it. */
export function addGlobalOptions(program: Command): void {
  program
    .option('--db <file>', '')
    .option('--config <file>', '')
    .option('--as <agent>', '')
    .option('--lang <tag>', '')
    .option('--playbook <folder>', '')
    .option('--color <when>', '', readColour)
    .option('--no-input', '')
    .option('--accessible', '')
    .option('-q, --quiet', '');
}

function readColour(given: string): ColourChoice {
  if (colours.includes(given)) return given as ColourChoice;
  throw new Fault('usage', 'unknown-colour', { given, known: colours.join(', ') });
}
