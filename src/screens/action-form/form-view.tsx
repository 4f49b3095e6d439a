import { Box } from 'ink';
import { refusalText } from '../../desk/refusal-text.ts';
import { safeLine } from '../../terminal/safe-text.ts';
import { clamp } from '../kit/clamp.ts';
import { cutRows } from '../kit/cut-rows.ts';
import { TextLine } from '../kit/line.tsx';
import { firstShown } from '../kit/pick-list.tsx';
import { Say } from '../kit/say.tsx';
import { type Style, theme } from '../kit/theme.ts';
import type { AskField } from './ask-field.ts';
import { askLabel } from './ask-label.ts';
import { FieldInHand } from './field-in-hand.tsx';
import type { ActionForm } from './form.ts';
import { shownText } from './shown-text.ts';

interface FormViewProps {
  readonly form: ActionForm;
  readonly columns: number;
  readonly rows: number;
}

/** From this many rows on, a line to say has three of them. */
const ROOMY = 16;
/** Rows that the field in hand needs at least beneath its label, for a list or a passage. */
const LEAST = 3;

/** What an action asks, one under the other; the one in hand open, with its fault beside it. */
export function FormView({ form, columns, rows }: FormViewProps) {
  const { words } = form.voice;
  const say = form.lines.length === 0 ? 0 : rows < ROOMY ? 2 : 3;
  const room = rows - (say === 0 ? 0 : say + 2);
  const meanwhile = toldRows(form.meanwhile, columns, 3);
  const fault = toldRows(form.fault && refusalText(words, form.fault), columns, 2);
  const fixed = 1 + meanwhile.length + fault.length;
  const labels = clamp(room - fixed - LEAST, 1, form.fields.length);
  const first = firstShown(form.index, form.fields.length, labels);
  return (
    <Box flexDirection="column" height={rows} flexShrink={0} overflow="hidden">
      {say > 0 && (
        <>
          <Say words={words} lines={form.lines} line={form.line} columns={columns} rows={say} />
          <TextLine text={safeLine(' ')} columns={columns} />
        </>
      )}
      <TextLine
        text={safeLine(` ${words.say(`do.${form.action.name}`).toLocaleUpperCase(words.language)}`)}
        columns={columns}
        style={theme.here}
      />
      <Told rows={meanwhile} columns={columns} style={theme.here} />
      {form.fields.slice(first, first + labels).map((field, at) =>
        first + at === form.index ? (
          <Box key={field.ask.name} flexDirection="column" flexShrink={0}>
            <FieldInHand
              field={field}
              form={form}
              columns={columns}
              rows={Math.max(1, room - fixed - labels)}
            />
            <Told rows={fault} columns={columns} style={theme.late} />
          </Box>
        ) : (
          <FieldBehind key={field.ask.name} field={field} form={form} columns={columns} />
        ),
      )}
    </Box>
  );
}

interface FieldBehindProps {
  readonly field: AskField;
  readonly form: ActionForm;
  readonly columns: number;
}

function FieldBehind({ field, form, columns }: FieldBehindProps) {
  const label = askLabel(field.ask, form);
  return (
    <TextLine
      text={safeLine(`   ${label}  ${shownText(field)}`)}
      columns={columns}
      style={theme.quiet}
    />
  );
}

interface ToldProps {
  readonly rows: readonly string[];
  readonly columns: number;
  readonly style: Style;
}

function Told({ rows, columns, style }: ToldProps) {
  return rows.map((row, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a row is nothing but its place
    <TextLine key={index} text={safeLine(row)} columns={columns} style={style} />
  ));
}

const toldRows = (text: string | undefined, columns: number, most: number): readonly string[] =>
  text === undefined
    ? []
    : cutRows(text, columns - 4, most).map((row, index) => `${index === 0 ? ' ! ' : '   '}${row}`);
