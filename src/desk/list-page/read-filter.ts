import type { Messages } from '../../language/messages.ts';
import { type Stage, stages } from '../../rules/steps.ts';
import { type Refusal, refuse } from '../../rules/values.ts';
import type { ComplaintFilter } from '../../store/find-complaints.ts';
import type { Desk } from '../desk.ts';
import { type FilterValue, filterValues, fittingValues, ME, valueCalled } from './filter-values.ts';
import {
  type FilterName,
  type FilterWord,
  filterNames,
  filterWords,
  isFilterName,
} from './filter-words.ts';

/** What is typed into the filter: what of it is understood, and what is not, in the order it is typed. */
export interface FilterRead {
  readonly filter: ComplaintFilter;
  readonly refusals: readonly Refusal[];
}

type Part = Partial<Record<keyof ComplaintFilter, unknown>>;

/**
 * Reads a filter as people type it: free text is searched for, `name:value` narrows the list
 * (`stage:open,waiting owner:me product:kettle cause:delivery since:monday`). A value may be begun
 * only, where just one goes on like that; a name without its value waits for it.
 * `figure:received` is what a report counted as that, within all the rest.
 * @returns refusals with the codes `filter_name`, `filter_value`, `filter_several`, `filter_date`
 * @throws StoreError when people or customers cannot be looked up
 */
export async function readFilter(desk: Desk, words: Messages, text: string): Promise<FilterRead> {
  const filter: Part = {};
  const refusals: Refusal[] = [];
  const free: string[] = [];
  let figure: string | undefined;
  for (const word of filterWords(text)) {
    if (word.name === undefined) {
      free.push(word.value);
    } else if (!isFilterName(word.name)) {
      refusals.push(refuse('filter_name', { name: word.name, known: filterNames.join(', ') }));
    } else if (word.name === 'figure') {
      if (word.value !== '') figure = word.value;
    } else if (word.value !== '') {
      const part = await readPart(desk, words, word.name, word);
      if ('code' in part) refusals.push(part);
      else Object.assign(filter, part);
    }
  }
  const sought = free.join(' ').trim();
  const all = { ...(filter as ComplaintFilter), ...(sought === '' ? {} : { text: sought }) };
  if (figure === undefined) return { filter: all, refusals };
  // What a report counted is narrowed by all the rest, and its dates are those of the report.
  const { behindFigure } = await import('./behind-figure.ts');
  const behind = await behindFigure(desk, figure, all);
  if (behind !== undefined) return { filter: behind, refusals };
  const values = await filterValues(desk, words, 'figure');
  return { filter: all, refusals: [...refusals, unknown('figure', figure, values)] };
}

async function readPart(
  desk: Desk,
  words: Messages,
  name: FilterName,
  { value }: FilterWord,
): Promise<Part | Refusal> {
  switch (name) {
    case 'since':
    case 'until':
      return readDate(desk, name, value);
    case 'customer':
      return readCustomer(desk, value);
    case 'stage':
      return readStages(desk, words, value);
    default: {
      const values = await filterValues(desk, words, name);
      const meant = meantBy(values, value);
      if (meant.length > 1) return several(name, value, meant);
      const [only] = meant;
      // A product may be on no list: it was typed when the customer told of it.
      if (only === undefined && name === 'product') return { product: value };
      return only === undefined ? unknown(name, value, values) : partOf(desk, name, only.value);
    }
  }
}

/** What a value narrows the list to. */
function partOf(desk: Desk, name: FilterName, value: string): Part {
  if (name === 'late') return { late: desk.now() };
  if (name === 'key') return { key: true };
  return { [name]: name === 'owner' && value === ME ? desk.agent.name : value };
}

/** A group of causes begins like all its members, and then it is the group that is meant. */
function meantBy(values: readonly FilterValue[], typed: string): readonly FilterValue[] {
  const exact = valueCalled(values, typed);
  if (exact !== undefined) return [exact];
  const fitting = fittingValues(values, typed);
  const [first, ...others] = fitting;
  const isGroup = others.every(({ value }) => value.startsWith(`${first?.value}/`));
  return first !== undefined && isGroup ? [first] : fitting;
}

/** Several stages stand with commas between them; one that is only begun may be several. */
async function readStages(desk: Desk, words: Messages, typed: string): Promise<Part | Refusal> {
  const values = await filterValues(desk, words, 'stage');
  const meant = new Set<Stage>();
  for (const one of typed.split(',').filter(Boolean)) {
    const exact = valueCalled(values, one);
    const fitting = exact === undefined ? fittingValues(values, one) : [exact];
    if (fitting.length === 0) return unknown('stage', one, values);
    for (const stage of stages) if (fitting.some(({ value }) => value === stage)) meant.add(stage);
  }
  return meant.size === 0 ? {} : { stage: [...meant] };
}

/** A customer is meant by number, or by a part of what only one of them has. */
async function readCustomer(desk: Desk, typed: string): Promise<Part | Refusal> {
  if (/^[1-9]\d{0,14}$/.test(typed)) return { customer: Number(typed) };
  const found = await desk.store.read.customersMatching(typed, 4);
  const [only] = found;
  if (only === undefined) return refuse('filter_value', { value: typed }, 'customer');
  if (found.length === 1) return { customer: only.id };
  const known = found
    .slice(0, 3)
    .map(({ id, name }) => ({ value: String(id), label: `${id} ${name}` }));
  return several('customer', typed, known);
}

/** Dates are read by a module that takes long to load, so only who types one waits for it. */
async function readDate(
  desk: Desk,
  name: 'since' | 'until',
  typed: string,
): Promise<Part | Refusal> {
  const { readCovered } = await import('./covered.ts');
  const covered = readCovered(typed, desk.now(), desk.zone);
  if (covered === undefined) return refuse('filter_date', { name, value: typed });
  return name === 'since' ? { since: covered.from } : { until: covered.to };
}

type Known = readonly { readonly value: string; readonly label: string }[];

const unknown = (name: FilterName, value: string, values: Known): Refusal =>
  refuse('filter_value', { name, value, known: values.map((each) => each.value).join(', ') });

const several = (name: FilterName, value: string, fitting: Known): Refusal =>
  refuse('filter_several', { name, value, known: fitting.map(({ label }) => label).join(', ') });
