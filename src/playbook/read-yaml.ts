import { isMap, isNode, isScalar, LineCounter, type Node, parseDocument, visit } from 'yaml';
import type { FieldPath, PlaybookFault } from './playbook-fault.ts';

/** Where something stands in a file, counted from 1. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** What a YAML file holds, with the places of everything in it. */
export interface YamlTree {
  readonly value: unknown;
  /**
   * @param path the way to a value
   * @param of its value, or the name of the field that holds it
   * @returns where it stands; for what is not there, where the nearest thing around it stands
   */
  placeOf(path: FieldPath, of?: 'value' | 'key'): Place;
}

export type YamlRead =
  | { readonly ok: true; readonly tree: YamlTree }
  | { readonly ok: false; readonly faults: readonly PlaybookFault[] };

/**
 * Reads one YAML 1.2 document of plain values. References (`*name`) are refused: nobody needs them
 * here, and a few lines of them can unfold into more than memory holds.
 * @param file the name that faults are told by
 */
export function readYaml(file: string, text: string): YamlRead {
  try {
    return parse(file, text);
  } catch (error) {
    // The parser calls itself for each level of nesting.
    if (error instanceof RangeError)
      return { ok: false, faults: [{ file, code: 'too_deep', facts: {} }] };
    throw error;
  }
}

function parse(file: string, text: string): YamlRead {
  const lines = new LineCounter();
  const document = parseDocument(text, {
    lineCounter: lines,
    prettyErrors: false,
    stringKeys: true,
    // Looked for below: the parser compares each with each, which takes minutes in a file of rubbish.
    uniqueKeys: false,
    // `silent` would also keep quiet about a second document.
    logLevel: 'error',
  });
  const placeAt = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  const exhausted = document.errors.find(({ code }) => code === 'RESOURCE_EXHAUSTION');
  if (exhausted !== undefined) {
    return {
      ok: false,
      faults: [{ file, ...placeAt(exhausted.pos[0]), code: 'too_deep', facts: {} }],
    };
  }
  const told = new Set<number>();
  const faults: PlaybookFault[] = [];
  const tellBroken = (offset: number, reason: string): void => {
    const place = placeAt(offset);
    // One slip draws others after it on the same line.
    if (told.has(place.line)) return;
    told.add(place.line);
    faults.push({ file, ...place, code: 'broken_yaml', facts: { reason } });
  };
  for (const error of [...document.errors, ...document.warnings]) {
    tellBroken(error.pos[0], error.message);
  }
  visit(document, {
    Map(_, { items }) {
      const names = new Set<unknown>();
      for (const { key } of items) {
        if (!isScalar(key)) continue;
        if (names.has(key.value)) tellBroken(key.range?.[0] ?? 0, 'Map keys must be unique');
        names.add(key.value);
      }
    },
    Alias(_, alias) {
      faults.push({
        file,
        ...placeAt(alias.range?.[0] ?? 0),
        code: 'alias',
        facts: { found: `*${alias.source}` },
      });
    },
  });
  if (faults.length > 0) return { ok: false, faults };
  const root = document.contents;
  if (root === null || (isScalar(root) && root.value === null)) {
    return { ok: false, faults: [{ file, code: 'empty_file', facts: {} }] };
  }
  return {
    ok: true,
    tree: {
      value: document.toJS(),
      placeOf: (path, of = 'value') => placeAt(offsetOf(root, path, of)),
    },
  };
}

/** Walks down as far as the path is there. */
function offsetOf(root: Node, path: FieldPath, of: 'value' | 'key'): number {
  let node = root;
  let offset = root.range?.[0] ?? 0;
  for (const [depth, key] of path.entries()) {
    const pair = isMap(node)
      ? node.items.find((item) => isScalar(item.key) && item.key.value === key)
      : undefined;
    const name = pair !== undefined && isNode(pair.key) ? pair.key.range?.[0] : undefined;
    const next = 'get' in node ? node.get(key, true) : undefined;
    if (depth === path.length - 1 && of === 'key' && name !== undefined) return name;
    if (!isNode(next)) return name ?? offset;
    // A field without a value is told by its name: the value stands nowhere.
    const empty = isScalar(next) && next.value === null;
    offset = (empty ? name : undefined) ?? next.range?.[0] ?? offset;
    node = next;
  }
  return offset;
}
