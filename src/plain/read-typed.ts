import type { ActionScene, Ask } from '../desk/actions/action.ts';
import { readSize, type TypedRead } from '../desk/actions/read-size.ts';
import { readMoment } from '../desk/read-dates.ts';
import type { Voice } from '../desk/saying.ts';
import { refuse } from '../rules/values.ts';
import { refusesText } from '../terminal/unsafe-input.ts';
import { pickOne } from './pick-one.ts';

/** What typed values are read with. */
export interface Reading {
  readonly scene: ActionScene;
  readonly voice: Voice;
  /** Where the desk is: an IANA time zone. */
  readonly zone: string;
}

/**
 * Reads a value as people type it, by the kind of what is asked. Whether it may be taken is for the
 * rules: here it only has to be one.
 * @param typed from an option, an operand, a prompt or a file
 */
export async function readTyped(ask: Ask, typed: string, reading: Reading): Promise<TypedRead> {
  const { name, kind } = ask;
  const { scene, voice, zone } = reading;
  const unfit = refusesText(typed);
  if (unfit !== undefined) return { refusal: refuse('unstorable', { reason: unfit }, name) };
  // An empty text is no text: the rules say whether it may be left out.
  if (typed.trim() === '') return { value: '' };
  switch (kind) {
    case 'line':
    case 'passage':
    case 'pin':
      return { value: typed };
    case 'choice': {
      const picked = pickOne(ask.choices?.(scene, voice) ?? [], typed);
      // What nothing fits is told by the rules, with all there are; an open list takes it as it is.
      return { value: picked?.id ?? typed };
    }
    case 'person': {
      const people = scene.people.map((person) => ({ id: person.name, label: person.name }));
      return { value: pickOne(people, typed)?.id ?? typed };
    }
    case 'moment': {
      const read = await readMoment(
        typed,
        name,
        { zone, theirZone: scene.theirZone },
        scene.occasion.now,
      );
      return 'at' in read ? { value: read.at } : read;
    }
    case 'yes': {
      const value = yesOrNo(typed, voice);
      return value === undefined ? { refusal: refuse('not_yes_or_no', {}, name) } : { value };
    }
    case 'number':
    case 'money':
    case 'percent':
    case 'complaint':
      return readSize({ name, kind }, typed, scene.conversation.playbook.currency);
  }
}

/** Yes and no as scripts say them everywhere, and as people do in the language that is spoken. */
function yesOrNo(typed: string, { words }: Voice): boolean | undefined {
  const said = typed.trim().toLowerCase();
  if (['yes', 'y', 'true', words.say('ask.yes').toLowerCase()].includes(said)) return true;
  if (['no', 'n', 'false', words.say('ask.no').toLowerCase()].includes(said)) return false;
  return undefined;
}
