import type { Writable } from 'node:stream';

/** Nobody reads any more: `amends list | head -1` got its line. It is no failure. */
export class OutputClosed extends Error {
  constructor() {
    super('standard output is closed');
    this.name = 'OutputClosed';
  }
}

/** Where data goes. Each write is waited for, so that memory holds one piece of a long answer. */
export interface Writer {
  /**
   * @returns when the system has taken it
   * @throws OutputClosed when nobody reads any more; the system's own error otherwise
   */
  write(data: string | Uint8Array): Promise<void>;
}

/** @param stream standard output or error */
export function writerOf(stream: Writable): Writer {
  // Told to each write as well; without a listener the event would end the program.
  if (stream.listenerCount('error') === 0) stream.on('error', () => {});
  return {
    write: (data) =>
      new Promise((resolve, reject) => {
        if (data.length === 0) {
          resolve();
          return;
        }
        stream.write(data, (error) => {
          if (!error) resolve();
          else reject(isClosed(error) ? new OutputClosed() : error);
        });
      }),
  };
}

function isClosed(error: Error): boolean {
  const code = 'code' in error ? error.code : undefined;
  return (
    code === 'EPIPE' || code === 'ERR_STREAM_DESTROYED' || code === 'ERR_STREAM_WRITE_AFTER_END'
  );
}
