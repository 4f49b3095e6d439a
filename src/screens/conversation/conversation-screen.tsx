import { Box } from 'ink';
import { useEffect, useSyncExternalStore } from 'react';
import { refusalText } from '../../desk/refusal-text.ts';
import { type SafeText, safeLine } from '../../terminal/safe-text.ts';
import type { Binding } from '../kit/bindings.ts';
import { cutRows } from '../kit/cut-rows.ts';
import { KeyBar } from '../kit/key-bar.tsx';
import { Rule, Span, TextLine } from '../kit/line.tsx';
import { paletteBindings } from '../kit/palette.ts';
import { PaletteView } from '../kit/palette-view.tsx';
import { Say } from '../kit/say.tsx';
import { type ConversationLayout, conversationLayout } from '../kit/screen-size.ts';
import { theme } from '../kit/theme.ts';
import { useNow } from '../kit/use-now.ts';
import { conversationBindings, endBindings, formBindings, similarBindings } from './bindings.ts';
import { isTyping } from './fields/open-field.ts';
import { conversationEntries } from './palette.ts';
import { FieldView } from './parts/field-view.tsx';
import { Header, StepsLine } from './parts/header.tsx';
import { Known, KnownPanel } from './parts/known.tsx';
import { RecordView, recordRoom } from './parts/record-view.tsx';
import { SideFormView } from './parts/side-form-view.tsx';
import { SimilarView } from './parts/similar-view.tsx';
import type { ConversationSession } from './session.ts';
import type { ConversationView } from './view.ts';

interface ConversationScreenProps {
  readonly session: ConversationSession;
  readonly columns: number;
  readonly rows: number;
  /** The moment, in epoch milliseconds. */
  readonly now: () => number;
}

/** A conversation, full screen: what to say, what is asked, what is known, and the keys that work. */
export function ConversationScreen({ session, columns, rows, now }: ConversationScreenProps) {
  const view = useSyncExternalStore(session.subscribe, session.view);
  const layout = conversationLayout(columns, rows);
  useEffect(() => session.begin(), [session]);
  useEffect(
    () => session.resize(layout.main - 4, layout.field, recordRoom(rows - 5)),
    [session, layout.main, layout.field, rows],
  );
  const moment = useNow(now);
  const over = view.at === undefined;
  return (
    <Box flexDirection="column" width={columns} height={rows}>
      <Header view={view} columns={columns} now={moment} />
      <StepsLine view={view} columns={columns} />
      <Rule columns={columns} />
      <Box height={rows - 5} flexShrink={0}>
        <Box flexDirection="column" width={layout.main} flexShrink={0}>
          <Middle session={session} view={view} layout={layout} />
        </Box>
        {layout.side > 0 && !over && <Side view={view} columns={layout.side} rows={rows - 5} />}
      </Box>
      <Rule columns={columns} />
      <KeyBar
        bindings={barOf(view)}
        typing={view.overlay !== undefined || (view.field !== undefined && isTyping(view.field))}
        words={view.context.words}
        columns={columns}
      />
    </Box>
  );
}

/** The keys of what lies over the conversation, else its own. */
function barOf({ overlay, at }: ConversationView): readonly Binding<string>[] {
  if (overlay?.kind === 'form') return formBindings;
  if (overlay?.kind === 'similar') return similarBindings;
  if (overlay !== undefined) return paletteBindings('action.to-conversation');
  return at === undefined ? endBindings : conversationBindings;
}

interface MiddleProps {
  readonly session: ConversationSession;
  readonly view: ConversationView;
  readonly layout: ConversationLayout;
}

function Middle({ session, view, layout }: MiddleProps) {
  const { main: columns, rows } = layout;
  if (view.at === undefined) return <RecordView view={view} columns={columns} rows={rows - 5} />;
  const { overlay } = view;
  const told = toldRows(view, columns);
  const field = layout.field + 1 - told.length;
  return (
    <>
      <Say
        words={view.context.words}
        lines={view.lines}
        line={view.line}
        columns={columns}
        rows={layout.say}
      />
      <TextLine text={safeLine(' ')} columns={columns} />
      <Box flexDirection="column" height={field + 1} flexShrink={0} overflow="hidden">
        {overlay === undefined && <FieldView view={view} columns={columns} rows={field} />}
        {overlay?.kind === 'form' && (
          <SideFormView view={view} form={overlay} columns={columns} rows={field + 1} />
        )}
        {overlay?.kind === 'similar' && (
          <SimilarView view={view} page={overlay} columns={columns} rows={field + 1} />
        )}
        {(overlay?.kind === 'find' || overlay?.kind === 'keys') && (
          <PaletteView
            palette={overlay}
            entries={conversationEntries(overlay, view.context, session.actionReason)}
            words={view.context.words}
            columns={columns}
            rows={field + 1}
          />
        )}
      </Box>
      <Told view={view} rows={told} columns={columns} />
      <Rule columns={columns} />
      <Known view={view} columns={columns} rows={layout.known} withSimilar={layout.side === 0} />
    </>
  );
}

/**
 * A fault beside the field, or what just happened, never in the way of typing: one row, and a second
 * one for a fault that would lose what to do next.
 */
function Told({ view, rows, columns }: ToldProps) {
  const style = faultIn(view) === undefined ? theme.here : theme.late;
  return rows.map((row, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a row is nothing but its place
    <TextLine key={index} text={row} columns={columns} style={style} />
  ));
}

interface ToldProps {
  readonly view: ConversationView;
  readonly rows: readonly SafeText[];
  readonly columns: number;
}

function toldRows(view: ConversationView, columns: number): readonly SafeText[] {
  const fault = faultIn(view);
  if (fault === undefined) return [safeLine(` ${view.notice ?? ''}`)];
  return cutRows(fault, columns - 4, 2).map((row, index) =>
    safeLine(index === 0 ? ` ! ${row}` : `   ${row}`),
  );
}

function faultIn({ overlay, context, fault }: ConversationView): string | undefined {
  const inForm = overlay?.kind === 'form' ? overlay.fault : undefined;
  return inForm === undefined ? fault : refusalText(context.words, inForm);
}

interface SideProps {
  readonly view: ConversationView;
  readonly columns: number;
  readonly rows: number;
}

function Side({ view, columns, rows }: SideProps) {
  return (
    <>
      <Box flexDirection="column" width={3} flexShrink={0}>
        {Array.from({ length: rows }, (_, row) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a row is nothing but its place
          <Span key={row} text={safeLine(' │ ')} columns={3} style={theme.quiet} />
        ))}
      </Box>
      <KnownPanel view={view} columns={columns} rows={rows} />
    </>
  );
}
