import type { MessageKey, Messages } from '../../language/messages.ts';
import type { RowProblem } from './row-problem.ts';

/** @returns why a row does not come in, in one line, with the field that it is about. */
export function problemText(words: Messages, { code, facts = {}, field }: RowProblem): string {
  const key: MessageKey = `import.problem.${code}`;
  const text = words.say(key, { where: 'none', ...shortened(facts) });
  return field === undefined ? text : `${field}: ${text}`;
}

const longest = 60;

/** A cell of megabytes is not told as a whole. */
const shortened = (facts: NonNullable<RowProblem['facts']>) =>
  Object.fromEntries(
    Object.entries(facts).map(([name, value]) => [
      name,
      typeof value === 'string' && value.length > longest && name === 'text'
        ? `${value.slice(0, longest).toWellFormed()}…`
        : value,
    ]),
  );
