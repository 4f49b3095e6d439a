import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { isAbsolute, join, resolve } from 'node:path';
import { LANGUAGE_TAGS, type LanguageTag, pickLanguage } from '../language/language-tag.ts';
import { type ColourChoice, type ColourLevel, resolveColour } from '../terminal/colour.ts';
import type { Config } from './config-file.ts';
import { Fault } from './fault.ts';

/** The environment, as the process has it. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** The global options as they were typed. */
export interface GlobalFlags {
  readonly db?: string;
  readonly config?: string;
  readonly as?: string;
  readonly lang?: string;
  readonly playbook?: string;
  readonly color?: ColourChoice;
  /** False with `--no-input`. */
  readonly input?: boolean;
  readonly accessible?: boolean;
  readonly quiet?: boolean;
}

/** What holds for this command: flags, then the environment, then the config file, then ours. */
export interface Settings {
  /** The database file; `named` when somebody said which. */
  readonly db: { readonly path: string; readonly named: boolean };
  readonly as: string | undefined;
  readonly language: LanguageTag;
  /** The owner's own playbook folder. */
  readonly playbook: string | undefined;
  /** Paths that were named by an option of this very command; `init` remembers the playbook. */
  readonly typed: { readonly db: string | undefined; readonly playbook: string | undefined };
  /** Where an own playbook is found without naming it. */
  readonly playbookHome: string;
  /** The config file, whether it is there or not. */
  readonly configFile: string;
  /** Of standard output, decided once, before anything draws. Standard error has none. */
  readonly colour: ColourLevel;
  /** Whether questions may be asked at all. */
  readonly input: boolean;
  readonly accessible: boolean;
  readonly quiet: boolean;
  /** How long to wait for another process's write, in milliseconds; `AMENDS_BUSY_MS`. */
  readonly busy: number | undefined;
}

/** As much of a process as the settings depend on. */
export interface Surroundings {
  readonly env: Environment;
  readonly outIsTerminal: boolean;
}

/**
 * Settles every global option.
 * @throws Fault `usage` for a config file that is not there or has a fault, an unknown language, a
 * colour or a waiting time that is none
 */
export async function settle(flags: GlobalFlags, around: Surroundings): Promise<Settings> {
  const { env } = around;
  const { AMENDS_DB, AMENDS_AGENT, AMENDS_PLAYBOOK, XDG_DATA_HOME, XDG_CONFIG_HOME } = env;
  const home = join(folderOr(XDG_CONFIG_HOME, '.config'), 'amends');
  const configFile = resolve(flags.config ?? join(home, 'config.yaml'));
  const config = await readConfig(configFile, flags.config !== undefined);
  const db = flags.db ?? (AMENDS_DB || config.db);
  const usual = join(home, 'playbook');
  const own = flags.playbook ?? (AMENDS_PLAYBOOK || config.playbook);
  return {
    db: {
      path: resolve(db ?? join(folderOr(XDG_DATA_HOME, '.local/share'), 'amends', 'amends.db')),
      named: db !== undefined,
    },
    as: flags.as ?? (AMENDS_AGENT || config.as),
    language: languageOf(flags.lang, config.lang, env),
    playbook: own === undefined ? (existsSync(usual) ? usual : undefined) : resolve(own),
    typed: {
      db: flags.db && resolve(flags.db),
      playbook: flags.playbook && resolve(flags.playbook),
    },
    playbookHome: usual,
    configFile,
    colour: resolveColour({
      flag: flags.color ?? config.color,
      env,
      isTTY: around.outIsTerminal,
    }),
    input: flags.input !== false,
    accessible: flags.accessible === true,
    quiet: flags.quiet === true,
    busy: waitOf(env),
  };
}

/**
 * @returns a folder that the environment names, else one of the home. A relative one is ignored, as
 *   the XDG Base Directory Specification says: there would be another record in every folder.
 */
const folderOr = (named: string | undefined, usual: string): string =>
  named !== undefined && isAbsolute(named) ? named : join(homedir(), usual);

/** The parser is loaded only when there is a file to read. */
async function readConfig(file: string, named: boolean): Promise<Config> {
  if (!named && !existsSync(file)) return {};
  const { readConfigFile } = await import('./config-file.ts');
  return readConfigFile(file);
}

function languageOf(flag: string | undefined, configured: string | undefined, env: Environment) {
  const { AMENDS_LANG } = env;
  // The config file goes behind the environment's own wish, and before the locale.
  const asked = flag ?? (AMENDS_LANG || configured);
  const { language, unknown } = pickLanguage(asked, env);
  if (unknown !== undefined) {
    throw new Fault('usage', 'unknown-language', {
      given: unknown,
      known: LANGUAGE_TAGS.join(', '),
    });
  }
  return language;
}

function waitOf({ AMENDS_BUSY_MS }: Environment): number | undefined {
  if (AMENDS_BUSY_MS === undefined || AMENDS_BUSY_MS === '') return undefined;
  if (!/^\d{1,7}$/.test(AMENDS_BUSY_MS)) {
    throw new Fault('usage', 'not-a-wait', { given: AMENDS_BUSY_MS });
  }
  return Number(AMENDS_BUSY_MS);
}
