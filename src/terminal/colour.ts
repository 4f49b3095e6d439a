/** Whether to colour, and how finely: decided once a stream, before anything draws. */

/** chalk's levels: 0 none, 1 sixteen colours, 2 256 colours, 3 sixteen million. */
export type ColourLevel = 0 | 1 | 2 | 3;

/** What `--color` takes. */
export type ColourChoice = 'auto' | 'always' | 'never';

/** What it depends on. */
export interface ColourQuestion {
  /** `--color`; none is as `auto`. */
  readonly flag?: ColourChoice | undefined;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Whether the stream in question (not some other) is a terminal. */
  readonly isTTY: boolean;
}

/** What the terminal can show, by its own account. */
function levelOfTerminal(env: ColourQuestion['env']): ColourLevel {
  const { COLORTERM = '', TERM = '' } = env;
  if (/^(truecolor|24bit)$/i.test(COLORTERM)) return 3;
  if (/-(direct|truecolor)$/.test(TERM)) return 3;
  if (/-256(color)?$/i.test(TERM)) return 2;
  return 1;
}

function atLeastSixteen(env: ColourQuestion['env']): ColourLevel {
  const { TERM } = env;
  return TERM === 'dumb' ? 1 : levelOfTerminal(env);
}

/**
 * `FORCE_COLOR` as Node and chalk read it: `0` and `false` for none, `1` to `3` for a level, anything
 * else (also empty) for as much as the terminal can.
 */
function forcedLevel(forced: string, env: ColourQuestion['env']): ColourLevel {
  switch (forced) {
    case '0':
    case 'false':
      return 0;
    case '1':
      return 1;
    case '2':
      return 2;
    case '3':
      return 3;
    default:
      return atLeastSixteen(env);
  }
}

/**
 * The first that has something to say decides: `--color`, `FORCE_COLOR`, `NO_COLOR` (an empty one
 * counts as unset: no-color.org), `TERM=dumb`, then whether the stream is a terminal.
 */
export function resolveColour({ flag, env, isTTY }: ColourQuestion): ColourLevel {
  const { FORCE_COLOR, NO_COLOR, TERM } = env;
  if (flag === 'never') return 0;
  if (flag === 'always') return atLeastSixteen(env);
  if (FORCE_COLOR !== undefined) return forcedLevel(FORCE_COLOR, env);
  if (NO_COLOR) return 0;
  if (TERM === 'dumb') return 0;
  return isTTY ? levelOfTerminal(env) : 0;
}
