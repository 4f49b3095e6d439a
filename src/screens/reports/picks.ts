import type { Messages } from '../../language/messages.ts';
import { periodNames } from '../../reports/named-period.ts';
import { periodSteps } from '../../reports/period.ts';
import { reportNames } from '../../reports/report.ts';
import { clamp } from '../kit/clamp.ts';
import type { PickAction } from './bindings.ts';
import type { Pick, PickItem, ReportsView } from './view.ts';

/** What is picked to type dates of one's own. */
export const OWN_DATES = 'own' as const;
/** What is picked to leave the steps to the program. */
export const SUITABLE = 'suitable' as const;

/** @returns the ten reports with what each answers, the periods, or the steps; what holds now in hand. */
export function openPick(kind: Pick['kind'], view: ReportsView, words: Messages): Pick {
  const items = itemsOf(kind, words);
  const now = {
    report: view.name,
    period: view.period.kind === 'own' ? OWN_DATES : view.period.name,
    step: view.step ?? SUITABLE,
  }[kind];
  return {
    kind,
    items,
    index: Math.max(
      0,
      items.findIndex(({ value }) => value === now),
    ),
  };
}

function itemsOf(kind: Pick['kind'], words: Messages): readonly PickItem[] {
  switch (kind) {
    case 'report':
      return reportNames.map((value) => ({
        value,
        label: words.say(`report.title.${value}`),
        hint: words.say(`report.says.${value}`),
      }));
    case 'period':
      return [...periodNames, OWN_DATES].map((value) => ({
        value,
        label: words.say(`reports.period.${value}`),
      }));
    case 'step':
      return [SUITABLE, ...periodSteps].map((value) => ({
        value,
        label: words.say(`reports.step.${value}`),
      }));
  }
}

/** @returns the list after a key that moves within it. */
export function movePick(pick: Pick, action: PickAction): Pick {
  const { length } = pick.items;
  const to: Partial<Record<PickAction, number>> = {
    up: pick.index - 1,
    down: pick.index + 1,
    first: 0,
    last: length - 1,
  };
  return { ...pick, index: clamp(to[action] ?? pick.index, 0, length - 1) };
}
