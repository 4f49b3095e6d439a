import { safeLine } from '../../../terminal/safe-text.ts';
import { PickList } from '../../kit/pick-list.tsx';
import { type ChoiceField, fitting } from '../fields/choice.ts';
import type { FieldViewProps } from './field-view.tsx';
import { Label } from './label.tsx';

/** One of a list: type a part of it, or use the arrow keys. */
export function ChoiceView({
  view,
  field,
  columns,
  rows,
}: FieldViewProps & { readonly field: ChoiceField }) {
  const items = fitting(field).map(({ id, label, hint }) => ({
    key: id,
    label: safeLine(label),
    hint: hint === undefined ? undefined : safeLine(hint),
  }));
  return (
    <>
      <Label
        label={view.context.words.say(`question.${field.question.name}`)}
        columns={columns}
        buffer={field.buffer}
      />
      <PickList items={items} index={field.index} columns={columns} rows={rows} />
    </>
  );
}
