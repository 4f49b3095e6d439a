import { readYaml } from '../../playbook/read-yaml.ts';
import { type DateOrder, dateOrders } from './date-text.ts';
import { type ImportFieldName, importFieldNames, isImportField } from './import-fields.ts';
import type { FieldSource, Mapping } from './mapping.ts';

/** What is wrong with a mapping file. The text is `import.mapping.<code>`. */
export interface MappingFault {
  readonly code:
    | 'not-yaml'
    | 'not-fields'
    | 'unknown-key'
    | 'unknown-field'
    | 'not-text'
    | 'no-source'
    | 'no-opened'
    | 'not-columns'
    | 'not-values'
    | 'not-order'
    | 'not-zone'
    | 'not-rest';
  /** The path into the file. */
  readonly at: string;
  readonly facts: Readonly<Record<string, string>>;
  /** Counted from 1. */
  readonly line?: number;
}

export type MappingRead =
  | { readonly ok: true; readonly mapping: Mapping }
  | { readonly ok: false; readonly faults: readonly MappingFault[] };

const keys = ['source', 'id', 'zone', 'date_order', 'currency', 'fields', 'rest'] as const;
const fieldKeys = ['column', 'columns', 'join', 'values', 'otherwise'] as const;

/** Reads a mapping file. @param text YAML @returns the mapping, or everything that is wrong with it */
export function readMapping(text: string): MappingRead {
  const yaml = readYaml('mapping', text);
  if (!yaml.ok) {
    const faults = yaml.faults.map(({ line, facts }): MappingFault => {
      const reason = String(facts['reason'] ?? facts['found'] ?? '');
      return { code: 'not-yaml', at: '', facts: { reason }, ...(line ? { line } : {}) };
    });
    return { ok: false, faults };
  }
  const reader = new MappingReader();
  const mapping = reader.read(yaml.tree.value);
  const faults = reader.faults.map((fault) => ({
    ...fault,
    line: yaml.tree.placeOf(fault.at === '' ? [] : fault.at.split('\n'), 'key').line,
    at: fault.at.replaceAll('\n', '.'),
  }));
  return faults.length > 0 || mapping === undefined ? { ok: false, faults } : { ok: true, mapping };
}

type Fields = Readonly<Record<string, unknown>>;

/** Goes on past a fault, so that all are told at once. Within it a path is parted by line ends. */
class MappingReader {
  readonly faults: MappingFault[] = [];

  read(value: unknown): Mapping | undefined {
    const top = this.#fieldsOf(value, '');
    if (top === undefined) return undefined;
    this.#refuseUnknown(top, keys, '');
    const source = this.#text(top['source'], 'source');
    if (source === undefined) this.#fault('no-source', 'source');
    const fields = this.#fields(this.#fieldsOf(top['fields'], 'fields') ?? {});
    if (fields.opened_at === undefined && fields.received_at === undefined) {
      this.#fault('no-opened', 'fields');
    }
    const zone = this.#zone(top['zone']);
    const dateOrder = this.#order(top['date_order']);
    const currency = this.#text(top['currency'], 'currency');
    const rest = top['rest'] ?? 'keep';
    if (rest !== 'keep' && rest !== 'drop') this.#fault('not-rest', 'rest');
    return {
      source: source ?? '',
      id: top['id'] === undefined ? [] : this.#columns(top['id'], 'id'),
      fields,
      ...(zone === undefined ? {} : { zone }),
      ...(dateOrder === undefined ? {} : { dateOrder }),
      ...(currency === undefined ? {} : { currency: currency.toUpperCase() }),
      rest: rest === 'drop' ? 'drop' : 'keep',
    };
  }

  #fields(given: Fields): Mapping['fields'] {
    const fields: Partial<Record<ImportFieldName, FieldSource>> = {};
    for (const [name, value] of Object.entries(given)) {
      const at = `fields\n${name}`;
      if (!isImportField(name)) {
        this.#fault('unknown-field', at, { given: name, known: importFieldNames.join(', ') });
      } else {
        fields[name] = this.#source(value, at);
      }
    }
    return fields;
  }

  #source(value: unknown, at: string): FieldSource {
    if (typeof value === 'string' || Array.isArray(value))
      return { columns: this.#columns(value, at) };
    const given = this.#fieldsOf(value, at) ?? {};
    this.#refuseUnknown(given, fieldKeys, at);
    const named = given['columns'] ?? given['column'];
    const otherwise = this.#text(given['otherwise'], `${at}\notherwise`);
    if (named === undefined && otherwise === undefined) this.#fault('not-columns', at);
    const values = this.#values(given['values'], `${at}\nvalues`);
    const join = given['join'];
    return {
      columns: named === undefined ? [] : this.#columns(named, at),
      ...(typeof join === 'string' ? { join } : {}),
      ...(values === undefined ? {} : { values }),
      ...(otherwise === undefined ? {} : { otherwise }),
    };
  }

  #columns(value: unknown, at: string): readonly string[] {
    const list: readonly unknown[] = Array.isArray(value) ? value : [value];
    const names = list.filter((name) => typeof name === 'string' || typeof name === 'number');
    if (names.length !== list.length) this.#fault('not-columns', at);
    return names.map(String);
  }

  #values(value: unknown, at: string): Readonly<Record<string, string>> | undefined {
    if (value === undefined) return undefined;
    const given = this.#fieldsOf(value, at);
    if (given === undefined) return undefined;
    const entries = Object.entries(given).map(([word, as]) => [word, String(as ?? '')] as const);
    if (Object.values(given).some((as) => typeof as === 'object' && as !== null)) {
      this.#fault('not-values', at);
    }
    return Object.fromEntries(entries);
  }

  #zone(value: unknown): string | undefined {
    const zone = this.#text(value, 'zone');
    if (zone === undefined || isZone(zone)) return zone;
    this.#fault('not-zone', 'zone', { given: zone });
    return undefined;
  }

  #order(value: unknown): DateOrder | undefined {
    if (value === undefined) return undefined;
    const order = dateOrders.find((one) => one === value);
    if (order === undefined) {
      this.#fault('not-order', 'date_order', {
        given: String(value),
        known: dateOrders.join(', '),
      });
    }
    return order;
  }

  #text(value: unknown, at: string): string | undefined {
    if (value === undefined || value === null || value === '') return undefined;
    if (typeof value === 'string' || typeof value === 'number') return String(value);
    this.#fault('not-text', at);
    return undefined;
  }

  #fieldsOf(value: unknown, at: string): Fields | undefined {
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
      return Object.fromEntries(Object.entries(value));
    }
    this.#fault('not-fields', at);
    return undefined;
  }

  #refuseUnknown(given: Fields, known: readonly string[], at: string): void {
    for (const name of Object.keys(given)) {
      if (known.includes(name)) continue;
      const facts = { given: name, known: known.join(', ') };
      this.#fault('unknown-key', at === '' ? name : `${at}\n${name}`, facts);
    }
  }

  #fault(code: MappingFault['code'], at: string, facts: MappingFault['facts'] = {}): void {
    this.faults.push({ code, at, facts });
  }
}

/** @returns whether a time zone is one that is known. */
export function isZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}
