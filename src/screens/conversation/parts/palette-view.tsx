import { Box } from 'ink';
import { safeLine } from '../../../terminal/safe-text.ts';
import { keyName } from '../../kit/bindings.ts';
import { PickList } from '../../kit/pick-list.tsx';
import { useUnicode } from '../../kit/signs.tsx';
import type { ConversationAction } from '../bindings.ts';
import { type Palette, paletteEntries } from '../palette.ts';
import type { ConversationView } from '../view.ts';
import { Label } from './label.tsx';

interface PaletteViewProps {
  readonly view: ConversationView;
  readonly palette: Palette;
  readonly whyNot: (action: ConversationAction) => string | undefined;
  readonly columns: number;
  readonly rows: number;
}

/** Every action by its name, with its key, or with the reason why it cannot be used now. */
export function PaletteView({ view, palette, whyNot, columns, rows }: PaletteViewProps) {
  const { words } = view.context;
  const unicode = useUnicode();
  const items = paletteEntries(palette, view.context, whyNot).map(({ label, keys, not }) => ({
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
