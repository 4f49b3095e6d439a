import { safeLine } from '../../../terminal/safe-text.ts';
import { Label } from '../../kit/label.tsx';
import { PickList, type PickListItem } from '../../kit/pick-list.tsx';
import { type CustomerField, type CustomerPick, customerPicks } from '../fields/customer.ts';
import type { FieldContext } from '../fields/field.ts';
import type { FieldViewProps } from './field-view.tsx';

/** Find-as-you-type over everybody the desk knows, with what was before (P2, P8, P39). */
export function CustomerView({
  view,
  field,
  columns,
  rows,
}: FieldViewProps & { readonly field: CustomerField }) {
  const picks = customerPicks(field);
  const nothingTyped = field.buffer.length === 0 && !field.chosenByHand;
  return (
    <>
      <Label
        label={view.context.words.say('question.customer')}
        columns={columns}
        buffer={field.buffer}
      />
      <PickList
        items={picks.map((pick, index) => itemOf(pick, index, view.context))}
        index={nothingTyped ? -1 : field.index}
        columns={columns}
        rows={rows}
      />
    </>
  );
}

function itemOf(pick: CustomerPick, index: number, context: FieldContext): PickListItem {
  const { words, spoken, occasion, conversation } = context;
  if (pick.kind === 'nobody') {
    return { key: 'nobody', label: safeLine(words.say('customer.pick.nobody')) };
  }
  if (pick.kind === 'new') {
    return { key: 'new', label: safeLine(words.say('customer.pick.new', { name: pick.name })) };
  }
  const { hit } = pick;
  // Who is named on this very complaint has it among theirs: that one is not from before.
  const before =
    hit.id === conversation.customer?.id
      ? words.say('customer.pick.this')
      : hit.lastComplaintAt === undefined
        ? words.say('customer.before.none')
        : words.say('customer.before', {
            count: hit.complaints,
            ago: spoken.fromNow(hit.lastComplaintAt, occasion.now),
          });
  const reach = hit.phone ?? hit.email ?? hit.account ?? '';
  return {
    key: `known-${index}`,
    label: safeLine(hit.name),
    hint: safeLine([reach, before].filter((part) => part !== '').join('   ')),
  };
}
