import { Box } from 'ink';
import { useEffect, useSyncExternalStore } from 'react';
import { refusalText } from '../../desk/refusal-text.ts';
import type { Voice } from '../../desk/saying.ts';
import { safe, safeLine } from '../../terminal/safe-text.ts';
import { pad, truncate, widthOf } from '../../terminal/width.ts';
import { KeyBar } from '../kit/key-bar.tsx';
import { Label } from '../kit/label.tsx';
import { Line, Rule, Span, TextLine } from '../kit/line.tsx';
import { paletteBindings } from '../kit/palette.ts';
import { PaletteView } from '../kit/palette-view.tsx';
import { edgeSign, PickList } from '../kit/pick-list.tsx';
import { type Style, theme } from '../kit/theme.ts';
import { entryBindings, pickBindings, reportsBindings } from './bindings.ts';
import { Names, namesWidth } from './names.tsx';
import type { ReportsSession, ReportsView } from './session.ts';

interface ReportsScreenProps {
  readonly session: ReportsSession;
  readonly voice: Voice;
  readonly columns: number;
  readonly rows: number;
}

/** Header, what it is narrowed by, rule; what is in hand, rule, key bar. */
const FIXED = 6;
/** The sign of what is in hand before each line, and the one that says there is more behind. */
const BESIDE = 3 + 2;

/** The ten reports: one at a time, of any time and of any complaints, down to the complaints themselves. */
export function ReportsScreen({ session, voice, columns, rows }: ReportsScreenProps) {
  const view = useSyncExternalStore(session.subscribe, session.view);
  const room = Math.max(1, rows - FIXED);
  const side = namesWidth(columns);
  const main = columns - side;
  useEffect(() => session.begin(), [session]);
  useEffect(() => session.resize({ columns: main - BESIDE, rows: room }), [session, main, room]);
  const { words } = voice;
  return (
    <Box flexDirection="column" width={columns} height={rows}>
      <Header view={view} voice={voice} columns={columns} />
      <Narrowed view={view} voice={voice} columns={columns} />
      <Rule columns={columns} />
      <Box height={room} flexShrink={0} overflow="hidden">
        {side > 0 && <Names view={view} words={words} columns={side} rows={room} />}
        <Box flexDirection="column" width={main} height={room} flexShrink={0} overflow="hidden">
          <Body session={session} view={view} voice={voice} columns={main} rows={room} />
        </Box>
      </Box>
      <Told session={session} view={view} voice={voice} columns={columns} />
      <Rule columns={columns} />
      <Keys view={view} voice={voice} columns={columns} />
    </Box>
  );
}

interface PartProps {
  readonly view: ReportsView;
  readonly voice: Voice;
  readonly columns: number;
}

interface SessionProps extends PartProps {
  readonly session: ReportsSession;
}

/** Which report, and of when; while it is counted, the header says so. */
function Header({ view, voice: { words }, columns }: PartProps) {
  const report = words.say(`report.title.${view.name}`);
  const title = safeLine(`amends  ${words.say('reports.title', { report })}`);
  const period = safeLine(view.counting ? words.say('reports.counting') : periodText(view));
  return (
    <Line columns={columns}>
      <Box width={columns} justifyContent="space-between" paddingX={1}>
        <Span
          text={title}
          columns={Math.max(8, columns - widthOf(period) - 4)}
          style={theme.heading}
        />
        <Span
          text={period}
          columns={columns - 10}
          style={view.counting ? theme.quiet : theme.plain}
        />
      </Box>
    </Line>
  );
}

const periodText = ({ report }: ReportsView): string => report?.period.text ?? '';

/** What is typed, else what was asked for: the period by its name, the steps, the filter. */
function Narrowed({ view, voice: { words }, columns }: PartProps) {
  const { overlay, period, step, filter } = view;
  if (overlay !== undefined && 'fault' in overlay) {
    const label = words.say(`reports.entry.${overlay.kind}`);
    return <Label label={label} columns={columns} buffer={overlay.buffer} />;
  }
  const of = period.kind === 'own' ? period.typed : words.say(`reports.period.${period.name}`);
  const by = words.say(`reports.step.${step ?? 'suitable'}`);
  const text = filter === '' ? words.say('reports.everything') : filter;
  const parts = [of, by, text];
  return (
    <TextLine text={safeLine(` ${parts.join('  ·  ')}`)} columns={columns} style={theme.quiet} />
  );
}

