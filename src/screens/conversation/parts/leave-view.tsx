import { Box } from 'ink';
import { refusalText } from '../../../desk/refusal-text.ts';
import { safeLine } from '../../../terminal/safe-text.ts';
import { TextLine } from '../../kit/line.tsx';
import { textOf } from '../../kit/text-buffer.ts';
import { theme } from '../../kit/theme.ts';
import { type LeaveForm, leaveEcho, leaveParts } from '../leave-form.ts';
import type { ConversationView } from '../session.ts';
import { Label } from './label.tsx';

interface LeaveViewProps {
  readonly view: ConversationView;
  readonly form: LeaveForm;
  readonly columns: number;
  readonly rows: number;
  readonly unicode: boolean;
}

/** Hand over, call back, wait or ask a supervisor: each with its reason (P7, P8, P9, P21). */
export function LeaveView({ view, form, columns, rows, unicode }: LeaveViewProps) {
  const { words } = view.context;
  const echo = leaveEcho(form, view.context);
  return (
    <Box flexDirection="column" height={rows} flexShrink={0}>
      <TextLine
        text={safeLine(` ${words.say(`leave.${form.way}.title`)}`)}
        columns={columns}
        style={theme.here}
      />
      {leaveParts[form.way].map((part, index) => {
        const label = words.say(`leave.${part}`);
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
      <TextLine
        text={safeLine(echo === undefined ? ' ' : `   ${unicode ? '→' : '->'} ${echo}`)}
        columns={columns}
        style={theme.here}
      />
      <TextLine
        text={
          form.fault === undefined
            ? safeLine(' ')
            : safeLine(` ! ${refusalText(words, form.fault)}`)
        }
        columns={columns}
        style={theme.late}
      />
      <TextLine
        text={safeLine(`   ${words.say(`leave.${form.way}.note`)}`)}
        columns={columns}
        style={theme.quiet}
      />
      <TextLine
        text={safeLine(`   ${words.say('leave.keys')}`)}
        columns={columns}
        style={theme.quiet}
      />
    </Box>
  );
}
