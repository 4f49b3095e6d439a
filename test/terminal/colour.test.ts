import { describe, expect, it } from 'vitest';
import { type ColourChoice, resolveColour } from '../../src/terminal/colour.ts';

type Row = [string, ColourChoice | undefined, Record<string, string>, boolean, number];

describe('colour', () => {
  it.each<Row>([
    ['a terminal gets sixteen colours', undefined, { TERM: 'xterm' }, true, 1],
    ['a terminal that says so gets 256', 'auto', { TERM: 'xterm-256color' }, true, 2],
    [
      'a terminal that says so gets all',
      'auto',
      { TERM: 'xterm', COLORTERM: 'truecolor' },
      true,
      3,
    ],
    ['a file or a pipe gets none', undefined, { TERM: 'xterm-256color' }, false, 0],
    ['TERM=dumb gets none', undefined, { TERM: 'dumb', COLORTERM: 'truecolor' }, true, 0],
    ['NO_COLOR means none', undefined, { TERM: 'xterm', NO_COLOR: '1' }, true, 0],
    ['NO_COLOR=0 is set, so none', undefined, { TERM: 'xterm', NO_COLOR: '0' }, true, 0],
    ['an empty NO_COLOR is not set', undefined, { TERM: 'xterm', NO_COLOR: '' }, true, 1],
    ['FORCE_COLOR goes before NO_COLOR', undefined, { FORCE_COLOR: '1', NO_COLOR: '1' }, false, 1],
    ['FORCE_COLOR goes before TERM=dumb', undefined, { FORCE_COLOR: '2', TERM: 'dumb' }, false, 2],
    ['FORCE_COLOR=0 means none', undefined, { FORCE_COLOR: '0', TERM: 'xterm' }, true, 0],
    ['FORCE_COLOR=false means none', undefined, { FORCE_COLOR: 'false', TERM: 'xterm' }, true, 0],
    ['FORCE_COLOR=3 means all', undefined, { FORCE_COLOR: '3', TERM: 'xterm' }, false, 3],
    [
      'an empty FORCE_COLOR is as much as can be',
      undefined,
      { FORCE_COLOR: '', TERM: 'xterm-256color' },
      false,
      2,
    ],
    ['FORCE_COLOR=true too', undefined, { FORCE_COLOR: 'true' }, false, 1],
    ['--color=never goes before everything', 'never', { FORCE_COLOR: '3', TERM: 'xterm' }, true, 0],
    [
      '--color=always goes before everything',
      'always',
      { FORCE_COLOR: '0', NO_COLOR: '1' },
      false,
      1,
    ],
    ['--color=always as finely as the terminal can', 'always', { COLORTERM: '24bit' }, false, 3],
    [
      '--color=always even on TERM=dumb',
      'always',
      { TERM: 'dumb', COLORTERM: 'truecolor' },
      true,
      1,
    ],
  ])('%s', (_, flag, env, isTTY, level) => {
    expect(resolveColour({ flag, env, isTTY })).toBe(level);
  });
});
