import { safeLine } from '../../../terminal/safe-text.ts';
import { Label } from '../../kit/label.tsx';
import { TextLine } from '../../kit/line.tsx';
import { theme } from '../../kit/theme.ts';
import { echoOf, type WhenField } from '../fields/when.ts';
import type { FieldViewProps } from './field-view.tsx';
import { PassHint } from './pass-hint.tsx';

/** A date as people say it, and beneath it in full what was understood, before it counts. */
export function WhenView({ view, field, columns }: FieldViewProps & { readonly field: WhenField }) {
  const { words } = view.context;
  const understood = echoOf(field, view.context);
  const past = field.question.kind === 'day';
  const echo =
    understood === undefined
      ? words.say(past ? 'when.past' : 'when.ahead')
      : 'text' in understood
        ? `→ ${understood.text}`
        : words.say('when.not-yet');
  return (
    <>
      <Label
        label={words.say(`question.${field.question.name}`)}
        columns={columns}
        buffer={field.buffer}
      />
      <TextLine
        text={safeLine(`   ${echo}`)}
        columns={columns}
        style={understood !== undefined && 'text' in understood ? theme.here : theme.quiet}
      />
      {understood === undefined && <PassHint words={words} columns={columns} />}
    </>
  );
}
