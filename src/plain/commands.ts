/** What goes on elsewhere in the conversation: the prompt in hand is left for it. */
const movingCommands = [
  'back',
  'undo',
  'redo',
  'handover',
  'callback',
  'wait',
  'supervisor',
  'same',
  'leave',
] as const;
export type MovingCommand = (typeof movingCommands)[number];

/** What is told at once, and then the same prompt comes again. */
const tellingCommands = ['help', 'known', 'similar', 'say'] as const;
export type TellingCommand = (typeof tellingCommands)[number];

/** What only some prompts have. */
const ownCommands = ['all', 'none', 'again', 'better', 'drop'] as const;
export type OwnCommand = (typeof ownCommands)[number];

const letters: Readonly<Record<string, string>> = { b: 'back', h: 'help', u: 'undo' };

/**
 * How a prompt reads what is typed, so that nothing a customer says is taken for a command:
 * - choose: numbers, dates; a command is its word alone
 * - write: a line of text; a command is its word alone on the line with a / before it
 * - passage: lines of text as in `write`, and a line with a single `.` ends it
 * A backslash before something that would act makes it text: `\/b` is written as `/b`.
 */
export type PromptKind = 'choose' | 'write' | 'passage';

export type Entry =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'end' }
  | { readonly kind: 'moving'; readonly command: MovingCommand }
  | { readonly kind: 'telling'; readonly command: TellingCommand }
  /** `n`: the number typed behind it, 1 when there was none. */
  | { readonly kind: 'own'; readonly command: OwnCommand; readonly n: number };

/**
 * Reads one line.
 * @param own which of the commands that only some prompts have this one has
 * @param moving which of those that lead elsewhere are here; all of them in a conversation
 * @param telling which of those that are told at once are here; all of them in a conversation
 */
export function readEntry(
  line: string,
  prompt: PromptKind,
  own: readonly OwnCommand[],
  moving: readonly MovingCommand[] = movingCommands,
  telling: readonly TellingCommand[] = tellingCommands,
): Entry {
  const here: Here = { prompt, own, moving, telling };
  const acting = actingEntry(line, here);
  if (acting !== undefined) return acting;
  return { kind: 'text', text: isEscaped(line, here) ? line.slice(1) : line };
}

interface Here {
  readonly prompt: PromptKind;
  readonly own: readonly OwnCommand[];
  readonly moving: readonly MovingCommand[];
  readonly telling: readonly TellingCommand[];
}

function actingEntry(line: string, { prompt, own, moving, telling }: Here): Entry | undefined {
  if (prompt === 'passage' && line.trim() === '.') return { kind: 'end' };
  const [, slash, word = '', digits] = /^\s*(\/?)([a-z]+)(?:\s+(\d{1,3}))?\s*$/i.exec(line) ?? [];
  if (word === '' || (slash === '' && prompt !== 'choose')) return undefined;
  const lower = word.toLowerCase();
  const command = Object.hasOwn(letters, lower) ? letters[lower] : lower;
  const ownCommand = own.find((name) => name === command);
  if (ownCommand !== undefined) return { kind: 'own', command: ownCommand, n: Number(digits ?? 1) };
  if (digits !== undefined) return undefined;
  const elsewhere = moving.find((name) => name === command);
  if (elsewhere !== undefined) return { kind: 'moving', command: elsewhere };
  const told = telling.find((name) => name === command);
  return told && { kind: 'telling', command: told };
}

/** A backslash is taken off only where the line would act without it, or is itself such a line. */
function isEscaped(line: string, here: Here): boolean {
  if (!line.startsWith('\\')) return false;
  const rest = line.slice(1);
  return actingEntry(rest, here) !== undefined || isEscaped(rest, here);
}
