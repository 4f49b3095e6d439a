import type { MappingFault } from '../../desk/import/mapping-file.ts';
import type { ImportFault } from '../../desk/import/prepare-import.ts';
import { presets } from '../../desk/import/presets.ts';
import type { Messages } from '../../language/messages.ts';
import { safeLine } from '../../terminal/safe-text.ts';
import type { Context } from '../context.ts';
import { type ExitCode, exitCodes } from '../exit-codes.ts';
import { Fault } from '../fault.ts';
import { orderText } from './tell-file.ts';

/** Says why a file cannot come in as it is said to be, and what to do next. */
export async function refuseFile(
  context: Context,
  file: string,
  found: ImportFault,
): Promise<ExitCode> {
  const words = await context.words();
  const lines: string[] = [];
  switch (found.fault) {
    case 'no-mapping': {
      const layouts = presets.map(({ name }) => name).join(', ');
      lines.push(
        words.say('cli.import.no-mapping', { file, layouts, columns: found.columns.join(', ') }),
      );
      break;
    }
    case 'missing-columns':
      lines.push(
        words.say('cli.import.missing-columns', {
          file,
          missing: found.missing.join(', '),
          columns: found.columns.join(', '),
        }),
      );
      break;
    case 'date-order':
      lines.push(words.say('cli.import.order-unclear', { file }));
      lines.push(...found.unclear.map((order) => `- ${orderText(words, order)}`));
      lines.push(words.say('cli.import.order-next'));
      break;
    default:
      lines.push(words.say(`cli.import.${found.fault}`, { file }));
  }
  const [first = '', ...rest] = lines.join('\n').split('\n');
  await context.tell([`amends: ${first}`, ...rest].map(safeLine));
  return exitCodes.usage;
}

/** @returns the fault of a mapping file, with everything that is wrong in it. */
export function refuseMapping(
  words: Messages,
  file: string,
  faults: readonly MappingFault[],
): Fault {
  const told = faults.map(({ code, at, facts, line }) => {
    const text = words.say(`import.mapping.${code}`, facts);
    const place = [line === undefined ? file : `${file}:${line}`, ...(at === '' ? [] : [at])];
    return `- ${place.join(' ')}: ${text}`;
  });
  return new Fault('usage', 'import-mapping', { file, faults: told.join('\n') });
}
