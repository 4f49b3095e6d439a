import { actions } from '../../desk/actions/index.ts';
import { canResume, type ProposedStep, proposedStep } from '../../desk/proposed-action.ts';
import { refusalText } from '../../desk/refusal-text.ts';
import type { Listed } from '../numbered.ts';
import type { PartSource } from './part.ts';

/** Something that can be done: an action of the desk, or going on with the conversation. */
export type Step = Listed & { readonly id: ProposedStep };

/**
 * @param next what comes next about it, where that is known
 * @returns what can be done now, what comes next first
 */
export function stepsOf(
  { telling, page: { scene } }: PartSource,
  next: ProposedStep | undefined,
): readonly Step[] {
  const can: readonly ProposedStep[] = [
    ...(canResume(scene.conversation.state) ? (['resume'] as const) : []),
    ...actions.filter((action) => action.refuses(scene) === undefined).map(({ name }) => name),
  ];
  const wanted = next ?? proposedStep(scene);
  const first = can.find((name) => name === wanted) ?? proposedStep(scene);
  const steps = [...can.filter((name) => name === first), ...can.filter((name) => name !== first)];
  return steps.map((id) => ({
    id,
    label: telling.say(id === 'resume' ? 'action.resume' : `do.${id}`),
    ...(id === first ? { hint: telling.say('plain.page.next') } : {}),
  }));
}

/** Tells what cannot be done now, with the reason and what would allow it. */
export function tellCannot({ telling, page: { scene } }: PartSource): void {
  for (const action of actions) {
    const refusal = action.refuses(scene);
    if (refusal === undefined) continue;
    telling.tell('plain.taken', {
      label: telling.say(`do.${action.name}`),
      text: refusalText(telling.voice.words, refusal),
    });
  }
  if (!canResume(scene.conversation.state)) {
    telling.tell('plain.taken', {
      label: telling.say('action.resume'),
      text: telling.say('why-not.resume'),
    });
  }
}
