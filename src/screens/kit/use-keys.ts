/** The one place where the program listens to the keyboard. */

import { EventEmitter } from 'node:events';
import { useInput, usePaste, useStdin } from 'ink';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { functionKeyOf } from './function-keys.ts';
import { type Key, keyReader, press } from './keys.ts';

/** When the hook listens. */
export interface UseKeysOptions {
  /** Default true. */
  readonly isActive?: boolean;
}

/**
 * Delivers the keys of the terminal one at a time, in order. For the root only: two listeners would
 * both act on a key. Each key waits until React has drawn what the one before it changed, so that a
 * handler may rely on the state it closes over even when `hello` and Enter come in one chunk.
 */
export function useKeys(handler: (key: Key) => void, options: UseKeysOptions = {}): void {
  const isActive = options.isActive ?? true;
  const [read] = useState(keyReader);
  const [delivered, setDelivered] = useState(0);
  const waiting = useRef<Key[]>([]);
  const busy = useRef(false);

  const deliverNext = useEffectEvent(() => {
    const key = waiting.current.shift();
    busy.current = key !== undefined;
    if (key === undefined) return;
    setDelivered((count) => count + 1);
    handler(key);
  });

  useEffect(() => {
    if (delivered === 0) return;
    // A task of its own: React takes a long chain of updates within one for an endless loop.
    const soon = setImmediate(() => deliverNext());
    return () => clearImmediate(soon);
  }, [delivered]);

  const take = (keys: readonly Key[]): void => {
    waiting.current.push(...keys);
    if (!busy.current) deliverNext();
  };
  useInput((input, key) => take(read(input, key)), { isActive });
  usePaste((text) => take([{ kind: 'paste', text }]), { isActive });
  useFunctionKeys((key) => take([key]), isActive);
}

/** Ink gives F1 to F12 no name and no text, but its own emitter carries what the terminal sent. */
function useFunctionKeys(handler: (key: Key) => void, isActive: boolean): void {
  const emitter = emitterOf(useStdin());
  const onInput = useEffectEvent((sequence: unknown) => {
    const name = typeof sequence === 'string' ? functionKeyOf(sequence) : undefined;
    if (name !== undefined) handler(press(name));
  });
  useEffect(() => {
    if (!isActive || emitter === undefined) return;
    const listener = (sequence: unknown) => onInput(sequence);
    emitter.on('input', listener);
    return () => {
      emitter.off('input', listener);
    };
  }, [isActive, emitter]);
}

/** @returns Ink's emitter; undefined if a later Ink hides it, and then there are no function keys. */
function emitterOf(stdin: object): EventEmitter | undefined {
  const emitter: unknown = Reflect.get(stdin, 'internal_eventEmitter');
  return emitter instanceof EventEmitter ? emitter : undefined;
}
