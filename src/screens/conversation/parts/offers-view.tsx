import { Box, Spacer } from 'ink';
import { labelOfChoice } from '../../../desk/labels.ts';
import { limitText } from '../../../desk/limit-text.ts';
import { type RemedyTally, talliesOf } from '../../../desk/similar/tally.ts';
import { tallyText } from '../../../desk/similar/tally-text.ts';
import type { Messages } from '../../../language/messages.ts';
import { type SafeText, safeLine } from '../../../terminal/safe-text.ts';
import { pad, truncate, widthOf } from '../../../terminal/width.ts';
import { clamp } from '../../kit/clamp.ts';
import { cutRows } from '../../kit/cut-rows.ts';
import { Label } from '../../kit/label.tsx';
import { Line, Span, TextLine } from '../../kit/line.tsx';
import { edgeSign, firstShown } from '../../kit/pick-list.tsx';
import { TextField } from '../../kit/text-field.tsx';
import { theme } from '../../kit/theme.ts';
import type { FieldContext } from '../fields/field.ts';
import { type OfferRow, type OffersField, standingOf } from '../fields/offers.ts';
import type { FieldViewProps } from './field-view.tsx';

const SIZE = 14;
/** The widest sum that is typed without scrolling. */
const WIDEST_SIZE = SIZE - 5;

/** From this many rows on, the conditions have two of them: they are read out whole (P23). */
const ROOMY = 8;

/** Remedies to tick, each with its size and where the agent's line runs (P19, P20, P21). */
export function OffersView({
  view,
  field,
  columns,
  rows,
}: FieldViewProps & { readonly field: OffersField }) {
  const { words, conversation } = view.context;
  const { wish, wish_detail } = conversation.state.answers;
  const wished =
    wish_detail ?? (wish && labelOfChoice(words, conversation.playbook, 'wish', wish)) ?? '';
  const tallies = talliesOf(view.likeness.complaints);
  const conditionRows = rows < ROOMY ? 1 : 2;
  const list = rows - conditionRows - 1;
  const first = firstShown(field.index, field.rows.length, list);
  const conditions = cutRows(
    field.rows[field.index]?.remedy.conditions ?? '',
    columns - 4,
    conditionRows,
  );
  return (
    <>
      <Label
        label={`${words.say('question.offers')}   ${words.say('known.wish', { wish: wished })}`}
        columns={columns}
      />
      <Box flexDirection="column" height={list} flexShrink={0}>
        {field.rows.slice(first, first + list).map((row, at) => (
          <OfferLine
            key={row.remedy.id}
            row={row}
            field={field}
            inHand={first + at === field.index}
            edge={edgeSign(at, { first, rows: list, count: field.rows.length })}
            tally={tallies.find(({ remedy }) => remedy === row.remedy.id)}
            columns={columns}
            context={view.context}
          />
        ))}
      </Box>
      <Box flexDirection="column" height={conditionRows} flexShrink={0}>
        {conditions.map((row) => (
          <TextLine key={row} text={safeLine(`   ${row}`)} columns={columns} style={theme.quiet} />
        ))}
      </Box>
      <TextLine
        text={safeLine(`   ${words.say('offers.keys')}`)}
        columns={columns}
        style={theme.quiet}
      />
    </>
  );
}

interface OfferLineProps {
  readonly row: OfferRow;
  readonly field: OffersField;
  readonly inHand: boolean;
  /** Says that the list goes on beyond this row. */
  readonly edge: string;
  /** What became of it in complaints like this one. */
  readonly tally: RemedyTally | undefined;
  readonly columns: number;
  readonly context: FieldContext;
}

function OfferLine({ row, field, inHand, edge, tally, columns, context }: OfferLineProps) {
  const { words, conversation, occasion } = context;
  const label = safeLine(row.remedy.label);
  const widest = Math.max(...field.rows.map(({ remedy }) => widthOf(safeLine(remedy.label))));
  const labels = Math.min(widest, columns - SIZE - 26);
  const standing = standingOf(row, conversation, occasion);
  const yours = standing.kind === 'yours';
  const sign = inHand ? '▸' : ' ';
  const sized = row.remedy.measure !== 'none';
  const unit = row.remedy.measure === 'percent' ? ' %' : ` ${conversation.playbook.currency}`;
  const room = columns - labels - SIZE - 11;
  return (
    <Line columns={columns}>
      <Span text={safeLine(` ${sign} `)} columns={3} style={theme.here} />
      <Span
        text={safeLine(`[${row.put ? 'x' : ' '}] ${pad(truncate(label, labels), labels)} `)}
        columns={labels + 5}
        style={inHand ? theme.here : theme.plain}
      />
      <Box width={SIZE} flexShrink={0}>
        {inHand && sized ? (
          <>
            <TextField
              buffer={field.buffer}
              columns={clamp(widthOf(safeLine(row.size)) + 1, 2, WIDEST_SIZE)}
              rows={1}
              focused
            />
            <Span text={safeLine(unit)} columns={4} />
          </>
        ) : (
          <Span
            text={safeLine(sized && row.size !== '' ? `${row.size}${unit}` : ' ')}
            columns={SIZE}
          />
        )}
      </Box>
      <Span
        text={beside(words, limitText(words, standing, row.remedy.measure), tally, room)}
        columns={Math.max(4, room)}
        style={yours ? theme.quiet : theme.late}
      />
      <Spacer />
      <Span text={safeLine(` ${edge}`)} columns={2} style={theme.quiet} />
    </Line>
  );
}

/** Where the agent's line runs, and as much of what became of it before as there is room for (P48). */
function beside(
  words: Messages,
  limit: string,
  tally: RemedyTally | undefined,
  columns: number,
): SafeText {
  const { full, short } = tally === undefined ? { full: '', short: '' } : tallyText(words, tally);
  const fitting = [full, short]
    .filter((text) => text !== '')
    .map((text) => safeLine(words.say('similar.beside-limit', { limit, tally: text })))
    .find((text) => widthOf(text) <= columns);
  return fitting ?? safeLine(limit);
}
