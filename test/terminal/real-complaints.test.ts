import { describe, expect, it } from 'vitest';
import { homeOfSam } from '../support/home-of-sam.ts';
import { realComplaints, told } from '../support/real-complaints.ts';
import { openAmends, runAmends } from '../support/run-amends.ts';
import { keySteps, lineSteps, take } from '../support/take-by-keys.ts';

/** The columns that must not differ between a conversation by keys and one in lines. */
const fields = [...Object.keys(told(realComplaints()[0])), 'offers', 'promises'].join(',');

async function exported(home: string): Promise<readonly Record<string, unknown>[]> {
  const { stdout } = await runAmends(['list', '--jsonl', fields, '--sort', 'opened_at'], { home });
  return stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
}

describe('real complaints, taken by an agent at a real terminal', () => {
  const [dead, park, shop] = realComplaints();

  it('two go through the full screen from the hello to the thank-you, and scripts read them a second later', async () => {
    const home = await homeOfSam();
    for (const story of [dead, park]) {
      const desk = openAmends(['new'], { home });
      await take(desk, keySteps(story)).see('is on record').press('enter');
      expect(await desk.exit()).toMatchObject({ code: 0 });
    }
    expect(await exported(home)).toMatchObject([told(dead), told(park)]);
    expect((await runAmends(['verify'], { home })).code).toBe(0);
  });

  it('one goes through the accessible mode, and its export is the same as by the full screen', async () => {
    const lines = await homeOfSam();
    const plain = openAmends(['new', '--accessible'], { home: lines, rows: 100 });
    await take(plain, lineSteps(shop));
    expect(await plain.exit()).toMatchObject({ code: 0 });

    const keys = await homeOfSam();
    const screen = openAmends(['new'], { home: keys });
    await take(screen, keySteps(shop)).see('is on record').press('enter');
    expect(await screen.exit()).toMatchObject({ code: 0 });

    const [byLines] = await exported(lines);
    const [byKeys] = await exported(keys);
    expect(byLines).toMatchObject(told(shop));
    expect(byLines).toEqual(byKeys);
  });
});
