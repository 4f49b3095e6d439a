import type { Messages } from '../../language/messages.ts';
import { firstColumn, listedColumns } from '../../reports/behind-row.ts';
import { labelOf } from '../../reports/figure.ts';
import type { Report } from '../../reports/report.ts';
import { createValueText } from '../../reports/value-text.ts';

/** A row of a report that can be asked about. */
export interface NumberedRow {
  /** Part and row by their places: `0 3`. */
  readonly key: string;
  readonly label: string;
  /** The figures that have complaints behind them, what one asks about first before the others. */
  readonly figures: readonly { readonly label: string; readonly list: readonly string[] }[];
}

/** @returns the rows that have complaints behind them, in the order in which they are told. */
export function numberedRows({ parts }: Report, words: Messages): readonly NumberedRow[] {
  const values = createValueText(words);
  return parts.flatMap((part, at) =>
    part.rows.flatMap((row, index): readonly NumberedRow[] => {
      const first = firstColumn(part, row);
      const figures = listedColumns(row)
        .toSorted((one, other) => Number(other === first) - Number(one === first))
        .flatMap((column) => {
          const { list, value } = row.cells[column] ?? {};
          if (list === undefined || value === undefined) return [];
          const title = part.columns[column]?.title ?? '';
          return [{ list, label: `${title} ${values.aloud(value)}` }];
        });
      if (figures.length === 0) return [];
      return [{ key: `${at} ${index}`, label: values.of(labelOf(row)), figures }];
    }),
  );
}
