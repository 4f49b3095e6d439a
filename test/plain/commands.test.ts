import { describe, expect, test } from 'vitest';
import { type PromptKind, readEntry } from '../../src/plain/commands.ts';

const read = (line: string, prompt: PromptKind) => {
  const entry = readEntry(line, prompt, prompt === 'passage' ? ['again'] : []);
  if (entry.kind === 'text') return entry.text;
  return entry.kind === 'end' ? 'THE END' : entry.command.toUpperCase();
};

describe('what is typed at a prompt', () => {
  test.each([
    ['b', 'BACK'],
    [' B ', 'BACK'],
    ['back', 'BACK'],
    ['/b', 'BACK'],
    ['u', 'UNDO'],
    ['h', 'HELP'],
    ['known', 'KNOWN'],
    ['leave', 'LEAVE'],
    ['3', '3'],
    ['tomorrow', 'tomorrow'],
    ['b 3', 'b 3'],
    ['wait for me', 'wait for me'],
  ])('where a number is chosen or a date typed, %j is %j', (line, expected) => {
    expect(read(line, 'choose')).toBe(expected);
  });

  test.each([
    ['b', 'b'],
    ['leave', 'leave'],
    ['/leave', 'LEAVE'],
    ['/b', 'BACK'],
    ['/b please', '/b please'],
    ['please /b', 'please /b'],
    ['\\/b', '/b'],
    ['\\\\/b', '\\/b'],
    ['\\server', '\\server'],
    ['\\\\server', '\\\\server'],
    ['.', '.'],
    ['/again', '/again'],
    ['/constructor', '/constructor'],
  ])('where a line of text is written, %j is %j', (line, expected) => {
    expect(read(line, 'write')).toBe(expected);
  });

  test.each([
    ['.', 'THE END'],
    [' . ', 'THE END'],
    ['..', '..'],
    ['\\.', '.'],
    ['\\\\.', '\\.'],
    ['/again', 'AGAIN'],
    ['  indented', '  indented'],
    ['', ''],
  ])('in a text of several lines, %j is %j', (line, expected) => {
    expect(read(line, 'passage')).toBe(expected);
  });
});
