import { byCommand } from '../../../src/cli/act/by-command.ts';
import { refusalText } from '../../../src/desk/refusal-text.ts';
import { createMessages } from '../../../src/language/messages.ts';
import { fold } from '../../../src/rules/fold.ts';
import { refusesStage, type StageAction, transitions } from '../../../src/rules/stages.ts';
import type { ComplaintState } from '../../../src/rules/state.ts';
import { type Stage, stages } from '../../../src/rules/steps.ts';
import { agentName, complaintId, millis } from '../../../src/rules/values.ts';
import { table } from './table.ts';

const words = createMessages('en');
const stageName = (stage: Stage): string => words.say(`stage.${stage}`);

/** What each row of the table of transitions is called. */
const names: Readonly<Record<StageAction, string>> = {
  assign: words.say('do.assign'),
  handover: words.say('do.handover'),
  escalate: words.say('do.escalate'),
  return: words.say('do.return'),
  refer: words.say('do.refer'),
  wait: words.say('do.wait'),
  callback: words.say('do.callback'),
  contact: 'say what came of a call, a follow-up or a wait',
  note: words.say('do.note'),
  promise: 'make, keep, delay or break a promise',
  offer: words.say('do.offer'),
  decide: 'say yes or no to what was asked',
  resolve: words.say('do.resolve'),
  close: words.say('do.close'),
  reopen: words.say('do.reopen'),
  merge: words.say('do.merge'),
};

const actions = Object.keys(names) as readonly StageAction[];

/** @returns what can be done in which stage: yes, where it leads, or nothing. */
export const transitionTable = (): string =>
  table(
    ['', ...stages.map(stageName)],
    actions.map((action) => [
      names[action],
      ...stages.map((stage) => {
        const { from, to } = transitions[action];
        if (!from.includes(stage)) return '';
        return to === undefined || to === stage ? 'yes' : `→ ${stageName(to)}`;
      }),
    ]),
  );

/** @returns each refusal of a stage once, in the words of the program, with where it is met. */
export function stageRefusals(): string {
  const met = new Map<string, { readonly stages: Set<Stage>; readonly actions: Set<string> }>();
  for (const stage of stages) {
    for (const action of actions) {
      const refusal = refusesStage(standing(stage), action);
      if (refusal === undefined) continue;
      const text = refusalText(words, refusal, byCommand);
      const seen = met.get(text) ?? { stages: new Set(), actions: new Set() };
      seen.stages.add(stage);
      seen.actions.add(names[action]);
      met.set(text, seen);
    }
  }
  return table(
    ['where it stands', 'what was tried', 'what the program says'],
    [...met].map(([text, seen]) => [
      [...seen.stages].map(stageName).join(', '),
      [...seen.actions].join('; '),
      text,
    ]),
  );
}

/** A complaint of which nothing is known but where it stands. */
function standing(stage: Stage): ComplaintState {
  const at = millis(0);
  const opened = fold([
    {
      type: 'opened',
      body: { aim: at, due: at },
      complaint: complaintId(1042),
      n: 1,
      at,
      agent: agentName('Sam'),
    },
  ]);
  if (opened === undefined) throw new Error('nothing was opened');
  return { ...opened, stage };
}
