import { Box, Text } from 'ink';
import { labelOfChoice } from '../../../desk/labels.ts';
import { stepStandings } from '../../../rules/flow.ts';
import { questionNamed } from '../../../rules/questions.ts';
import { steps } from '../../../rules/steps.ts';
import { refOf } from '../../../rules/values.ts';
import { safeLine } from '../../../terminal/safe-text.ts';
import { widthOf } from '../../../terminal/width.ts';
import { Line, Span } from '../../kit/line.tsx';
import { theme } from '../../kit/theme.ts';
import type { ConversationView } from '../view.ts';

interface HeaderProps {
  readonly view: ConversationView;
  readonly columns: number;
  /** Epoch milliseconds; the clock in words follows it. */
  readonly now: number;
}

/** Narrower than this, the clock says only what is left; wider than that, there is room for our name. */
const NARROW = 76;
const WIDE = 96;

/** Which complaint, which customer, whose it is if not one's own, which step, and the clock in words. */
export function Header({ view, columns, now }: HeaderProps) {
  const { words, spoken, conversation, occasion } = view.context;
  const { state, customer, playbook } = conversation;
  const step =
    view.at === undefined ? steps.length : steps.indexOf(questionNamed(view.at).step) + 1;
  const late = now > state.answerDue && state.finishedAt === undefined;
  const left = spoken.left(state.answerDue, now);
  const moment = spoken.moment(state.answerDue, now);
  const narrow = columns < NARROW;
  const due = narrow ? left : words.say('conversation.due', { moment, left });
  const clock = state.finishedAt === undefined ? due : words.say('conversation.over');
  const right = safeLine(
    `${words.say('conversation.step', { step, of: steps.length })}   ${clock}`,
  );
  const { channel } = state.answers;
  const who = [
    columns < WIDE ? '' : 'amends',
    refOf(state.id),
    customer?.name ?? words.say('conversation.nobody'),
    channel === undefined ? '' : labelOfChoice(words, playbook, 'channel', channel),
    columns < WIDE && state.owner === occasion.agent.name
      ? ''
      : words.say('complaint.owner', { name: state.owner }),
  ];
  const room = Math.max(10, columns - widthOf(right) - 4);
  return (
    <Line columns={columns}>
      <Box width={columns} justifyContent="space-between" paddingX={1}>
        <Span
          text={safeLine(who.filter((part) => part !== '').join('  '))}
          columns={room}
          style={theme.heading}
        />
        <Span text={right} columns={columns - 12} style={late ? theme.late : theme.plain} />
      </Box>
    </Line>
  );
}

const signs = { done: '✓', now: '▸', ahead: '·' } as const;

interface StepsLineProps {
  readonly view: ConversationView;
  readonly columns: number;
}

/** The five steps with where we are: by sign first, by colour second. */
export function StepsLine({ view, columns }: StepsLineProps) {
  const { words, conversation } = view.context;
  return (
    <Line columns={columns}>
      <Text> </Text>
      {stepStandings(conversation, view.at).map(({ step, standing }) => (
        <Box key={step} marginRight={columns < 64 ? 1 : 3} flexShrink={0}>
          <Span
            text={safeLine(`${signs[standing]} ${words.say(`step.${step}`)}`)}
            columns={24}
            style={standing === 'now' ? theme.here : theme.plain}
          />
        </Box>
      ))}
    </Line>
  );
}
