import type {
  Action,
  ActionScene,
  Ask,
  Given,
  GivenValue,
} from '../../../src/desk/actions/action.ts';
import { actions } from '../../../src/desk/actions/index.ts';
import { asksOf, withUsual } from '../../../src/desk/actions/run-action.ts';
import { sceneOf } from '../../../src/desk/actions/scene.ts';
import type { Desk } from '../../../src/desk/desk.ts';
import { currency, minor } from '../../../src/rules/values.ts';
import { type Call, inHours } from '../at-the-desk.ts';
import { does, voiceOf } from './at-an-action.ts';

/** What can be done at few moments only is done more often then; what ends it all, less. */
const weights: Readonly<Partial<Record<string, number>>> = {
  ...{ undo: 1, redo: 1, merge: 2, close: 2, note: 1, wait: 1 },
  ...{ offer: 9, resolve: 9, approve: 25, decline: 18, 'promise-delay': 9, 'promise-told': 25 },
};

/** @returns the call of some action, with answers that mostly can be taken. */
export const randomAction =
  (pick: number, others: readonly number[]): Call =>
  async (desk, before) => {
    const scene = await sceneOf(desk, before);
    // Mostly something that can be done now; now and then something that has to be refused.
    const possible = actions
      .filter(({ refuses }) => refuses(scene) === undefined)
      .flatMap((one): Action[] => Array<Action>(weights[one.name] ?? 3).fill(one));
    const among = pick % 10 === 0 ? actions : possible;
    const action = among[mixed(pick, 99) % among.length];
    if (action === undefined) throw new RangeError('a note can always be written');
    let given: Given = {};
    for (const [index, ask] of action.asks.entries()) {
      if (!asksOf(action, scene, given).includes(ask)) continue;
      const value = valueFor(ask, scene, desk, mixed(pick, index), others);
      if (value !== undefined) given = { ...given, [ask.name]: value };
    }
    return does(desk, before, action.name, withUsual(action, scene, given));
  };

function valueFor(
  ask: Ask,
  scene: ActionScene,
  desk: Desk,
  pick: number,
  others: readonly number[],
): GivenValue | undefined {
  if (!ask.required && pick % 3 === 0) return undefined;
  if (ask.required && ask.usual !== undefined && pick % 2 === 0) return undefined;
  switch (ask.kind) {
    case 'line':
    case 'passage':
      return oneOf(['text', 'чайник', 'กาน้ำ 😡', '=1+1'], pick);
    case 'choice': {
      const choices = ask.choices?.(scene, voiceOf(desk)) ?? [];
      return choices.length === 0 ? 'nothing' : choices[pick % choices.length]?.id;
    }
    case 'person':
      return scene.people[pick % scene.people.length]?.name;
    case 'moment':
      return inHours(desk, (pick % 90) + 1);
    case 'yes':
      return pick % 4 !== 0;
    case 'number':
      return (pick % 12) + 1;
    case 'complaint':
      return others[pick % others.length] ?? 1;
    case 'money':
      return { minor: minor(100 + (pick % 200) * 100), currency: currency('EUR') };
    case 'percent':
      return (pick % 40) + 1;
    case 'pin':
      return '1234';
  }
}

const oneOf = (items: readonly string[], pick: number): string => items[pick % items.length] ?? '';

/** One number gives many that have nothing to do with each other. */
const mixed = (pick: number, salt: number): number =>
  (Math.imul(pick + 1, 2_654_435_761) ^ Math.imul(salt + 1, 40_503)) >>> 9;
