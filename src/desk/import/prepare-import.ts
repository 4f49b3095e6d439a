import type { Desk } from '../desk.ts';
import type { OrderFound } from './date-order.ts';
import type { DateOrder } from './date-text.ts';
import { findOrders } from './file-orders.ts';
import {
  type FileShape,
  findShape,
  type ImportFile,
  type ShapeFault,
  type ShapeSaid,
} from './file-shape.ts';
import { columnsIn, type Mapping } from './mapping.ts';
import { type Preset, presetFor } from './presets.ts';
import type { ReadingFacts } from './reading-facts.ts';
import { RowFields } from './row-fields.ts';

/** What somebody knows of a file better than the program finds out. */
export interface ImportSaid extends ShapeSaid {
  /** A layout by its name, or the mapping of a file. */
  readonly mapping?: Mapping | undefined;
  readonly source?: string | undefined;
  readonly zone?: string | undefined;
  readonly dateOrder?: DateOrder | undefined;
  /** False where our own export was written without its guard against formulas. */
  readonly formulaGuard?: boolean | undefined;
}

/** A file that is ready to come in. */
export interface PreparedImport {
  readonly shape: FileShape;
  readonly mapping: Mapping;
  /** The layout it was recognised as. */
  readonly recognised: Preset['name'] | undefined;
  readonly orders: readonly OrderFound[];
  readonly zone: string;
  readonly facts: ReadingFacts;
}

/** Why a file cannot come in as it is said to be. */
export type ImportFault =
  | { readonly fault: ShapeFault }
  | { readonly fault: 'no-mapping'; readonly columns: readonly string[] }
  | {
      readonly fault: 'missing-columns';
      readonly missing: readonly string[];
      readonly columns: readonly string[];
    }
  | { readonly fault: 'date-order'; readonly unclear: readonly OrderFound[] };

const HOUR = 3_600_000;

/** Finds out everything about a file that has to be settled before its first row comes in. */
export async function prepareImport(
  desk: Desk,
  file: ImportFile,
  said: ImportSaid,
): Promise<PreparedImport | ImportFault> {
  const shape = await findShape(file, said);
  if ('fault' in shape) return shape;
  const recognised = said.mapping === undefined ? presetFor(shape.columns) : undefined;
  const given = said.mapping ?? recognised?.mapping;
  if (given === undefined) return { fault: 'no-mapping', columns: shape.columns };
  const mapping = said.source === undefined ? given : { ...given, source: said.source };
  const missing = missingIn(mapping, shape);
  if (missing.length > 0) return { fault: 'missing-columns', missing, columns: shape.columns };
  const guarded = shape.kind === 'csv' && mapping.exact === true && said.formulaGuard !== false;
  const fields = new RowFields(mapping, guarded);
  const orders = await findOrders(file, shape, fields, said.dateOrder ?? mapping.dateOrder);
  if (orders.unclear.length > 0) return { fault: 'date-order', unclear: orders.unclear };
  const zone = said.zone ?? mapping.zone ?? desk.zone;
  const { answerHours, aimHours } = desk.playbook.targets;
  const { first: _, ...plainShape } = shape;
  const facts: ReadingFacts = {
    shape: plainShape,
    mapping,
    guarded,
    zone,
    orders: orders.orders,
    agent: desk.agent.name,
    currency: mapping.currency ?? desk.playbook.currency,
    answer: { span: answerHours * HOUR, aim: aimHours * HOUR },
    calendars: await desk.store.read.calendars(),
    whereabouts: await desk.store.read.whereabouts(),
    now: desk.now(),
  };
  return { shape, mapping, recognised: recognised?.name, orders: orders.found, zone, facts };
}

/**
 * A layout that is known may leave columns out, but not those that it cannot do without; what an
 * owner has named themselves has to be there.
 */
function missingIn(mapping: Mapping, { kind, columns }: FileShape): readonly string[] {
  // A row of JSON may bring its columns late.
  if (kind !== 'csv') return [];
  const { opened_at: opened, received_at: received } = mapping.fields;
  const needed = mapping.loose
    ? [...mapping.id, ...(opened?.columns ?? received?.columns ?? [])]
    : [...columnsIn(mapping)];
  return needed.filter((name) => !columns.includes(name));
}
