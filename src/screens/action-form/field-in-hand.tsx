import { Box } from 'ink';
import { theirTime } from '../../desk/their-time.ts';
import { safeLine } from '../../terminal/safe-text.ts';
import { Label } from '../kit/label.tsx';
import { TextLine } from '../kit/line.tsx';
import { PickList } from '../kit/pick-list.tsx';
import { bufferOf, textOf } from '../kit/text-buffer.ts';
import { TextField } from '../kit/text-field.tsx';
import { theme } from '../kit/theme.ts';
import { type AskField, fittingOptions, type PickAsk, type TextAsk } from './ask-field.ts';
import { askLabel } from './ask-label.ts';
import { type ActionForm, contextOf } from './form.ts';
import { understood } from './read-ask.ts';
import { hidden } from './shown-text.ts';

interface FieldInHandProps<Field extends AskField> {
  readonly field: Field;
  readonly form: ActionForm;
  readonly columns: number;
  /** Rows beneath the label. */
  readonly rows: number;
}

/** The part in hand: the cursor is already where the next answer goes. */
export function FieldInHand({ field, ...props }: FieldInHandProps<AskField>) {
  return field.kind === 'pick' ? (
    <PickInHand field={field} {...props} />
  ) : (
    <TextInHand field={field} {...props} />
  );
}

function PickInHand({ field, form, columns, rows }: FieldInHandProps<PickAsk>) {
  const { words } = form.voice;
  const leftOut = !field.ask.required && field.index === -1;
  const items = fittingOptions(field).map(({ id, label, hint }) => ({
    key: id,
    label: safeLine(label),
    hint: hint === undefined ? undefined : safeLine(hint),
  }));
  return (
    <>
      <Label label={`  ${askLabel(field.ask, form)}`} columns={columns} buffer={field.buffer} />
      {leftOut && <Hint text={words.say('entry.pass')} columns={columns} />}
      <PickList
        items={items}
        index={field.index}
        columns={columns}
        rows={Math.max(1, leftOut ? rows - 1 : rows)}
      />
    </>
  );
}

/** A passage is read with some rows of it in view; more of them take the room of the other parts. */
const PASSAGE_ROWS = 6;

function TextInHand({ field, form, columns, rows }: FieldInHandProps<TextAsk>) {
  const { words } = form.voice;
  const { ask, buffer } = field;
  const label = `  ${askLabel(ask, form)}`;
  const empty = textOf(buffer).trim() === '';
  const pass = empty && !ask.required && <Hint text={words.say('entry.pass')} columns={columns} />;
  if (buffer.multiLine) {
    const height = Math.max(1, Math.min(PASSAGE_ROWS, pass ? rows - 1 : rows));
    return (
      <>
        <Label label={label} columns={columns} />
        <Box paddingLeft={3} flexShrink={0} height={height}>
          <TextField buffer={buffer} columns={columns - 4} rows={height} focused />
        </Box>
        {pass}
      </>
    );
  }
  const shown =
    ask.kind === 'pin' ? bufferOf(hidden(textOf(buffer)), { multiLine: false }) : buffer;
  return (
    <>
      <Label label={label} columns={columns} buffer={shown} />
      <Echo field={field} form={form} columns={columns} />
      {pass}
    </>
  );
}

type EchoProps = Omit<FieldInHandProps<TextAsk>, 'rows'>;

/** A date or a sum in full, as it was understood, before it counts. */
function Echo({ field, form, columns }: EchoProps) {
  const { kind } = field.ask;
  if (kind !== 'moment' && kind !== 'money') return null;
  const text = understood(field, contextOf(form));
  if (text !== undefined) {
    return <TextLine text={safeLine(`   → ${text}`)} columns={columns} style={theme.here} />;
  }
  const { words } = form.voice;
  const empty = textOf(field.buffer).trim() === '';
  if (kind === 'money') return null;
  if (!empty) return <Hint text={words.say('when.not-yet')} columns={columns} />;
  const { occasion, theirZone } = form.scene;
  const theirs = theirTime(form.voice, occasion.now, theirZone);
  const hint =
    theirs === undefined ? words.say('when.ahead') : words.say('when.ahead.theirs', { theirs });
  return <Hint text={hint} columns={columns} />;
}

function Hint({ text, columns }: { readonly text: string; readonly columns: number }) {
  return <TextLine text={safeLine(`   ${text}`)} columns={columns} style={theme.quiet} />;
}
