import { describe, expect, it } from 'vitest';
import { homeOfSam } from '../support/home-of-sam.ts';
import { openAmends, runAmends } from '../support/run-amends.ts';
import { openAtTheWords, reference, untilKept } from './at-the-words.ts';
import { leftBehind, modesLeftOn } from './given-back.ts';

const story = 'The kettle arrived in pie';

async function record(home: string): Promise<unknown> {
  const { stdout } = await runAmends(['show', reference, '--json', 'channel,words'], { home });
  return JSON.parse(stdout);
}

describe('an agent is stopped in the middle of a word', () => {
  it.for([
    ['the window is closed (SIGHUP)', 'SIGHUP'],
    ['the machine is shut down (SIGTERM)', 'SIGTERM'],
    ['another program interrupts it (SIGINT)', 'SIGINT'],
    ['Ctrl+C', 'ctrl+c'],
  ] as const)(
    '%s: exit 130, the terminal as it was, the answer and the half word kept',
    async ([, how]) => {
      const { home, desk } = await openAtTheWords();
      await desk.send(story).see(story);
      await (how === 'ctrl+c' ? desk.press(how) : desk.kill(how));
      expect(await desk.exit()).toEqual({ code: 130, signal: 0 });
      expect(leftBehind(desk.terminal)).toEqual([]);
      expect(modesLeftOn(desk)).toEqual([]);
      expect(await desk.screen()).toContain(`amends resume ${reference}`);
      expect(await record(home)).toEqual([{ channel: 'web', words: null }]);
      expect((await runAmends(['verify'], { home })).code).toBe(0);

      const again = openAmends(['resume'], { home });
      await again.see('In their own words').see(story).send('ces.').press('enter');
      await again.see('The main points').press('ctrl+c');
      expect((await again.exit()).code).toBe(130);
      expect(await record(home)).toEqual([{ channel: 'web', words: `${story}ces.` }]);
    },
  );

  it('kill -9: what was typed is on the disk while the agent still types, and resume shows it', async () => {
    const { home, desk } = await openAtTheWords();
    // A second's typing without a pause that would be a reason to write by itself.
    const typing = desk.type('The kettle arrived, and then the lid fell off.');
    await untilKept(home, (draft) => draft.startsWith('The'));
    await typing.see('fell off.');
    await untilKept(home, (draft) => draft.endsWith('fell off.'));
    await desk.kill('SIGKILL');
    await desk.exit();
    const again = openAmends(['resume'], { home });
    await again.see('In their own words').see('and then the lid fell off.').press('escape');
    expect((await again.exit()).code).toBe(0);
    expect((await runAmends(['verify'], { home })).code).toBe(0);
  });

  it('Ctrl+C at the first field, in a list, in a form and in the palette ends with 130', async () => {
    const home = await homeOfSam();
    const first = openAmends(['new'], { home });
    await first.see('Customer').send('Mar').see('Mar').press('ctrl+c');
    expect(await first.exit()).toEqual({ code: 130, signal: 0 });
    for (const [opens, shows] of [
      ['ctrl+o', 'To whom'],
      ['ctrl+p', 'Esc to the conversation'],
      ['f1', 'Esc to the conversation'],
    ] as const) {
      const desk = openAmends(['resume', reference], { home });
      await desk.see('Customer').see('Mar').press(opens);
      await desk.see(shows).press('ctrl+c');
      expect(await desk.exit()).toEqual({ code: 130, signal: 0 });
      expect(leftBehind(desk.terminal)).toEqual([]);
    }
  });

  it('Ctrl+C in the very first moment, before anything is drawn, leaves nothing behind', async () => {
    const home = await homeOfSam();
    const desk = openAmends(['new'], { home });
    await desk.press('ctrl+c').press('ctrl+c');
    const { code, signal } = await desk.exit();
    // Until the program listens, the terminal's own signal 2 ends it.
    expect([130, 2]).toContain(signal === 0 ? code : signal);
    expect(leftBehind(desk.terminal)).toEqual([]);
    expect((await runAmends(['list'], { home })).code).toBe(0);
  });
});

describe('an agent is stopped in a conversation in lines', () => {
  it.for(['SIGHUP', 'SIGTERM', 'ctrl+c'] as const)(
    '%s ends it with 130, and every answer is there',
    async (how) => {
      const home = await homeOfSam();
      const desk = openAmends(['new', '--accessible'], { home });
      await desk.see('Customer (').press('enter').see('Which?').send('1\r');
      await desk.see('Channel:').send('5\r').see('In their own words.');
      await desk.send('The kettle arrived\r').see('The kettle arrived');
      await untilKept(home, (draft) => draft.includes('arrived'));
      await (how === 'ctrl+c' ? desk.press(how) : desk.kill(how));
      expect(await desk.exit()).toEqual({ code: 130, signal: 0 });
      expect(await record(home)).toEqual([{ channel: 'web', words: null }]);
      const again = openAmends(['resume', '--accessible'], { home });
      await again.see('The kettle arrived').press('ctrl+d');
      expect((await again.exit()).code).toBe(0);
    },
  );
});
