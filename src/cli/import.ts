import { readFile } from 'node:fs/promises';
import type { Desk } from '../desk/desk.ts';
import type { ImportFile } from '../desk/import/file-shape.ts';
import { importRows, type RowsImported } from '../desk/import/import-rows.ts';
import type { Mapping } from '../desk/import/mapping.ts';
import { readMapping } from '../desk/import/mapping-file.ts';
import { type PreparedImport, prepareImport } from '../desk/import/prepare-import.ts';
import { problemText } from '../desk/import/problem-text.ts';
import { readRows } from '../desk/import/read-rows.ts';
import { rememberAgent } from '../desk/set-up.ts';
import type { Context } from './context.ts';
import { type ExitCode, exitCodes } from './exit-codes.ts';
import { Fault } from './fault.ts';
import { type ImportFlags, type ReadFlags, readImportFlags } from './import/import-flags.ts';
import { type ImportSource, importSource } from './import/import-source.ts';
import { startProgress } from './import/progress.ts';
import { refuseFile, refuseMapping } from './import/refuse-file.ts';
import { Rejects, rejectsBeside } from './import/rejects.ts';
import { fileLines, previewLines } from './import/tell-file.ts';
import { importJson, importLines } from './import/tell-import.ts';
import { deskFor } from './open-desk.ts';

/**
 * Brings complaints in from a file: what is right comes in, what is not goes into a file of rejected
 * rows with the reason, and what is here already is known by its number there.
 */
export async function importFile(
  context: Context,
  flags: ImportFlags,
  [file]: readonly string[],
): Promise<ExitCode> {
  if (file === undefined) throw new Fault('usage', 'import-no-file');
  const read = readImportFlags(flags);
  const mapping = await mappingFor(context, flags, read);
  const stop = stopBySignal();
  const source = await importSource(context, file);
  try {
    if (flags.suggest === true) {
      const { suggest } = await import('./import/suggest.ts');
      return await suggest(context, source, { file, read, flags });
    }
    const desk = await deskFor(context.settings);
    try {
      const said = { ...read, mapping, source: flags.source, formulaGuard: flags.formulaGuard };
      const prepared = await prepareImport(desk, stoppable(source, stop.signal), said);
      if ('fault' in prepared) return await refuseFile(context, file, prepared);
      return await bringIn(context, { desk, source, prepared, flags, file, signal: stop.signal });
    } finally {
      await desk.store.close();
    }
  } finally {
    stop.forget();
    await source.remove();
  }
}

interface Bringing {
  readonly desk: Desk;
  readonly source: ImportSource;
  readonly prepared: PreparedImport;
  readonly flags: ImportFlags;
  readonly file: string;
  readonly signal: AbortSignal;
}

async function bringIn(context: Context, bringing: Bringing): Promise<ExitCode> {
  const { desk, source, prepared, flags, file, signal } = bringing;
  const words = await context.words();
  const dryRun = flags.dryRun === true;
  if (!flags.json) for (const line of fileLines(words, prepared)) await context.note(line);
  if (!dryRun) await rememberAgent(desk);
  const progress = await startProgress(context, source);
  const rejects =
    dryRun && flags.rejects === undefined
      ? undefined
      : new Rejects(flags.rejects ?? rejectsBeside(file, prepared.shape), prepared.shape);
  let done: RowsImported;
  let kept = false;
  try {
    done = await importRows(readRows(source, prepared.facts), {
      writer: await desk.store.importWriter(),
      system: prepared.mapping.source,
      agent: desk.agent.name,
      now: desk.now(),
      how: dryRun ? 'rehearsal' : flags.atomic === true ? 'atomic' : 'batches',
      signal,
      onRefused: async (row, problem) => rejects?.add(row, problemText(words, problem)),
      onProgress: progress.tell,
    });
    kept = (await rejects?.keep()) === true;
  } finally {
    await rejects?.drop();
    await progress.end();
  }
  const own = prepared.mapping.exact === true;
  const told = { file, dryRun, own, ...(kept && rejects ? { rejects: rejects.path } : {}) };
  if (flags.json) await context.out.write(`${importJson(words, done, prepared, told)}\n`);
  else {
    const lines = importLines(words, done, told);
    if (dryRun) {
      const shown = [...lines, ...previewLines(words, done.first, prepared.zone)];
      await context.out.write(`${shown.join('\n')}\n`);
    } else for (const line of lines) await context.note(line);
  }
  if (done.stopped) return exitCodes.cancelled;
  return done.refused > 0 ? exitCodes.failed : exitCodes.done;
}

async function mappingFor(
  context: Context,
  { mapping: file }: ImportFlags,
  { preset }: ReadFlags,
): Promise<Mapping | undefined> {
  if (file === undefined) return preset?.mapping;
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    throw new Fault('usage', 'cannot-read-file', { file, reason });
  }
  const read = readMapping(text);
  if (read.ok) return read.mapping;
  const words = await context.words();
  throw refuseMapping(words, file, read.faults);
}

/** Ctrl+C, `kill` and a closed window end the import behind the transaction in hand. */
function stopBySignal(): { readonly signal: AbortSignal; forget(): void } {
  const stop = new AbortController();
  const stopped = (): void => stop.abort();
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  for (const signal of signals) process.on(signal, stopped);
  const forget = (): void => {
    for (const signal of signals) process.off(signal, stopped);
  };
  return { signal: stop.signal, forget };
}

/** Before anything is written there is nothing to be told of how far it came. */
function stoppable(file: ImportFile, signal: AbortSignal): ImportFile {
  const open = async function* (): AsyncGenerator<Uint8Array, void> {
    for await (const bytes of file.open()) {
      if (signal.aborted) throw new Fault('cancelled', 'import-stopped');
      yield bytes;
    }
  };
  return { ...file, open };
}
