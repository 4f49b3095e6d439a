/** What this terminal can do, asked once at the start. */

/** As much of a stream as the question needs. */
export interface MaybeTerminal {
  readonly isTTY?: boolean | undefined;
}

/** What it depends on. */
export interface TerminalQuestion {
  readonly stdin: MaybeTerminal;
  readonly stdout: MaybeTerminal;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The terminal's size, where there is one. */
  readonly columns?: number | undefined;
  readonly rows?: number | undefined;
  /** `--accessible`. */
  readonly accessible?: boolean | undefined;
}

/** What follows from it. */
export interface TerminalCapability {
  /** Somebody is there to answer: questions may be asked. */
  readonly interactive: boolean;
  /** Screens may be drawn. */
  readonly fullScreen: boolean;
  /** Lines of text and numbered choices, no redrawing. */
  readonly accessible: boolean;
  /** 80 and 24 where the size is not known. */
  readonly columns: number;
  readonly rows: number;
  /** Signs beyond ASCII (✓ ▸ ─) will be seen as such. */
  readonly unicode: boolean;
}

/** Set, and not set to "no". */
function isOn(setting: string | undefined): boolean {
  return setting !== undefined && !['', '0', 'false', 'no', 'off'].includes(setting.toLowerCase());
}

/** Ink's rule: any `CI` but `0` and `false`, also an empty one, turns live drawing off. */
function isBuildMachine(ci: string | undefined): boolean {
  return ci !== undefined && ci !== '0' && ci !== 'false';
}

function hasUnicode({ env }: TerminalQuestion): boolean {
  const { LC_ALL, LC_CTYPE, LANG, TERM } = env;
  // The Linux console reads UTF-8 and has a font of 512 signs.
  if (TERM === 'linux') return false;
  const locale = LC_ALL || LC_CTYPE || LANG;
  // No locale at all is a container or Windows, and those terminals read UTF-8.
  return locale === undefined || locale === '' || /utf-?8/i.test(locale);
}

/**
 * Questions are asked only when stdin and stdout are both terminals. `TERM=dumb`,
 * `AMENDS_ACCESSIBLE` and `--accessible` ask for lines of text, and then no screen is drawn.
 */
export function describeTerminal(question: TerminalQuestion): TerminalCapability {
  const { stdin, stdout, env, columns, rows } = question;
  const { TERM, AMENDS_ACCESSIBLE, CI } = env;
  const interactive = stdin.isTTY === true && stdout.isTTY === true;
  const accessible = question.accessible === true || TERM === 'dumb' || isOn(AMENDS_ACCESSIBLE);
  return {
    interactive,
    fullScreen: interactive && !accessible && !isBuildMachine(CI),
    accessible,
    columns: columns || 80,
    rows: rows || 24,
    unicode: hasUnicode(question),
  };
}
