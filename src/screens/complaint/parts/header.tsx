import { Box } from 'ink';
import { clockText } from '../../../desk/complaint-text.ts';
import { labelOfChoice } from '../../../desk/labels.ts';
import type { Clock } from '../../../rules/clock.ts';
import { refOf } from '../../../rules/values.ts';
import { safeLine } from '../../../terminal/safe-text.ts';
import { widthOf } from '../../../terminal/width.ts';
import { Line, Span } from '../../kit/line.tsx';
import { theme } from '../../kit/theme.ts';
import type { ComplaintView } from '../view.ts';

interface HeaderProps {
  readonly view: ComplaintView;
  readonly columns: number;
}

/** Narrower than this, the clock says only what is left. */
const NARROW = 76;

/** Which complaint, which customer, and the clock in words; beneath it its stage and whose it is. */
export function Header({ view, columns }: HeaderProps) {
  const { words, spoken } = view.voice;
  const { state, customer, playbook } = view.page.conversation;
  const clock = pressing(state.clocks);
  const late = clock !== undefined && clock.due < view.now;
  const due =
    clock === undefined
      ? state.clocks.some(isPaused)
        ? words.say('complaint.clock.paused')
        : ''
      : columns < NARROW
        ? spoken.left(clock.due, view.now)
        : words.say('complaint.due', {
            clock: words.say(`why-due.clock.${clock.kind}`),
            text: clockText({ ...clock, aim: clock.due }, view),
          });
  const { channel } = state.answers;
  const who = [
    refOf(state.id),
    customer?.name ?? words.say('conversation.nobody'),
    channel === undefined ? '' : labelOfChoice(words, playbook, 'channel', channel),
  ].filter((part) => part !== '');
  const stage = [
    words.say(`stage.${state.stage}`),
    state.finishedAt === undefined ? words.say('complaint.unfinished') : '',
    words.say('complaint.owner', { name: state.owner }),
    customer?.key === true ? words.say('complaint.key-customer') : '',
  ].filter((part) => part !== '');
  const opened = words.say('complaint.opened', { when: spoken.moment(state.openedAt, view.now) });
  return (
    <>
      <Ends
        left={who.join('  ')}
        right={due}
        columns={columns}
        styles={[theme.heading, late ? theme.late : theme.plain]}
      />
      <Ends
        left={stage.join('; ')}
        right={opened}
        columns={columns}
        styles={[theme.plain, theme.quiet]}
      />
    </>
  );
}

const isPaused = ({ since, stoppedAt }: Clock): boolean =>
  since === undefined && stoppedAt === undefined;

/** The clock that runs and is due first. */
const pressing = (clocks: readonly Clock[]): Clock | undefined =>
  clocks
    .filter(({ since, stoppedAt }) => since !== undefined && stoppedAt === undefined)
    .toSorted((one, other) => one.due - other.due)[0];

interface EndsProps {
  readonly left: string;
  readonly right: string;
  readonly columns: number;
  readonly styles: readonly [typeof theme.plain | object, typeof theme.plain | object];
}

/** Two texts at the ends of a row; the left one gives way. */
function Ends({ left, right, columns, styles }: EndsProps) {
  const end = safeLine(right);
  const room = Math.max(10, columns - widthOf(end) - 4);
  return (
    <Line columns={columns}>
      <Box width={columns} justifyContent="space-between" paddingX={1}>
        <Span text={safeLine(left)} columns={room} style={styles[0]} />
        {right !== '' && <Span text={end} columns={columns - 12} style={styles[1]} />}
      </Box>
    </Line>
  );
}
