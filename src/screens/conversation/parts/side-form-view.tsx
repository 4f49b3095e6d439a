import { Box } from 'ink';
import { safeLine } from '../../../terminal/safe-text.ts';
import { Label } from '../../kit/label.tsx';
import { TextLine } from '../../kit/line.tsx';
import { textOf } from '../../kit/text-buffer.ts';
import { theme } from '../../kit/theme.ts';
import { formEcho, formParts, hasMoment, type SideForm } from '../side-form.ts';
import type { ConversationView } from '../view.ts';

interface SideFormViewProps {
  readonly view: ConversationView;
  readonly form: SideForm;
  readonly columns: number;
  readonly rows: number;
}

/** Hand over, call back, wait or ask a supervisor (P7, P8, P9, P21), or put the customer's details right (P2). */
export function SideFormView({ view, form, columns, rows }: SideFormViewProps) {
  const { words } = view.context;
  const echo = formEcho(form, view.context);
  return (
    <Box flexDirection="column" height={rows} flexShrink={0}>
      <TextLine
        text={safeLine(` ${words.say(`form.${form.form}.title`)}`)}
        columns={columns}
        style={theme.here}
      />
      {formParts[form.form].map((part, index) => {
        const label = words.say(`form.${part}`);
        const buffer = form.texts[index];
        return index === form.index && buffer !== undefined ? (
          <Label key={part} label={`  ${label}`} columns={columns} buffer={buffer} />
        ) : (
          <TextLine
            key={part}
            text={safeLine(`   ${label}  ${buffer === undefined ? '' : textOf(buffer)}`)}
            columns={columns}
            style={theme.quiet}
          />
        );
      })}
      {hasMoment(form) && (
        <TextLine
          text={safeLine(echo === undefined ? ' ' : `   → ${echo}`)}
          columns={columns}
          style={theme.here}
        />
      )}
      {form.others.length > 0 && (
        <TextLine
          text={safeLine(`   ${words.say('form.others', { others: form.others.join(', ') })}`)}
          columns={columns}
          style={theme.quiet}
        />
      )}
      <TextLine
        text={safeLine(`   ${words.say(`form.${form.form}.note`)}`)}
        columns={columns}
        style={theme.quiet}
      />
    </Box>
  );
}
