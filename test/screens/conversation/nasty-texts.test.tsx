import { describe, expect, it } from 'vitest';
import { openSampleDesk } from '../../plain/sample-desk.ts';
import { nastyTexts, textsToBe } from '../../support/forbidden.ts';
import { brokenKettle } from './a-conversation.ts';
import { type AtTheDesk, sitDownAt } from './at-the-desk.tsx';
import { expectItsPlaces } from './every-frame.ts';

/** A terminal sends UTF-8, in which half a character cannot even be typed. */
const typeable = nastyTexts.filter(({ name }) => !name.startsWith('lone surrogate'));

/** Joined to a few pastes that the shortest field takes. */
function pastesOf(texts: readonly string[], longest = 90): readonly string[] {
  const pastes: string[] = [];
  for (const text of texts) {
    const last = pastes.at(-1);
    if (last !== undefined && last.length + text.length < longest) {
      pastes.splice(-1, 1, `${last} ${text}`);
    } else pastes.push(text);
  }
  return pastes;
}

const pastes = pastesOf(typeable.map(({ text }) => text).filter(({ length }) => length < 90));
const asked = brokenKettle.map(({ question }) => question);

async function pasteAll(sam: AtTheDesk): Promise<void> {
  for (const text of pastes) {
    await sam.paste(text);
    expectItsPlaces(sam);
    await sam.press('ctrl+z');
  }
}

describe('texts that could act on a terminal', () => {
  it.each(asked)('do nothing and shift nothing in the field of: %s', async (question) => {
    const sam = await sitDownAt(await openSampleDesk(), question);
    await sam.press(' ');
    for (const text of pastes) {
      await sam.paste(text);
      expectItsPlaces(sam);
      // A text of several lines keeps the ones above: what piles up is looked at too.
      await sam.press('ctrl+u');
    }
    expect(sam.view().at).toBe(question);
  });

  it.each(['ctrl+o', 'ctrl+k', 'ctrl+t', 'ctrl+s', 'ctrl+g', 'ctrl+p'])(
    'do nothing and shift nothing in what %s opens',
    async (key) => {
      const sam = await sitDownAt(await openSampleDesk(), 'words');
      await sam.press(key);
      await pasteAll(sam);
    },
  );

  it('are shown with visible marks wherever the record is shown', async () => {
    const desk = await openSampleDesk();
    const marked = textsToBe('marked').map(({ text }) => text);
    const short = pastesOf(marked.filter(({ length }) => length < 30)).at(-1) ?? '';
    const sam = await sitDownAt(desk, 'customer', { columns: 120, rows: 40 });
    for (const { question, keys } of brokenKettle) {
      await sam.reach(question);
      const own = ['customer', 'account', 'words', 'restated', 'product', 'apology', 'done'];
      if (own.includes(question)) {
        await sam.paste(question === 'words' ? marked.join('\n') : short);
        await sam.rush('\r');
      } else if (question === 'promises') {
        await sam.paste(short);
        await sam.rush('\r\r2026-11-23 17:00\r\r');
      } else await sam.rush(keys);
      expectItsPlaces(sam);
    }
    await sam.reach(undefined);
    for (let page = 0; page < 12; page += 1) {
      expectItsPlaces(sam);
      await sam.press('pagedown');
    }
    await sam.resize(80, 24);
    expectItsPlaces(sam);
    await sam.resize(60, 20);
    expectItsPlaces(sam);
  });

  it('are kept as they were sent, but for what cannot be stored, which is told', async () => {
    const sam = await sitDownAt(await openSampleDesk(), 'words');
    await sam.paste('ket\u0000tle \u001b]0;paid\u0007');
    await sam.see('! Characters that cannot be stored were left out.');
    await sam.see('kettle ␛]0;paid␇');
    await sam.press('enter');
    await sam.reach('restated');
    expect(sam.view().conversation.state.answers.words).toBe('kettle \u001b]0;paid\u0007');
  });
});

it.each(textsToBe('plain').map(({ name, text }) => [name, text]))(
  'their own words in %s keep every row in its place',
  async (_, text) => {
    for (const size of [
      { columns: 80, rows: 24 },
      { columns: 60, rows: 20 },
    ]) {
      const sam = await sitDownAt(await openSampleDesk(), 'words', size);
      await sam.paste(text);
      await sam.press('up', 'up', 'home', 'right', 'end');
      expectItsPlaces(sam);
      await sam.press('enter');
      if (text.trim().length > 100_000) continue;
      await sam.reach('restated');
      expectItsPlaces(sam);
      await sam.paste(text.slice(0, 3000));
      expectItsPlaces(sam);
      await sam.press('enter');
      await sam.reach('confirmed');
      expectItsPlaces(sam);
    }
  },
);
