import { decimalText } from '../language/money-text.ts';
import type { Value } from './report.ts';

/** A value as one number or text with its unit, for tables that machines read. */
export interface MachineValue {
  /** Appended to the column's name where one value is several: `_part`. */
  readonly suffix: string;
  /** A decimal number without grouping, or a text; empty for none. */
  readonly value: string;
  /** `count`, `share`, `mean`, `seconds`, `change`, `points`, `text`, an ISO 4217 code; empty for none. */
  readonly unit: string;
}

/**
 * Takes a value apart. A share gives three: itself from 0 to 1, what it is a part of, and the part;
 * money gives one a currency.
 */
export function machineValues(value: Value): readonly MachineValue[] {
  switch (value.kind) {
    case 'count':
      return [{ suffix: '', value: String(value.count), unit: 'count' }];
    case 'share':
      return [
        value.of === 0
          ? { suffix: '', value: '', unit: '' }
          : { suffix: '', value: decimal(value.part / value.of), unit: 'share' },
        { suffix: '_part', value: String(value.part), unit: 'count' },
        { suffix: '_of', value: String(value.of), unit: 'count' },
      ];
    case 'mean':
      return [{ suffix: '', value: decimal(value.mean), unit: 'mean' }];
    case 'time':
      return [{ suffix: '', value: decimal(value.ms / 1000), unit: 'seconds' }];
    case 'money':
      return value.sums.length === 0
        ? [{ suffix: '', value: '', unit: '' }]
        : value.sums.map(({ minor, currency }) => ({
            suffix: '',
            value: decimalText(minor, currency),
            unit: currency,
          }));
    case 'text':
      return [{ suffix: '', value: value.text, unit: 'text' }];
    case 'change':
      return [{ suffix: '', value: decimal(value.by), unit: 'change' }];
    case 'points':
      return [{ suffix: '', value: decimal(value.by), unit: 'points' }];
    case 'none':
      return [{ suffix: '', value: '', unit: '' }];
  }
}

/** Six places are more than anybody counts by; no exponent, no trailing zeros. */
export function decimal(number: number): string {
  if (!Number.isFinite(number)) return '';
  return String(Number(number.toFixed(6)));
}
