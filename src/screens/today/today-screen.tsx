import { Box } from 'ink';
import { useEffect, useSyncExternalStore } from 'react';
import type { DeskAgent } from '../../desk/desk.ts';
import type { Voice } from '../../desk/saying.ts';
import type { TodayVoice } from '../../desk/today-text.ts';
import { safeLine } from '../../terminal/safe-text.ts';
import { widthOf } from '../../terminal/width.ts';
import { keyName } from '../kit/bindings.ts';
import { cutRows } from '../kit/cut-rows.ts';
import { KeyBar } from '../kit/key-bar.tsx';
import { Line, Rule, Span, TextLine } from '../kit/line.tsx';
import { paletteBindings } from '../kit/palette.ts';
import { PaletteView } from '../kit/palette-view.tsx';
import { edgeSign, firstShown } from '../kit/pick-list.tsx';
import { theme } from '../kit/theme.ts';
import { EntryLine, lineWidths } from './entry-line.tsx';
import { type PageRow, pageRows, titleOf } from './page-rows.ts';
import type { TodaySession, TodayView } from './session.ts';

interface TodayScreenProps {
  readonly session: TodaySession;
  readonly voice: Voice;
  readonly agent: DeskAgent;
  readonly columns: number;
  readonly rows: number;
}

/** Header, rule; what was just said, rule, key bar. */
const FIXED = 5;

/** What is late, what is due, whom we wait for, what was left: each with what to do, one key away. */
export function TodayScreen({ session, voice, agent, columns, rows }: TodayScreenProps) {
  const view = useSyncExternalStore(session.subscribe, session.view);
  useEffect(() => session.begin(), [session]);
  const room = rows - FIXED;
  useEffect(() => session.resize(room), [session, room]);
  const { words } = voice;
  const { overlay } = view;
  return (
    <Box flexDirection="column" width={columns} height={rows}>
      <Header view={view} voice={voice} agent={agent} columns={columns} />
      <Rule columns={columns} />
      <Box flexDirection="column" height={room} flexShrink={0} overflow="hidden">
        {overlay === undefined ? (
          <Page
            view={view}
            voice={{ ...voice, playbook: session.playbook, languages: view.today.languages }}
            columns={columns}
            rows={room}
          />
        ) : (
          <PaletteView
            palette={overlay}
            entries={session.entries(overlay.kind)}
            words={words}
            columns={columns}
            rows={room}
          />
        )}
      </Box>
      <TextLine
        text={
          view.fault === undefined
            ? safeLine(` ${view.notice ?? ''}`)
            : safeLine(` ! ${view.fault}`)
        }
        columns={columns}
        style={view.fault === undefined ? theme.here : theme.late}
      />
      <Rule columns={columns} />
      {overlay === undefined ? (
        <KeyBar bindings={session.bindings()} typing={false} words={words} columns={columns} />
      ) : (
        <KeyBar
          bindings={paletteBindings('action.to-page')}
          typing={true}
          words={words}
          columns={columns}
        />
      )}
    </Box>
  );
}

interface HeaderProps {
  readonly view: TodayView;
  readonly voice: Voice;
  readonly agent: DeskAgent;
  readonly columns: number;
}

/** Whose page it is, who sits here, and the day and time. */
function Header({ view, voice, agent, columns }: HeaderProps) {
  const { spoken } = voice;
  const who = [agent.name, agent.team].filter((part) => part !== '').join(', ');
  const moment = safeLine(`${spoken.day(view.now, 0)}  ${spoken.clock(view.now)}`);
  const title = safeLine(`amends  ${titleOf(voice, view)}`);
  const room = columns - widthOf(title) - widthOf(moment) - 8;
  return (
    <Line columns={columns}>
      <Box width={columns} justifyContent="space-between" paddingX={1}>
        <Span text={title} columns={columns - widthOf(moment) - 4} style={theme.heading} />
        {room > 8 && <Span text={safeLine(who)} columns={room} />}
        <Span text={moment} columns={columns} />
      </Box>
    </Line>
  );
}

interface PageProps {
  readonly view: TodayView;
  readonly voice: TodayVoice;
  readonly columns: number;
  readonly rows: number;
}

function Page({ view, voice, columns, rows }: PageProps) {
  const lines = pageRows(view, voice);
  if (lines.length === 0) return <Nothing view={view} voice={voice} columns={columns} />;
  const inHand = lines.findIndex((line) => isInHand(line, view));
  const first = firstShown(Math.max(0, inHand), lines.length, rows);
  const widths = lineWidths(lines, columns);
  return lines.slice(first, first + rows).map((line, row) => {
    const edge = edgeSign(row, { first, rows, count: lines.length });
    if (line.kind === 'entry') {
      return (
        <EntryLine
          key={line.key}
          row={line}
          widths={widths}
          inHand={isInHand(line, view)}
          edge={edge}
          columns={columns}
        />
      );
    }
    const indent = line.kind === 'heading' ? ' ' : '   ';
    const style = line.kind === 'more' ? theme.quiet : line.isLate ? theme.late : theme.heading;
    return (
      <Line key={line.key} columns={columns}>
        <Box width={columns - 2} flexShrink={0}>
          <Span text={safeLine(indent + line.text)} columns={columns - 2} style={style} />
        </Box>
        <Span text={safeLine(` ${edge}`)} columns={2} style={theme.quiet} />
      </Line>
    );
  });
}

const isInHand = (line: PageRow, { index }: TodayView): boolean =>
  line.kind === 'entry' && line.place === index;

/** An empty page is good news, and says what to press. */
function Nothing({ view, voice, columns }: Omit<PageProps, 'rows'>) {
  const mine = view.scope.mine === true || view.scope.owner !== undefined;
  const keys = { key_new: keyName('n'), key_scope: keyName('m') };
  const text = voice.words.say(mine ? 'today.nothing.mine' : 'today.nothing', keys);
  return cutRows(text, columns - 4, 3).map((row, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a row is nothing but its place
    <TextLine key={index} text={safeLine(` ${row}`)} columns={columns} style={theme.quiet} />
  ));
}
