import { Box } from 'ink';
import { useEffect, useSyncExternalStore } from 'react';
import { proposedStep } from '../../desk/proposed-action.ts';
import { safeLine } from '../../terminal/safe-text.ts';
import { bindingsOf } from '../action-form/bindings.ts';
import { FormView } from '../action-form/form-view.tsx';
import type { Binding } from '../kit/bindings.ts';
import { KeyBar } from '../kit/key-bar.tsx';
import { Rule, TextLine } from '../kit/line.tsx';
import { paletteBindings } from '../kit/palette.ts';
import { PaletteView } from '../kit/palette-view.tsx';
import { theme } from '../kit/theme.ts';
import { complaintBindings } from './bindings.ts';
import { complaintLayout } from './layout.ts';
import { Beside } from './parts/beside.tsx';
import { Header } from './parts/header.tsx';
import { Pane } from './parts/pane.tsx';
import { Tabs } from './parts/tabs.tsx';
import { findEntries } from './session/find-entries.ts';
import { entryInHand, rowsOf } from './session/pane.ts';
import type { ComplaintSession } from './session.ts';
import type { ComplaintView } from './view.ts';

interface ComplaintScreenProps {
  readonly session: ComplaintSession;
  readonly columns: number;
  readonly rows: number;
}

/** Everything there is to know of a complaint, and everything that can be done about it. */
export function ComplaintScreen({ session, columns, rows }: ComplaintScreenProps) {
  const view = useSyncExternalStore(session.subscribe, session.view);
  const layout = complaintLayout(columns, rows);
  useEffect(() => session.begin(), [session]);
  useEffect(() => session.resize(layout.main, layout.pane), [session, layout.main, layout.pane]);
  const { words } = view.voice;
  return (
    <Box flexDirection="column" width={columns} height={rows}>
      <Header view={view} columns={columns} />
      {view.overlay === undefined && <NextStep view={view} columns={columns} />}
      {view.overlay === undefined && <Tabs view={view} columns={columns} />}
      <Rule columns={columns} />
      <Middle view={view} columns={columns} rows={rows} />
      <Told view={view} columns={columns} />
      <Rule columns={columns} />
      <KeyBar
        bindings={barOf(view)}
        typing={view.overlay !== undefined}
        words={words}
        columns={columns}
      />
    </Box>
  );
}

function barOf({ overlay }: ComplaintView): readonly Binding<string>[] {
  if (overlay?.kind === 'action') return bindingsOf(overlay);
  return overlay === undefined ? complaintBindings : paletteBindings('action.to-page');
}

interface PartProps {
  readonly view: ComplaintView;
  readonly columns: number;
}

/** What Enter does when nothing else is in hand. */
function NextStep({ view, columns }: PartProps) {
  const { words } = view.voice;
  const step = proposedStep(view.page.scene);
  const what =
    step === undefined
      ? words.say('complaint.nothing-left')
      : words.say(step === 'resume' ? 'action.resume' : `do.${step}`);
  return (
    <TextLine
      text={safeLine(` ${words.say('complaint.next', { what })}`)}
      columns={columns}
      style={theme.here}
    />
  );
}

function Middle({ view, columns, rows }: PartProps & { readonly rows: number }) {
  const layout = complaintLayout(columns, rows);
  const { overlay, voice } = view;
  if (overlay?.kind === 'action') {
    return <FormView form={overlay} columns={columns} rows={layout.overlay} />;
  }
  if (overlay !== undefined) {
    return (
      <PaletteView
        palette={overlay}
        entries={findEntries(view)}
        words={voice.words}
        columns={columns}
        rows={layout.overlay}
      />
    );
  }
  const all = rowsOf(view, view.section, layout.main);
  const first = Math.max(0, Math.min(view.scroll, all.length - layout.pane));
  return (
    <Box height={layout.pane} flexShrink={0}>
      <Pane
        rows={all}
        first={first}
        height={layout.pane}
        inHand={entryInHand(view, layout.main)}
        columns={layout.main}
      />
      {layout.side > 0 && <Beside view={view} columns={layout.side} rows={layout.pane} />}
    </Box>
  );
}

/** What just happened, or what went wrong. */
function Told({ view, columns }: PartProps) {
  const text = view.fault === undefined ? (view.notice ?? '') : `! ${view.fault}`;
  return (
    <TextLine
      text={safeLine(` ${text}`)}
      columns={columns}
      style={view.fault === undefined ? theme.here : theme.late}
    />
  );
}
