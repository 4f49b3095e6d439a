import { Chalk } from 'chalk';
import type { SafeText } from '../../terminal/safe-text.ts';
import type { Context } from '../context.ts';

/** The few ways in which plain pages are set off. Colour never carries meaning alone. */
export interface Paint {
  heading(text: SafeText): SafeText;
  quiet(text: SafeText): SafeText;
}

/** @returns paint for standard output, as decided when the command began. */
export function paintFor({ settings }: Context): Paint {
  const chalk = new Chalk({ level: settings.colour });
  return {
    heading: (text) => chalk.bold(text) as SafeText,
    quiet: (text) => chalk.dim(text) as SafeText,
  };
}
