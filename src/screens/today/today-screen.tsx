import { Box } from 'ink';
import { useEffect, useSyncExternalStore } from 'react';
import type { DeskAgent } from '../../desk/desk.ts';
import type { Voice } from '../../desk/saying.ts';
import { todayText } from '../../desk/today-text.ts';
import { refOf } from '../../rules/values.ts';
import { type SafeText, safeLine } from '../../terminal/safe-text.ts';
import { pad, truncate } from '../../terminal/width.ts';
import { KeyBar } from '../kit/key-bar.tsx';
import { Line, Rule, Span, TextLine } from '../kit/line.tsx';
import { firstShown } from '../kit/pick-list.tsx';
import { type Style, theme } from '../kit/theme.ts';
import { todayBindings } from './bindings.ts';
import type { TodaySession, TodayView } from './session.ts';

interface TodayScreenProps {
  readonly session: TodaySession;
  readonly voice: Voice;
  readonly agent: DeskAgent;
  readonly columns: number;
  readonly rows: number;
}

/** What is late, what is due, whom we wait for, what was left: each with what to do, one key away. */
export function TodayScreen({ session, voice, agent, columns, rows }: TodayScreenProps) {
  const view = useSyncExternalStore(session.subscribe, session.view);
  useEffect(() => session.begin(), [session]);
  const { words, spoken } = voice;
  const room = rows - 5;
  const lines = pageLines(view, voice);
  const inHand = lines.findIndex((line) => line.entry === view.index);
  const first = firstShown(Math.max(0, inHand), lines.length, room);
  const who = [agent.name, agent.team].filter((part) => part !== '').join(', ');
  const moment = `${spoken.day(view.now, 0)}  ${spoken.clock(view.now)}`;
  return (
    <Box flexDirection="column" width={columns} height={rows}>
      <Line columns={columns}>
        <Box width={columns} justifyContent="space-between" paddingX={1}>
          <Span
            text={safeLine(`amends  ${words.say('today.title')}`)}
            columns={columns}
            style={theme.heading}
          />
          <Span text={safeLine(`${who}   ${moment}`)} columns={Math.max(10, columns - 20)} />
        </Box>
      </Line>
      <Rule columns={columns} />
      <Box flexDirection="column" height={room} flexShrink={0}>
        {lines.length === 0 && (
          <TextLine
            text={safeLine(` ${words.say('today.nothing')}`)}
            columns={columns}
            style={theme.quiet}
          />
        )}
        {lines.slice(first, first + room).map((line) => (
          <PageLine
            key={line.key}
            line={line}
            inHand={line.entry === view.index}
            columns={columns}
          />
        ))}
      </Box>
      <TextLine
        text={view.fault === undefined ? safeLine(' ') : safeLine(` ! ${view.fault}`)}
        columns={columns}
        style={theme.late}
      />
      <Rule columns={columns} />
      <KeyBar bindings={todayBindings} typing={false} words={words} columns={columns} />
    </Box>
  );
}

interface PageRow {
  readonly key: string;
  /** Place among the entries; undefined for the heading of a part. */
  readonly entry: number | undefined;
  readonly reference: SafeText;
  readonly customer: SafeText;
  readonly what: SafeText;
  readonly style: Style;
}

function pageLines({ today, now }: TodayView, voice: Voice): readonly PageRow[] {
  const { words } = voice;
  const parts = [
    ['late', today.late],
    ['due-next', today.dueNext],
    ['waiting', today.waiting],
    ['not-finished', today.notFinished],
  ] as const;
  let place = 0;
  return parts.flatMap(([name, entries]) => {
    if (entries.length === 0) return [];
    const heading: PageRow = {
      key: name,
      entry: undefined,
      reference: safeLine(words.say(`today.${name}`)),
      customer: safeLine(''),
      what: safeLine(''),
      style: name === 'late' ? theme.late : theme.heading,
    };
    const rows = entries.map(
      (entry): PageRow => ({
        key: `${name} ${place}`,
        entry: place++,
        reference: safeLine(refOf(entry.id)),
        customer: safeLine(entry.customer ?? words.say('conversation.nobody')),
        what: safeLine(todayText(voice, entry, now)),
        style: theme.plain,
      }),
    );
    return [heading, ...rows];
  });
}

interface PageLineProps {
  readonly line: PageRow;
  readonly inHand: boolean;
  readonly columns: number;
}

function PageLine({ line, inHand, columns }: PageLineProps) {
  if (line.entry === undefined) {
    return <TextLine text={safeLine(` ${line.reference}`)} columns={columns} style={line.style} />;
  }
  const style = inHand ? theme.here : line.style;
  const name = Math.max(12, Math.min(24, Math.floor(columns * 0.26)));
  const sign = inHand ? '▸' : ' ';
  return (
    <Line columns={columns}>
      <Span text={safeLine(` ${sign} `)} columns={3} style={theme.here} />
      <Span text={pad(line.reference, 10)} columns={10} style={style} />
      <Span text={pad(truncate(line.customer, name - 1), name)} columns={name} style={style} />
      <Span text={line.what} columns={columns - 14 - name} style={style} />
    </Line>
  );
}
