import type { Context } from '../context.ts';
import type { MachineOutput } from './choose-output.ts';
import { csvLayout } from './csv.ts';
import type { Layout, OutputRecord } from './field.ts';
import { jsonLayout, jsonlLayout } from './json.ts';
import { plainLayout } from './plain.ts';
import { safeOnTerminal } from './safe-on-terminal.ts';

const layouts = { json: jsonLayout, jsonl: jsonlLayout, csv: csvLayout, plain: plainLayout };

type Pages = AsyncIterable<readonly OutputRecord[]> | Iterable<readonly OutputRecord[]>;

/**
 * Writes records for machines, a page at a time: each page has left before the next is read.
 * @throws Fault `usage` for a `--jq` expression that does not work; OutputClosed
 */
export async function writeRecords(
  context: Context,
  { format, fields, jq }: MachineOutput,
  pages: Pages,
): Promise<void> {
  const layout = layouts[format](fields);
  const out = safeOnTerminal(context);
  if (jq === undefined) {
    for await (const text of textOf(layout, pages)) await out.write(text);
    return;
  }
  // jq reads its input whole, and so it is gathered whole.
  const parts: string[] = [];
  for await (const text of textOf(layout, pages)) parts.push(text);
  const { runJq } = await import('./jq.ts');
  await out.write(await runJq(parts.join(''), jq));
}

async function* textOf(layout: Layout, pages: Pages): AsyncGenerator<string, void> {
  let pending = layout.begin;
  let none = true;
  for await (const page of pages) {
    for (const record of page) {
      pending += layout.record(record, none);
      none = false;
    }
    yield pending;
    pending = '';
  }
  yield pending + layout.end(none);
}
