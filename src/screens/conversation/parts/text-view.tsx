import { Box } from 'ink';
import { partsOfApology } from '../../../desk/apology-parts.ts';
import { apologyParts } from '../../../rules/apology.ts';
import { safeLine } from '../../../terminal/safe-text.ts';
import { cutRows } from '../../kit/cut-rows.ts';
import { Label } from '../../kit/label.tsx';
import { TextLine } from '../../kit/line.tsx';
import { textOf } from '../../kit/text-buffer.ts';
import { TextField } from '../../kit/text-field.tsx';
import { theme } from '../../kit/theme.ts';
import type { TextField as TextModel } from '../fields/text.ts';
import type { ConversationView } from '../view.ts';
import type { FieldViewProps } from './field-view.tsx';
import { PassHint } from './pass-hint.tsx';

/** One line of text behind its label, or a text of several pages beneath it. */
export function TextView({
  view,
  field,
  columns,
  rows,
}: FieldViewProps & { readonly field: TextModel }) {
  const { words } = view.context;
  const label = words.say(`question.${field.question.name}`);
  if (!field.buffer.multiLine) {
    const empty = textOf(field.buffer).trim() === '';
    return (
      <>
        <Label label={label} columns={columns} buffer={field.buffer} />
        {empty && !field.question.required && field.recorded === '' && (
          <PassHint words={words} columns={columns} />
        )}
      </>
    );
  }
  const apology = field.question.name === 'apology';
  const warningRows = rows < ROOMY ? 1 : 2;
  const height = Math.max(1, apology ? rows - 1 - warningRows : rows);
  return (
    <>
      <Label label={label} columns={columns} />
      <Box paddingLeft={3} flexShrink={0} height={height}>
        <TextField buffer={field.buffer} columns={columns - 4} rows={height} focused />
      </Box>
      {apology && <ApologyHelp view={view} field={field} columns={columns} rows={warningRows} />}
    </>
  );
}

/** From this many rows on, a warning has two of them, so that the better wording is read whole. */
const ROOMY = 6;

interface ApologyHelpProps {
  readonly view: ConversationView;
  readonly field: TextModel;
  readonly columns: number;
  /** Rows of the warning. */
  readonly rows: number;
}

/** The phrase that makes it worse with its better wording, and the parts of a good apology (P13, P16). */
function ApologyHelp({ view, field, columns, rows }: ApologyHelpProps) {
  const { words, conversation } = view.context;
  const [found] = view.phrases;
  const text = textOf(field.buffer);
  const there = partsOfApology(conversation, text, words.language);
  const parts = apologyParts.map((part) => {
    const sign = there.has(part) ? '✓' : '·';
    return `${sign} ${words.say(`apology.${part}`)}`;
  });
  const warning = found && {
    phrase: text.slice(found.start, found.end),
    because: found.phrase.because,
    better: found.phrase.better,
  };
  const told = warning ? cutRows(words.say('apology.warning', warning), columns - 4, rows) : [];
  return (
    <>
      <Box flexDirection="column" height={rows} flexShrink={0}>
        {told.map((row, index) => (
          <TextLine
            key={row}
            text={safeLine(`${index === 0 ? ' ! ' : '   '}${row}`)}
            columns={columns}
            style={theme.late}
          />
        ))}
      </Box>
      <TextLine
        text={safeLine(` ${words.say('apology.has')}  ${parts.join('  ')}`)}
        columns={columns}
        style={theme.quiet}
      />
    </>
  );
}
