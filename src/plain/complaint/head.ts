import { clockText } from '../../desk/complaint-text.ts';
import { labelOfChoice } from '../../desk/labels.ts';
import { canResume } from '../../desk/proposed-action.ts';
import { refOf } from '../../rules/values.ts';
import { capitalised } from '../capitalised.ts';
import { type PartSource, tellerOf } from './part.ts';

/** Tells whose complaint it is, where it stands, who has it, and what is due when. */
export function tellHead(source: PartSource): void {
  const { telling, desk, page } = source;
  const { state, customer } = page.conversation;
  const { words, spoken } = telling.voice;
  const { channel } = state.answers;
  const title = {
    reference: refOf(state.id),
    customer: customer?.name ?? telling.say('conversation.nobody'),
  };
  if (channel === undefined) telling.tell('plain.page.title', title);
  else {
    const label = labelOfChoice(words, desk.playbook, 'channel', channel);
    telling.tell('plain.page.title-channel', { ...title, channel: label });
  }
  telling.tell('plain.page.stage', {
    stage: capitalised(telling.say(`stage.${state.stage}`), words),
    owner: state.owner,
    when: spoken.moment(state.openedAt, desk.now()),
  });
  if (canResume(state)) telling.tell('plain.page.unfinished');
  const running = state.clocks.filter(({ stoppedAt }) => stoppedAt === undefined);
  for (const clock of running.toSorted((one, other) => one.due - other.due)) {
    telling.tellAnswer(
      capitalised(telling.say(`why-due.clock.${clock.kind}`), words),
      clockText(clock, tellerOf(source), source.page.scene.counting),
    );
  }
}

/** Tells what it is about, in a line or two (P8). */
export function tellStory({ telling, desk, page }: PartSource): void {
  const { answers } = page.conversation.state;
  const { words } = telling.voice;
  for (const name of ['restated', 'words'] as const) {
    const said = answers[name];
    if (said === undefined) continue;
    telling.tellAnswer(telling.say(`question.${name}`), said);
    break;
  }
  for (const name of ['product', 'cause', 'wish'] as const) {
    const id = answers[name];
    if (id === undefined) continue;
    const label = labelOfChoice(words, desk.playbook, name, id);
    telling.tellAnswer(telling.say(`question.${name}`), label);
  }
}
