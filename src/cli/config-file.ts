import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { readYaml } from '../playbook/read-yaml.ts';
import type { ColourChoice } from '../terminal/colour.ts';
import { Fault } from './fault.ts';
import { similarTo } from './similar.ts';

/** What a config file may say: the same as the options of these names. */
export interface Config {
  readonly db?: string;
  readonly as?: string;
  readonly lang?: string;
  readonly playbook?: string;
  readonly color?: ColourChoice;
}

const keys = ['db', 'as', 'lang', 'playbook', 'color'] as const;
type Key = (typeof keys)[number];
const colours: readonly string[] = ['auto', 'always', 'never'] satisfies ColourChoice[];

/**
 * Reads a config file: YAML with a text for each key. Paths in it are taken from its own folder.
 * @throws Fault `usage` that names file, line and key
 */
export function readConfigFile(file: string): Config {
  const read = readYaml(file, textOf(file));
  if (!read.ok) {
    const [fault] = read.faults;
    if (fault === undefined || fault.code === 'empty_file') return {};
    const reason = String(fault.facts['reason'] ?? fault.code);
    throw new Fault('usage', 'config-broken', { file, line: String(fault.line ?? 1), reason });
  }
  const { value, placeOf } = read.tree;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new Fault('usage', 'config-broken', { file, line: '1', reason: 'key: value' });
  }
  const config: Partial<Record<Key, string>> = {};
  for (const [name, given] of Object.entries(value)) {
    const line = String(placeOf([name], 'key').line);
    const key = keys.find((known) => known === name);
    if (key === undefined) {
      const known = keys.join(', ');
      throw new Fault(
        'usage',
        'config-key',
        { file, line, key: name, known },
        similarTo(name, keys),
      );
    }
    if (typeof given !== 'string' || given === '') {
      throw new Fault('usage', 'config-text', { file, line, key: name });
    }
    if (key === 'color' && !colours.includes(given)) {
      throw new Fault('usage', 'config-colour', { file, line, given, known: colours.join(', ') });
    }
    config[key] = key === 'db' || key === 'playbook' ? resolve(dirname(file), given) : given;
  }
  return config as Config;
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    throw new Fault('usage', 'config-unreadable', { file, reason });
  }
}
