import { Box } from 'ink';
import { useEffect, useSyncExternalStore } from 'react';
import { columnNamed, listColumns } from '../../desk/list-page.ts';
import { refusalText } from '../../desk/refusal-text.ts';
import type { Voice } from '../../desk/saying.ts';
import type { Playbook } from '../../rules/playbook.ts';
import { type SafeText, safe, safeLine } from '../../terminal/safe-text.ts';
import { widthOf } from '../../terminal/width.ts';
import { KeyBar } from '../kit/key-bar.tsx';
import { Label } from '../kit/label.tsx';
import { Line, Rule, Span, TextLine } from '../kit/line.tsx';
import { paletteBindings } from '../kit/palette.ts';
import { PaletteView } from '../kit/palette-view.tsx';
import { PickList } from '../kit/pick-list.tsx';
import { textOf } from '../kit/text-buffer.ts';
import { type Style, theme } from '../kit/theme.ts';
import { filterBindings, listBindings, pickerBindings } from './bindings.ts';
import type { Picker } from './picker.ts';
import { placeText } from './place-text.ts';
import type { ListSession } from './session.ts';
import { ListTable } from './table.tsx';
import type { ListView } from './view.ts';

interface ListScreenProps {
  readonly session: ListSession;
  readonly voice: Voice;
  readonly playbook: Playbook;
  readonly columns: number;
  readonly rows: number;
}

/** Header, filter, what is told of it; titles; rule and key bar. */
const FIXED = 6;

/** All complaints, or those that fit what is typed: one a row, however many there are. */
export function ListScreen({ session, voice, playbook, columns, rows }: ListScreenProps) {
  const view = useSyncExternalStore(session.subscribe, session.view);
  const page = Math.max(1, rows - FIXED);
  useEffect(() => session.begin(), [session]);
  useEffect(() => session.resize(page), [session, page]);
  const { words } = voice;
  const { overlay } = view;
  return (
    <Box flexDirection="column" width={columns} height={rows}>
      <Header view={view} voice={voice} columns={columns} page={page} />
      {overlay === undefined ? (
        <>
          <Filter view={view} voice={voice} columns={columns} />
          <Told view={view} voice={voice} columns={columns} />
          <ListTable
            view={view}
            scene={{ playbook, voice, now: view.now }}
            columns={columns}
            rows={page}
          />
        </>
      ) : (
        <Box flexDirection="column" height={page + 3} flexShrink={0} overflow="hidden">
          {overlay.kind === 'columns' ? (
            <PickerView picker={overlay} voice={voice} columns={columns} rows={page + 3} />
          ) : (
            <PaletteView
              palette={overlay}
              entries={session.entries(overlay.kind)}
              words={words}
              columns={columns}
              rows={page + 3}
            />
          )}
        </Box>
      )}
      <Rule columns={columns} />
      <Keys view={view} voice={voice} columns={columns} />
    </Box>
  );
}

interface PartProps {
  readonly view: ListView;
  readonly voice: Voice;
  readonly columns: number;
}

function Keys({ view: { overlay, typing }, voice: { words }, columns }: PartProps) {
  if (overlay?.kind === 'columns')
    return <KeyBar bindings={pickerBindings} typing={false} words={words} columns={columns} />;
  if (overlay !== undefined) {
    const bindings = paletteBindings('action.to-rows');
    return <KeyBar bindings={bindings} typing words={words} columns={columns} />;
  }
  const bindings = typing ? filterBindings : listBindings;
  return <KeyBar bindings={bindings} typing={typing} words={words} columns={columns} />;
}

function Header({ view, voice: { words }, columns, page }: PartProps & { readonly page: number }) {
  const { sort } = view;
  const by = listColumns.find((column) => column.sort === sort.by) ?? columnNamed('opened');
  const column = words.say(`column.${by.name}`);
  const order = words.say(`list.order.${sort.direction}`, { column });
  const place = safe`${placeText(words, view, page)}   ${order}`;
  return (
    <Line columns={columns}>
      <Box width={columns} justifyContent="space-between" paddingX={1}>
        <Span
          text={safeLine(`amends  ${words.say('list.title')}`)}
          columns={Math.max(8, columns - widthOf(place) - 4)}
          style={theme.heading}
        />
        <Span text={place} columns={columns - 10} />
      </Box>
    </Line>
  );
}

/** What the list is filtered by; while nothing is, what it could be filtered by. */
function Filter({ view: { filter, typing }, voice: { words }, columns }: PartProps) {
  const label = words.say('list.filter');
  if (typing) return <Label label={label} columns={columns} buffer={filter} />;
  const typed = textOf(filter);
  const text = typed === '' ? words.say('list.filter-hint') : typed;
  return (
    <Line columns={columns}>
      <Span text={safe` ${label}  `} columns={columns} style={theme.heading} />
      <Span
        text={safeLine(text)}
        columns={columns - widthOf(label) - 4}
        style={typed === '' ? theme.quiet : theme.plain}
      />
    </Line>
  );
}

/** One line: a fault beside the filter, else how the word at the cursor goes on, else why it is empty. */
function Told(props: PartProps) {
  const [text, style] = told(props);
  return <TextLine text={text} columns={props.columns - 1} style={style} />;
}

function told({ view, voice: { words } }: PartProps): readonly [SafeText, Style] {
  const [refusal] = view.refusals;
  const fault = view.fault ?? (refusal && refusalText(words, refusal));
  if (fault !== undefined) return [safe` ! ${fault}`, theme.late];
  if (view.typing && view.completions.length > 0) {
    const [first, ...others] = view.completions.map(({ label }) => label);
    return [safeLine(` Tab ${[`▸ ${first}`, ...others].join('   ')}`), theme.here];
  }
  if (view.window.rows.length > 0) return [safeLine(' '), theme.plain];
  if (view.finding) return [safeLine(` ${words.say('list.reading')}`), theme.quiet];
  const key = textOf(view.filter).trim() === '' ? 'list.nothing' : 'list.none-fit';
  return [safeLine(` ${words.say(key)}`), theme.quiet];
}

interface PickerViewProps {
  readonly picker: Picker;
  readonly voice: Voice;
  readonly columns: number;
  readonly rows: number;
}

function PickerView({ picker, voice: { words }, columns, rows }: PickerViewProps) {
  const items = picker.order.map((name) => ({
    key: name,
    label: safeLine(`[${picker.picked.has(name) ? 'x' : ' '}] ${words.say(`column.${name}`)}`),
  }));
  return (
    <>
      <TextLine
        text={safe` ${words.say('list.columns')}`}
        columns={columns}
        style={theme.heading}
      />
      <PickList items={items} index={picker.index} columns={columns} rows={rows - 1} />
    </>
  );
}
