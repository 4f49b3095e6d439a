import { describe, expect, it } from 'vitest';
import { emulateTerminal } from './emulated-terminal.ts';
import { textsToBe } from './forbidden.ts';
import { escapeXml, framePicture } from './frame-picture.ts';

async function pictureOf(output: string, titleBar = false): Promise<string> {
  const terminal = emulateTerminal({ columns: 30, rows: 3 });
  await terminal.write(`\u001b[?25l${output}`);
  return framePicture(terminal, { title: 'A complaint & its answer', titleBar });
}

describe('a picture of a frame', () => {
  it('reads as text for those who listen to it', async () => {
    const svg = await pictureOf('C-1042\r\nMaria <Petrova> "&"');
    expect(svg).toContain('role="img" aria-labelledby="title desc"');
    expect(svg).toContain('<title id="title">A complaint &amp; its answer</title>');
    expect(svg).toContain('<desc id="desc">C-1042\nMaria &lt;Petrova&gt; &quot;&amp;&quot;</desc>');
  });

  it('needs nothing from elsewhere', async () => {
    const svg = await pictureOf('C-1042', true);
    expect(svg).not.toMatch(/href|url\(|@import|<script|<image|<style/);
  });

  it('puts a run of one look at its own column and gives it its own cells', async () => {
    const svg = await pictureOf('on time \u001b[31;1mlate');
    expect(svg).toMatch(
      /<text xml:space="preserve" x="0" y="14" textLength="72"[^>]*>on time <\/text>/,
    );
    expect(svg).toMatch(
      /<text xml:space="preserve" x="72" y="14" textLength="36"[^>]*fill="#f2777a" font-weight="bold">late<\/text>/,
    );
  });

  it('keeps a wide character from pushing what follows out of its column', async () => {
    const svg = await pictureOf('น👍🏽|x');
    expect(svg).toMatch(/<text xml:space="preserve" x="9" y="14">👍🏽<\/text>/);
    expect(svg).toMatch(/<text xml:space="preserve" x="27" y="14"[^>]*>\|x/);
  });

  it('draws borders as lines that meet from row to row', async () => {
    const svg = await pictureOf('╭─╮\r\n│a│');
    expect(svg).not.toMatch(/>[^<]*[╭─╮│][^<]*<\/text>/);
    expect(svg).toContain('<path transform="translate(0 0)" d="M4.5 19Q4.5 9.5 9 9.5"/>');
    expect(svg).toContain('<path transform="translate(0 19)" d="M4.5 9.5L4.5 0M4.5 9.5L4.5 19"/>');
    expect(svg).toMatch(/<text xml:space="preserve" x="9" y="33"[^>]*>a<\/text>/);
  });

  it('swaps ink and paper in reverse video', async () => {
    const svg = await pictureOf('\u001b[7mEnter');
    expect(svg).toContain('<rect x="0" y="0" width="45" height="19" fill="#dfe3ea"/>');
    expect(svg).toMatch(/fill="#1b1f27">Enter/);
  });

  it('shows the cursor only where the terminal shows it', async () => {
    const cursor = /<rect x="54" y="0" width="2"/;
    expect(await pictureOf('answer')).not.toMatch(cursor);
    expect(await pictureOf('answer\u001b[?25h')).toMatch(cursor);
  });

  it.each(textsToBe('refused').concat(textsToBe('marked').slice(0, 40)))(
    'is well-formed with a text that has a $name',
    ({ text }) => {
      expect(escapeXml(text)).toMatch(/^[\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]*$/u);
    },
  );
});
