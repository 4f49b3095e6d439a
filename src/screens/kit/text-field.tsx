/** Draws a text that is being edited, the terminal's own cursor in it. */

import { Box, type DOMElement, measureElement, Text, useCursor } from 'ink';
import { type RefObject, useLayoutEffect, useRef, useState } from 'react';
import { useSigns } from './signs.tsx';
import { layoutBuffer, type TextBuffer } from './text-buffer.ts';

export interface TextFieldProps {
  readonly buffer: TextBuffer;
  /** Width of the field; the last column is for the cursor behind a full row. At least 2. */
  readonly columns: number;
  /** Height of the field; a single line always takes one row. */
  readonly rows: number;
  /** Whether the cursor is in this field. One field at a time. */
  readonly focused: boolean;
}

/**
 * A field of fixed size without keys of its own: the root turns keys into a new buffer. The cursor
 * is the terminal's, so that a screen reader and an input method find it. Keep no `memo` above it:
 * it looks where it is each time it is drawn.
 */
export function TextField({ buffer, columns, rows, focused }: TextFieldProps) {
  const box = useRef<DOMElement>(null);
  const [scrolled, setScrolled] = useState(0);
  const drawn = useSigns();
  const height = buffer.multiLine ? rows : 1;
  const layout = layoutBuffer(buffer, columns, height, scrolled);
  if (layout.firstLine !== scrolled) setScrolled(layout.firstLine);

  return (
    <>
      <Box ref={box} flexDirection="column" flexShrink={0} width={columns} height={height}>
        {layout.lines.map((line, row) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a row is nothing but its place
          <Text key={row} wrap="truncate">
            {line === '' ? ' ' : drawn(line)}
          </Text>
        ))}
      </Box>
      {focused && <FieldCursor box={box} column={layout.cursorColumn} row={layout.cursorRow} />}
    </>
  );
}

interface FieldCursorProps {
  readonly box: RefObject<DOMElement | null>;
  readonly column: number;
  readonly row: number;
}

/**
 * Only the focused field may own the cursor: one that hides it would hide it for all. It finds its
 * place after the first layout, so it is drawn twice when the focus comes, which also puts it after
 * the farewell of the field that had the cursor before.
 */
function FieldCursor({ box, column, row }: FieldCursorProps) {
  const [origin, setOrigin] = useState<{ readonly x: number; readonly y: number }>();
  const { setCursorPosition } = useCursor();
  setCursorPosition(origin && { x: origin.x + column, y: origin.y + row });

  useLayoutEffect(() => {
    if (box.current === null) return;
    const { x, y } = measureElement(box.current);
    if (origin?.x !== x || origin.y !== y) setOrigin({ x, y });
  });
  return null;
}
