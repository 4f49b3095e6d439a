import { Box } from 'ink';
import type { Messages } from '../../language/messages.ts';
import { safeLine } from '../../terminal/safe-text.ts';
import { keyName } from './bindings.ts';
import { Label } from './label.tsx';
import { fittingEntries, type Palette, type PaletteEntry } from './palette.ts';
import { PickList } from './pick-list.tsx';
import { useUnicode } from './signs.tsx';

interface PaletteViewProps {
  readonly palette: Palette;
  readonly entries: readonly PaletteEntry<unknown>[];
  readonly words: Messages;
  readonly columns: number;
  readonly rows: number;
}

/** Everything that can be done by its name, with its key, or with the reason why not now. */
export function PaletteView({ palette, entries, words, columns, rows }: PaletteViewProps) {
  const unicode = useUnicode();
  const items = fittingEntries(palette, entries).map(({ label, keys, not }) => ({
    key: label,
    label: safeLine(label),
    hint: safeLine(not ?? keys.map((key) => keyName(key, unicode)).join('  ')),
  }));
  return (
    <Box flexDirection="column" height={rows} flexShrink={0}>
      <Label
        label={words.say(palette.kind === 'keys' ? 'palette.keys' : 'palette.find')}
        columns={columns}
        buffer={palette.buffer}
      />
      <PickList items={items} index={palette.index} columns={columns} rows={rows - 1} />
    </Box>
  );
}
