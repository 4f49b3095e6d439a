import { type ColumnName, columnNames, usualColumns } from '../../desk/list-page.ts';
import { clamp } from '../kit/clamp.ts';
import type { PickerAction } from './bindings.ts';

/** The columns of the list while they are picked. */
export interface Picker {
  readonly kind: 'columns';
  /** All of them: those that are picked first, in the order of the table. */
  readonly order: readonly ColumnName[];
  readonly picked: ReadonlySet<ColumnName>;
  readonly index: number;
}

/** @returns a picker with the columns that are shown now. */
export function openPicker(shown: readonly ColumnName[]): Picker {
  const others = columnNames.filter((name) => !shown.includes(name));
  return { kind: 'columns', order: [...shown, ...others], picked: new Set(shown), index: 0 };
}

/** @returns the columns that are picked, in the order of the table; at least one. */
export function pickedOf({ order, picked }: Picker): readonly ColumnName[] {
  const names = order.filter((name) => picked.has(name));
  return names.length === 0 ? usualColumns : names;
}

/** @returns the picker after an action that stays in it. */
export function pick(picker: Picker, action: PickerAction): Picker {
  const { order, index } = picker;
  switch (action) {
    case 'up':
    case 'down':
      return { ...picker, index: clamp(index + (action === 'up' ? -1 : 1), 0, order.length - 1) };
    case 'toggle':
      return { ...picker, picked: toggled(picker) };
    case 'earlier':
    case 'later':
      return swapped(picker, action === 'earlier' ? index - 1 : index + 1);
    case 'usual':
      return { ...openPicker(usualColumns), index };
    default:
      return picker;
  }
}

function toggled({ order, picked, index }: Picker): ReadonlySet<ColumnName> {
  const name = order[index];
  const names = new Set(picked);
  if (name !== undefined && !names.delete(name)) names.add(name);
  return names;
}

/** The column in hand changes places with its neighbour. */
function swapped(picker: Picker, to: number): Picker {
  const { order, index } = picker;
  const [one, other] = [order[index], order[to]];
  if (one === undefined || other === undefined) return picker;
  return { ...picker, order: order.with(index, other).with(to, one), index: to };
}