function Body({ session, view, voice, columns, rows }: SessionProps & { readonly rows: number }) {
  const { words } = voice;
  const { overlay } = view;
  if (overlay !== undefined && 'items' in overlay) {
    const items = overlay.items.map(({ value, label, hint }) => ({
      key: value,
      label: safeLine(label),
      ...(hint === undefined ? {} : { hint: safeLine(hint) }),
    }));
    return (
      <>
        <Label label={words.say(`reports.pick.${overlay.kind}`)} columns={columns} />
        <PickList items={items} index={overlay.index} columns={columns} rows={rows - 1} />
      </>
    );
  }
  if (overlay !== undefined && (overlay.kind === 'find' || overlay.kind === 'keys'))
    return (
      <PaletteView
        palette={overlay}
        entries={session.entries(overlay.kind)}
        words={words}
        columns={columns}
        rows={rows}
      />
    );
  return <ReportLines session={session} view={view} columns={columns} rows={rows} />;
}

interface ReportLinesProps {
  readonly session: ReportsSession;
  readonly view: ReportsView;
  readonly columns: number;
  readonly rows: number;
}

function ReportLines({ session, view, columns, rows }: ReportLinesProps) {
  const { lines, top } = view;
  const held = session.linesInHand();
  return lines.slice(top, top + rows).map((line, at) => {
    const inHand = held !== undefined && top + at >= held.from && top + at <= held.to;
    const sign = held !== undefined && top + at === held.from ? '▸' : ' ';
    const edge = edgeSign(at, { first: top, rows, count: lines.length });
    const style: Style = inHand ? theme.here : styles[line.kind];
    const text = pad(truncate(line.text, columns - BESIDE), columns - BESIDE);
    return (
      // biome-ignore lint/suspicious/noArrayIndexKey: a row is nothing but its place
      <Line key={at} columns={columns}>
        <Span text={safeLine(` ${sign} `)} columns={3} style={theme.here} />
        <Span text={text} columns={columns - BESIDE} style={style} />
        <Span text={safeLine(` ${edge}`)} columns={2} style={theme.quiet} />
      </Line>
    );
  });
}

const styles: Readonly<Record<ReportsView['lines'][number]['kind'], Style>> = {
  title: theme.heading,
  heading: theme.heading,
  titles: theme.quiet,
  row: theme.plain,
  plain: theme.plain,
  quiet: theme.quiet,
};

/** One line: a fault, else what was just said, else the figure in hand. */
function Told({ session, view, voice: { words }, columns }: SessionProps) {
  const { overlay, fault, refusals, notice } = view;
  const [refusal] = refusals;
  const typed = overlay !== undefined && 'fault' in overlay ? overlay : undefined;
  const wrong = typed?.fault ?? fault ?? (refusal && refusalText(words, refusal));
  if (wrong !== undefined)
    return <TextLine text={safe` ! ${wrong}`} columns={columns} style={theme.late} />;
  const text = typed === undefined ? (notice ?? session.figureText()) : '';
  return <TextLine text={safe` ${text}`} columns={columns} style={theme.here} />;
}

function Keys({ view: { overlay }, voice: { words }, columns }: PartProps) {
  if (overlay === undefined)
    return <KeyBar bindings={reportsBindings} typing={false} words={words} columns={columns} />;
  if ('items' in overlay)
    return <KeyBar bindings={pickBindings} typing={false} words={words} columns={columns} />;
  if (overlay.kind === 'filter' || overlay.kind === 'dates')
    return <KeyBar bindings={entryBindings} typing words={words} columns={columns} />;
  const bindings = paletteBindings('action.to-report');
  return <KeyBar bindings={bindings} typing words={words} columns={columns} />;
}
