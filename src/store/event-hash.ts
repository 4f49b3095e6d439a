import { hash } from 'node:crypto';

/** The version of the canonical text below; another text would be another version. */
const hashVersion = 'amends-1';

/** What of an event goes into its hash. Hashes are 64 lower-case hexadecimal digits. */
export interface HashedEvent {
  readonly seq: number;
  readonly complaint: number | null;
  readonly n: number;
  /** Epoch milliseconds. */
  readonly at: number;
  readonly agent: string;
  readonly type: string;
  readonly commitment: string;
}

/**
 * The canonical text of an event: a JSON array as RFC 8785 writes it (no blanks, shortest
 * escapes), so that no two events share a text whatever their fields hold:
 *
 *     ["amends-1","<previous hash, empty for the first>",<seq>,<complaint or null>,<n>,<at>,"<agent>","<type>","<commitment>"]
 *
 * Anybody can check a line of the log by hand: `printf %s '["amends-1",...]' | sha256sum`.
 * @param previous the hash of the event before it, or an empty text for the first
 */
function canonicalText(previous: string, event: HashedEvent): string {
  return JSON.stringify([
    hashVersion,
    previous,
    event.seq,
    event.complaint,
    event.n,
    event.at,
    event.agent,
    event.type,
    event.commitment,
  ]);
}

/** @returns the SHA-256 of the canonical text; it binds the event to everything before it. */
export function hashOf(previous: string, event: HashedEvent): string {
  return hash('sha256', canonicalText(previous, event), 'hex');
}

/**
 * What stands in the chain for an event's words. Salt and words can be taken away to erase a
 * person, and the salt keeps a short text from being guessed back from its commitment.
 * @param salt random bytes
 * @param body the event's JSON, as text or in UTF-8
 * @returns the SHA-256 of the salt followed by the body in UTF-8
 */
export function commitmentOf(salt: Uint8Array, body: string | Uint8Array): string {
  const bytes = typeof body === 'string' ? Buffer.from(body) : body;
  return commitmentOfSalted(Buffer.concat([salt, bytes]));
}

/** The same for a body that stands behind its salt already. */
export const commitmentOfSalted = (salted: Uint8Array): string => hash('sha256', salted, 'hex');
