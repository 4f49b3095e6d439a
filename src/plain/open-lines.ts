import { type LineStreams, Lines } from './lines.ts';

/**
 * Opens lines in and out. What breaks them at their words takes the widths of signs, which are loaded
 * only where a terminal has columns: nobody waits for them behind a pipe.
 */
export async function openLines(streams: LineStreams): Promise<Lines> {
  if (streams.output.columns === undefined) return new Lines(streams);
  const { brokenLines } = await import('./broken-lines.ts');
  return new Lines(streams, brokenLines);
}
