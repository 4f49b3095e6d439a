import { expect, test } from 'vitest';
import { commandsIn } from '../../src/cli/named-command.ts';
import { commandNames } from '../../src/cli/stray-operand.ts';

const lines: readonly [line: string, described: readonly string[]][] = [
  ['', ['today']],
  ['today --json', ['today']],
  ['--json', ['today']],
  ['lsit', ['today']],
  ['list', ['list', 'today']],
  ['--as note list', ['list', 'today']],
  ['--db=note.db -q list --text search', ['list', 'today']],
  ['promise keep 1001', ['promise', 'today']],
  ['help promise', ['promise', 'today']],
  ['help', commandNames],
  ['help lsit', commandNames],
  ['--help', commandNames],
  ['--help list', commandNames],
];

test.for(lines)('“amends %s” describes no more commands than it needs', ([line, described]) => {
  const args = line.split(' ').filter((arg) => arg !== '');
  expect(commandsIn(args)).toEqual(described);
});
