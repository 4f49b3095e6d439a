import { promiseParts } from '../../../desk/promise-draft.ts';
import type { Messages } from '../../../language/messages.ts';
import { openPromises } from '../../../rules/promises.ts';
import { safeLine } from '../../../terminal/safe-text.ts';
import { Label } from '../../kit/label.tsx';
import { TextLine } from '../../kit/line.tsx';
import { PickList } from '../../kit/pick-list.tsx';
import { textOf } from '../../kit/text-buffer.ts';
import { theme } from '../../kit/theme.ts';
import { type PromisesField, promiseEcho, typedParts } from '../fields/promises.ts';
import type { FieldViewProps } from './field-view.tsx';

/** The promises made, and beneath them the next one: what, who, by when (P27, P28). */
export function PromisesView({
  view,
  field,
  columns,
  rows,
}: FieldViewProps & { readonly field: PromisesField }) {
  const { words, spoken, conversation } = view.context;
  const made = openPromises(conversation.state).map(({ n, what, who, due }) => ({
    key: String(n),
    label: safeLine(words.say('promise.line', { what, who, moment: spoken.fullMoment(due) })),
  }));
  const parts = typedParts(field);
  const echo = promiseEcho(field, view.context);
  return (
    <>
      <TextLine
        text={safeLine(` ${words.say('question.promises')}`)}
        columns={columns}
        style={theme.heading}
      />
      {made.length > 0 && (
        <PickList
          items={made}
          index={field.picked ?? -1}
          columns={columns}
          rows={Math.min(made.length, Math.max(1, rows - 4))}
        />
      )}
      {promiseParts.map((part) =>
        part === field.part ? (
          <Label
            key={part}
            label={`  ${words.say(`promise.${part}`)}`}
            columns={columns}
            buffer={field.buffer}
          />
        ) : (
          <TextLine
            key={part}
            text={safeLine(`   ${words.say(`promise.${part}`)}  ${parts[part]}`)}
            columns={columns}
            style={theme.quiet}
          />
        ),
      )}
      <TextLine
        text={safeLine(`   ${echo === undefined ? hintOf(field, words) : `→ ${echo}`}`)}
        columns={columns}
        style={echo === undefined ? theme.quiet : theme.here}
      />
    </>
  );
}

/** What helps with the part in hand: only an empty line at its start ends the promises. */
function hintOf({ part, buffer }: PromisesField, words: Messages): string {
  if (part === 'what') return words.say('promise.hint');
  if (part === 'who') return '';
  return words.say(textOf(buffer).trim() === '' ? 'when.ahead' : 'when.not-yet');
}
