import { pad, truncate } from '../../../terminal/width.ts';
import { Line, Span } from '../../kit/line.tsx';
import { theme } from '../../kit/theme.ts';
import { type RecordLine, recordLabelWidth } from '../known-text.ts';

interface RecordRowsProps {
  readonly lines: readonly RecordLine[];
  readonly columns: number;
}

/** Rows of a record: the names of the questions stand behind, the answers in front. */
export function RecordRows({ lines, columns }: RecordRowsProps) {
  const beside = recordLabelWidth(columns);
  return (
    <>
      {lines.map(({ label, text }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a row is nothing but its place
        <Line key={index} columns={columns}>
          {beside > 0 && (
            <Span
              text={pad(truncate(label, beside - 1), beside)}
              columns={beside}
              style={theme.quiet}
            />
          )}
          {beside === 0 && label !== '' ? (
            <Span text={label} columns={columns} style={theme.quiet} />
          ) : (
            <Span text={text} columns={Math.max(4, columns - beside)} />
          )}
        </Line>
      ))}
    </>
  );
}
