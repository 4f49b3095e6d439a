import { Box } from 'ink';
import { useEffect, useSyncExternalStore } from 'react';
import type { Voice } from '../../desk/saying.ts';
import { type SafeText, safe, safeLine } from '../../terminal/safe-text.ts';
import { KeyBar } from '../kit/key-bar.tsx';
import { Label } from '../kit/label.tsx';
import { Rule, TextLine } from '../kit/line.tsx';
import { paletteBindings } from '../kit/palette.ts';
import { PaletteView } from '../kit/palette-view.tsx';
import { textOf } from '../kit/text-buffer.ts';
import { type Style, theme } from '../kit/theme.ts';
import { searchBindings } from './bindings.ts';
import { FoundView } from './found-view.tsx';
import type { SearchSession, SearchView } from './session.ts';

interface SearchScreenProps {
  readonly session: SearchSession;
  readonly voice: Voice;
  readonly columns: number;
  readonly rows: number;
}

/** Header, field, what is told of it, rule and key bar. */
const FIXED = 5;

/** Finds anybody and anything in the record while it is typed; Enter opens it (P8). */
export function SearchScreen({ session, voice, columns, rows }: SearchScreenProps) {
  const view = useSyncExternalStore(session.subscribe, session.view);
  const page = Math.max(1, rows - FIXED);
  useEffect(() => session.begin(), [session]);
  useEffect(() => session.resize(page), [session, page]);
  const { words } = voice;
  const { overlay } = view;
  const [told, style] = toldOf(view, voice);
  return (
    <Box flexDirection="column" width={columns} height={rows}>
      <TextLine
        text={safe` amends  ${words.say('search.title')}`}
        columns={columns}
        style={theme.heading}
      />
      {overlay === undefined ? (
        <>
          <Label label={words.say('search.field')} columns={columns} buffer={view.buffer} />
          <TextLine text={told} columns={columns - 1} style={style} />
          <FoundView view={view} voice={voice} columns={columns} rows={page} />
        </>
      ) : (
        <PaletteView
          palette={overlay}
          entries={session.entries(overlay.kind)}
          words={words}
          columns={columns}
          rows={page + 2}
        />
      )}
      <Rule columns={columns} />
      <KeyBar
        bindings={overlay === undefined ? searchBindings : paletteBindings('action.to-search')}
        typing
        words={words}
        columns={columns}
      />
    </Box>
  );
}

/** One line about what was found, or why nothing is there. */
function toldOf(view: SearchView, { words }: Voice): readonly [SafeText, Style] {
  if (view.fault !== undefined) return [safe` ! ${view.fault}`, theme.late];
  if (textOf(view.buffer).trim() === '') {
    return [safeLine(` ${words.say('search.hint')}`), theme.quiet];
  }
  if (view.found.length === 0) {
    const isCurrent = view.foundFor === textOf(view.buffer);
    const key = isCurrent ? 'search.nothing' : 'list.reading';
    return [safeLine(` ${words.say(key)}`), theme.quiet];
  }
  const count = view.found.filter(({ kind }) => kind === 'complaint').length;
  const key = view.more ? 'search.more' : 'search.found';
  return [safeLine(` ${words.say(key, { count })}`), theme.quiet];
}
