import { dirname, join } from 'node:path';

/** Environment variables of a program; `undefined` takes one away. */
export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The environment of a fresh machine: nothing of the one the tests run in, and so no `CI` (any
 * value of which stops Ink from drawing), no `NODE_ENV`, no colour wishes, no `AMENDS_*`.
 * @param home the folder to live in; data and settings go below it
 * @param changes what is different from that
 */
export function cleanEnvironment(home: string, changes: Environment = {}): Record<string, string> {
  const { PATH: path = '/usr/bin:/bin' } = process.env;
  const environment: Environment = {
    PATH: `${dirname(process.execPath)}:${path}`,
    HOME: home,
    XDG_DATA_HOME: join(home, 'share'),
    XDG_CONFIG_HOME: join(home, 'config'),
    LANG: 'C.UTF-8',
    TZ: 'UTC',
    ...changes,
  };
  const known: Record<string, string> = {};
  for (const [name, value] of Object.entries(environment)) {
    if (value !== undefined) known[name] = value;
  }
  return known;
}
