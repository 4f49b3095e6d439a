import { actions } from '../../../desk/actions/index.ts';
import { canResume } from '../../../desk/proposed-action.ts';
import { labelled } from '../../kit/labelled.ts';
import type { PaletteEntry } from '../../kit/palette.ts';
import { type ComplaintAction, complaintBindings, keysOfAction } from '../bindings.ts';
import { refusedHere } from '../how-by-keys.ts';
import { sectionNames } from '../sections.ts';
import type { ComplaintView } from '../view.ts';

type Entry = PaletteEntry<ComplaintAction>;

/** What is found in the list of everything, but is no action of the desk and no section. */
const ofThePage = ['resume', 'why', 'undo-this', 'search', 'leave'] as const;

/**
 * Everything that can be done to this complaint, then the rest of the page (P11); among the keys only
 * what has one.
 * @returns what can be done now first, and after it what cannot, with the reason in words
 */
export function findEntries(view: ComplaintView): readonly Entry[] {
  const { words } = view.voice;
  const { scene } = view.page;
  const desk = actions.map((action): Entry => {
    const refusal = action.refuses(scene);
    return {
      label: words.say(`do.${action.name}`),
      keys: keysOfAction(action.name),
      does: `do:${action.name}`,
      not: refusal && refusedHere(words, refusal),
    };
  });
  const page = ofThePage.map(
    (name): Entry => ({
      label: words.say(name === 'leave' ? 'action.leave-page' : `action.${name}`),
      keys: complaintBindings.find(({ action }) => action === name)?.keys ?? [],
      does: name,
      not:
        name === 'resume' && !canResume(scene.conversation.state)
          ? words.say('why-not.resume')
          : undefined,
    }),
  );
  const sections = sectionNames.map(
    (name, at): Entry => ({
      label: labelled(words, `complaint.section.${name}`),
      keys: [String(at + 1)],
      does: `see:${name}`,
      not: undefined,
    }),
  );
  const all = [...desk, ...page];
  const found = [
    ...all.filter(({ not }) => not === undefined),
    ...sections,
    ...all.filter(({ not }) => not !== undefined),
  ];
  return view.overlay?.kind === 'keys' ? found.filter(({ keys }) => keys.length > 0) : found;
}
