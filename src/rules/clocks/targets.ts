import type { ClockKind } from '../clock.ts';
import type { TargetRule, Targets } from '../playbook.ts';

/** What decides how much time there is. */
export interface TargetFacts {
  readonly severity?: string | undefined;
  readonly channel?: string | undefined;
  /** A key customer, who has shorter deadlines (P39). */
  readonly keyCustomer: boolean;
}

/** What decided it: the usual target, the severity's own, or a rule of the playbook. */
export type TargetSource =
  | { readonly by: 'usual' }
  | { readonly by: 'severity'; readonly severity: string }
  | { readonly by: 'rule'; readonly rule: TargetRule };

/** How much time there is for something; all spans are milliseconds of business time. */
export interface Target {
  readonly span: number;
  /** What we aim for, within it: the share of it that the aim has of the usual answer (P25). */
  readonly aim: number;
  readonly because: TargetSource;
}

/** What has a target of its own; a follow-up has a date instead. */
export type TargetKind = Exclude<ClockKind, 'followup'>;

const hoursFor = {
  pickup: 'pickUpHours',
  acknowledge: 'acknowledgeHours',
  answer: 'answerHours',
  resolve: 'resolveHours',
} as const satisfies Record<TargetKind, keyof TargetRule>;

const HOUR = 3_600_000;

/**
 * Chooses the time there is (P25, P28, P39). What is said of this severity, channel or customer goes
 * before the usual; of several that fit, the shortest holds.
 * @returns a target for each clock that the playbook has one for
 */
export function targetsFor(
  targets: Targets,
  facts: TargetFacts,
): Readonly<Partial<Record<TargetKind, Target>>> {
  const kinds = Object.keys(hoursFor) as TargetKind[];
  return Object.fromEntries(
    kinds.flatMap((kind) => {
      const target = targetFor(kind, targets, facts);
      return target === undefined ? [] : [[kind, target]];
    }),
  );
}

function targetFor(kind: TargetKind, targets: Targets, facts: TargetFacts): Target | undefined {
  const name = hoursFor[kind];
  const own = [
    ...(kind === 'answer' ? bySeverity(targets, facts) : []),
    ...byRules(targets, facts, name),
  ];
  const usual = targets[name];
  const chosen =
    own.reduce<Choice | undefined>(
      (shortest, one) => (shortest === undefined || one.hours < shortest.hours ? one : shortest),
      undefined,
    ) ?? (usual === undefined ? undefined : { hours: usual, because: { by: 'usual' } });
  if (chosen === undefined) return undefined;
  const span = Math.round(chosen.hours * HOUR);
  const share = Math.min(1, targets.aimHours / targets.answerHours);
  return { span, aim: Math.round(span * share), because: chosen.because };
}

interface Choice {
  readonly hours: number;
  readonly because: TargetSource;
}

function bySeverity(
  { answerHoursBySeverity }: Targets,
  { severity }: TargetFacts,
): readonly Choice[] {
  if (severity === undefined || !Object.hasOwn(answerHoursBySeverity, severity)) return [];
  const hours = answerHoursBySeverity[severity];
  return hours === undefined ? [] : [{ hours, because: { by: 'severity', severity } }];
}

function byRules(
  { rules }: Targets,
  facts: TargetFacts,
  name: (typeof hoursFor)[TargetKind],
): readonly Choice[] {
  return rules.flatMap((rule) => {
    const hours = rule[name];
    return hours === undefined || !fits(rule, facts)
      ? []
      : [{ hours, because: { by: 'rule', rule } }];
  });
}

function fits({ when }: TargetRule, { severity, channel, keyCustomer }: TargetFacts): boolean {
  if (when.severity !== undefined && !when.severity.includes(severity ?? '')) return false;
  if (when.channel !== undefined && !when.channel.includes(channel ?? '')) return false;
  return when.keyCustomer === undefined || when.keyCustomer === keyCustomer;
}
