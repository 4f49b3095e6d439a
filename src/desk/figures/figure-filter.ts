import type { FigureFilter } from '../../rules/figures/passes.ts';
import type { Figures } from '../../store/figure-sheets/read-figures.ts';
import type { ComplaintFilter } from '../../store/find-complaints.ts';
import type { RecordReader } from '../../store/record-reader.ts';

/** What figures can be narrowed by: a list's filters, but for its dates. */
export type FigureFacets = Omit<ComplaintFilter, 'since' | 'until'>;

/** @returns the filter in numbers; a word that no complaint has yet gets the number it would have. */
export async function figureFilter(
  read: Pick<RecordReader, 'findComplaints' | 'listCustomers'>,
  { words }: Pick<Figures, 'words'>,
  facets: FigureFacets,
): Promise<FigureFilter> {
  const { stage, outcome, verdict, customer, cause, key, late, text, among } = facets;
  const named = (['owner', 'channel', 'product', 'severity'] as const).flatMap((name) => {
    const word = facets[name];
    return word === undefined ? [] : [[name, words.numberOf(word)] as const];
  });
  const found =
    late === undefined && text === undefined
      ? among
      : await read.findComplaints({
          filter: {
            ...(late === undefined ? {} : { late }),
            ...(text === undefined ? {} : { text }),
            ...(among === undefined ? {} : { among }),
          },
        });
  return {
    ...Object.fromEntries(named),
    ...(stage === undefined || stage.length === 0 ? {} : { stage }),
    ...(outcome === undefined ? {} : { outcome }),
    ...(verdict === undefined ? {} : { verdict }),
    ...(customer === undefined ? {} : { customer }),
    ...(cause === undefined ? {} : { causes: causesOf(words, cause) }),
    ...(key === undefined ? {} : { customers: marked(await read.listCustomers({ key: true })) }),
    ...(found === undefined ? {} : { complaints: marked(found) }),
  };
}

/** @returns 1 at each of these numbers. */
export function marked(numbers: readonly number[]): Uint8Array {
  const marks = new Uint8Array(numbers.reduce((most, one) => Math.max(most, one), 0) + 1);
  for (const number of numbers) marks[number] = 1;
  return marks;
}

/** A group stands for itself and all its causes. */
function causesOf(words: Figures['words'], cause: string): (number: number) => boolean {
  const known: (boolean | undefined)[] = [];
  return (number) => {
    let fits = known[number];
    if (fits === undefined) {
      const word = words.wordOf(number);
      fits = word === cause || (!cause.includes('/') && word.startsWith(`${cause}/`));
      known[number] = fits;
    }
    return fits;
  };
}
