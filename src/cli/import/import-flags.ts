import { type DateOrder, dateOrders } from '../../desk/import/date-text.ts';
import { type Encoding, encodingNamed, encodings } from '../../desk/import/encoding.ts';
import { isZone } from '../../desk/import/mapping-file.ts';
import { type Preset, presets } from '../../desk/import/presets.ts';
import { Fault } from '../fault.ts';
import { similarTo } from '../similar.ts';

export interface ImportFlags {
  readonly preset?: string;
  readonly mapping?: string;
  readonly suggest?: boolean;
  readonly source?: string;
  readonly encoding?: string;
  readonly delimiter?: string;
  readonly dateOrder?: string;
  readonly zone?: string;
  readonly dryRun?: boolean;
  readonly atomic?: boolean;
  readonly rejects?: string;
  readonly json?: boolean;
  /** False with `--no-formula-guard`. */
  readonly formulaGuard?: boolean;
}

/** The flags, read. */
export interface ReadFlags {
  readonly preset: Preset | undefined;
  readonly encoding: Encoding | undefined;
  readonly delimiter: string | undefined;
  readonly dateOrder: DateOrder | undefined;
  readonly zone: string | undefined;
}

const delimiterNames: Readonly<Record<string, string>> = {
  comma: ',',
  semicolon: ';',
  tab: '\t',
  '\\t': '\t',
  pipe: '|',
};

/** @throws Fault `usage` for a value that is none, or two flags that do not go together */
export function readImportFlags(flags: ImportFlags): ReadFlags {
  if (flags.preset !== undefined && flags.mapping !== undefined) {
    throw new Fault('usage', 'import-two-mappings');
  }
  if (flags.suggest === true && (flags.dryRun === true || flags.atomic === true)) {
    throw new Fault('usage', 'import-suggest-alone');
  }
  const preset = presets.find(({ name }) => name === flags.preset);
  if (flags.preset !== undefined && preset === undefined) {
    throw unknown(
      'preset',
      flags.preset,
      presets.map(({ name }) => name),
    );
  }
  const encoding = flags.encoding === undefined ? undefined : encodingNamed(flags.encoding);
  if (flags.encoding !== undefined && encoding === undefined) {
    throw unknown('encoding', flags.encoding, encodings);
  }
  const dateOrder = dateOrders.find((order) => order === flags.dateOrder);
  if (flags.dateOrder !== undefined && dateOrder === undefined) {
    throw unknown('date-order', flags.dateOrder, dateOrders);
  }
  if (flags.zone !== undefined && !isZone(flags.zone)) {
    throw new Fault('usage', 'unknown-zone', { given: flags.zone });
  }
  const delimiter = delimiterNames[flags.delimiter ?? ''] ?? flags.delimiter;
  if (delimiter !== undefined && (delimiter.length !== 1 || /["\r\n\p{L}\p{N}]/u.test(delimiter))) {
    throw new Fault('usage', 'import-delimiter', { given: delimiter });
  }
  return { preset, encoding, delimiter, dateOrder, zone: flags.zone };
}

const unknown = (flag: string, given: string, known: readonly string[]): Fault =>
  new Fault(
    'usage',
    'unknown-choice',
    { option: `--${flag}`, given, known: known.join(', ') },
    similarTo(given, known),
  );
