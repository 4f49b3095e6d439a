import { beforeAll, describe, expect, it } from 'vitest';
import type { Playbook } from '../../src/rules/playbook.ts';
import { shippedPlaybook } from './pack-copy.ts';

let playbook: Playbook;
beforeAll(async () => {
  playbook = await shippedPlaybook();
});

describe('the lists', () => {
  it('takes complaints on every channel, by phone unless told otherwise (P10)', () => {
    expect(playbook.channels.map(({ id }) => id)).toEqual([
      'phone',
      'email',
      'in-person',
      'chat',
      'web',
      'social',
      'letter',
    ]);
    expect(playbook.channels.find(({ usual }) => usual)?.id).toBe('phone');
  });

  it('counts a person’s manner among the causes (P6)', () => {
    const manner = playbook.causes.find(({ id }) => id === 'manner');
    expect(manner?.causes.map(({ id }) => id)).toEqual(
      expect.arrayContaining(['rude', 'dismissive', 'not-listened', 'kept-waiting']),
    );
  });

  it('words every cause so that it fits "I am sorry that ..." (P13)', () => {
    const clause = /^(?:it|you|your|the|nobody|somebody|something|parts|only|a|there) .*[^.]$/;
    const labels = playbook.causes.flatMap((group) => group.causes.map(({ label }) => label));
    expect(labels.filter((label) => !clause.test(label))).toEqual([]);
  });

  it('says for each severity when it applies', () => {
    expect(playbook.severities.map(({ id }) => id)).toEqual(['low', 'normal', 'high', 'urgent']);
    expect(playbook.severities.filter(({ hint }) => hint === undefined)).toEqual([]);
    expect(playbook.severities.find(({ usual }) => usual)?.id).toBe('normal');
  });

  it('answers within ten hours, aims for eight, and follows up after 24 to 48 (P25, P34)', () => {
    const { answerHours, aimHours, followUpHours } = playbook.targets;
    expect([answerHours, aimHours, followUpHours]).toEqual([10, 8, 36]);
    for (const hours of Object.values(playbook.targets.answerHoursBySeverity)) {
      expect(hours).toBeLessThan(answerHours);
    }
  });

  it('picks up at once, is heard within two hours, and key customers wait less (P25, P39)', () => {
    const { targets } = playbook;
    expect(targets.pickUpHours).toBe(0.25);
    expect(targets.acknowledgeHours).toBe(2);
    expect(targets.resolveHours).toBe(40);
    const key = targets.rules.find(({ when }) => when.keyCustomer === true);
    expect(key?.answerHours).toBeLessThan(targets.answerHours);
    expect(key?.resolveHours).toBeLessThan(targets.resolveHours ?? 0);
  });

  it('lets one person alone reopen what they resolved', () => {
    expect(playbook.policy.reopenByAnother).toBe(false);
  });
});
