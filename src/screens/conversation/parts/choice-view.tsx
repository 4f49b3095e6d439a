import { safeLine } from '../../../terminal/safe-text.ts';
import { Label } from '../../kit/label.tsx';
import { PickList } from '../../kit/pick-list.tsx';
import { type ChoiceField, fitting, isLeftOut } from '../fields/choice.ts';
import type { FieldViewProps } from './field-view.tsx';
import { PassHint } from './pass-hint.tsx';

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
  const { words } = view.context;
  const leftOut = isLeftOut(field);
  return (
    <>
      <Label
        label={words.say(`question.${field.question.name}`)}
        columns={columns}
        buffer={field.buffer}
      />
      {leftOut && <PassHint words={words} columns={columns} />}
      <PickList
        items={items}
        index={field.index}
        columns={columns}
        rows={leftOut ? rows - 1 : rows}
      />
    </>
  );
}
