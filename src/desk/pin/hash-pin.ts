import crypto from 'node:crypto';
import { digitsOf } from '../../language/fold.ts';
import { type Refusal, refuse } from '../../rules/values.ts';

/**
 * argon2id with 19 MiB, two passes and one lane: the least that OWASP's Password Storage Cheat Sheet
 * asks for, some 20 ms a guess. A PIN has so few digits that a copy of the file gives it away all the
 * same; what it is worth is said to people in plain words.
 */
const memory = 19_456;
const passes = 2;
const lanes = 1;
const saltBytes = 16;
const hashBytes = 32;

/** The shortest and the longest PIN. */
const fewest = 4;
const most = 12;

/** This Node has no argon2: it came with 24.7, and needs an OpenSSL that has it. */
export class PinsUnsupported extends Error {
  readonly node: string;

  constructor() {
    super('this Node.js cannot compute argon2');
    this.name = 'PinsUnsupported';
    this.node = process.versions.node;
  }
}

/** @returns whether PINs can be set and checked here. */
export const pinsSupported = (): boolean => typeof crypto.argon2Sync === 'function';

/** @returns a PIN as it is compared: its digits in ASCII, whatever keyboard they were typed on. */
export function readPinDigits(typed: string): string | undefined {
  const digits = digitsOf(typed);
  return /^\s*[\p{Nd}]+\s*$/v.test(typed) && digits !== '' ? digits : undefined;
}

/** @returns why this can be no PIN: digits alone, since every keyboard types them alike. */
export function refusesPin(typed: string): Refusal | undefined {
  const digits = readPinDigits(typed);
  return digits === undefined || digits.length < fewest || digits.length > most
    ? refuse('not_a_pin', { fewest, most }, 'pin')
    : undefined;
}

/**
 * @param typed a PIN that `refusesPin` has let through
 * @returns its hash with everything that checking takes, as a PHC string:
 *   `$argon2id$v=19$m=19456,t=2,p=1$<salt>$<hash>`
 * @throws PinsUnsupported
 */
export function hashPin(typed: string): string {
  const salt = crypto.randomBytes(saltBytes);
  const hash = compute(typed, salt, { memory, passes, lanes }, hashBytes);
  return `$argon2id$v=19$m=${memory},t=${passes},p=${lanes}$${plain64(salt)}$${plain64(hash)}`;
}

/**
 * @param phc as `hashPin` made it, perhaps with other costs
 * @returns whether this is the PIN; false for a hash of another kind
 * @throws PinsUnsupported
 */
export function isPin(typed: string, phc: string): boolean {
  const [, m, t, p, salt, hash] = PHC.exec(phc) ?? [];
  if (salt === undefined || hash === undefined) return false;
  const expected = Buffer.from(hash, 'base64');
  const costs = { memory: Number(m), passes: Number(t), lanes: Number(p) };
  const found = compute(typed, Buffer.from(salt, 'base64'), costs, expected.length);
  return crypto.timingSafeEqual(found, expected);
}

/** Costs of a few digits each, so that a spoilt record cannot ask for a day of computing. */
const PHC =
  /^\$argon2id\$v=19\$m=([1-9]\d{0,5}),t=([1-9]\d?),p=([1-9])\$([A-Za-z0-9+/]{11,86})\$([A-Za-z0-9+/]{22,86})$/;

interface Costs {
  /** KiB. */
  readonly memory: number;
  readonly passes: number;
  readonly lanes: number;
}

function compute(typed: string, nonce: Buffer, costs: Costs, tagLength: number): Buffer {
  if (!pinsSupported()) throw new PinsUnsupported();
  try {
    const message = readPinDigits(typed) ?? typed;
    const { memory: blocks, passes: rounds, lanes: parallelism } = costs;
    return crypto.argon2Sync('argon2id', {
      message,
      nonce,
      parallelism,
      tagLength,
      memory: blocks,
      passes: rounds,
    });
  } catch (error) {
    // A Node that was built with an older OpenSSL has the function and not the algorithm.
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    throw code.includes('NOT_SUPPORTED') ? new PinsUnsupported() : error;
  }
}

/** Base64 without padding, as PHC strings have it. */
const plain64 = (bytes: Buffer): string => bytes.toString('base64').replaceAll('=', '');
