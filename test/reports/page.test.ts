import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createMessages } from '../../src/language/messages.ts';
import { markup } from '../../src/reports/html/markup.ts';
import { openFile, writePage } from '../../src/reports/html/open-page.ts';
import { reportPage } from '../../src/reports/html/page.ts';
import { type Report, reportNames } from '../../src/reports/report.ts';
import { type Looking, noBrowser, openInBrowser, startBrowser } from '../support/browser.ts';
import { faint, overflowing, paperOf } from '../support/page-faults.ts';
import {
  count,
  emptyReport,
  mean,
  part,
  reportOf,
  row,
  sampleReports,
  share,
} from '../support/sample-reports.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { waitUntil } from '../support/wait-until.ts';

const words = createMessages('en');
const pageOf = (report: Report): string => reportPage(report, words);

/** A4 without its margins, in the pixels of print (CSS: 96 an inch). */
const A4 = Math.floor(((210 - 32) / 25.4) * 96);
const looks: readonly (Looking & { readonly name: string })[] = [
  { name: 'a phone', width: 390 },
  { name: 'a small phone', width: 320 },
  { name: 'a laptop', width: 1280 },
  { name: 'a laptop at night', width: 1280, scheme: 'dark' },
  { name: 'a phone at night', width: 390, scheme: 'dark' },
  { name: 'A4', width: A4, media: 'print' },
  { name: 'A4, printed from a dark screen', width: A4, media: 'print', scheme: 'dark' },
];

describe.skipIf(noBrowser !== undefined)(
  `a report as a page${noBrowser ? ` (${noBrowser})` : ''}`,
  () => {
    let browser: Browser;
    beforeAll(async () => {
      browser = await startBrowser();
    });
    afterAll(() => browser.close());

    it.each(reportNames)(
      'shows %s in a browser without a word, a request or an overflow',
      async (name) => {
        const html = pageOf(sampleReports[name]);
        const { page, said, asked } = await openInBrowser(browser, html, { width: 390 });
        for (const { name: look, width, scheme = 'light', media = 'screen' } of looks) {
          await page.setViewportSize({ width, height: 900 });
          await page.emulateMedia({ media, colorScheme: scheme });
          expect(await overflowing(page), look).toEqual([]);
          expect(await faint(page), look).toEqual([]);
        }
        expect(await page.locator('h1').textContent()).toBe(sampleReports[name].title);
        expect(said).toEqual([]);
        expect(asked).toEqual([]);
      },
    );

    it('says what each picture is to those who do not see it, with a table beneath', async () => {
      const { page } = await openInBrowser(browser, pageOf(sampleReports.causes), { width: 1280 });
      const picture = page.getByRole('img', { name: 'By cause: Complaints' });
      expect(await picture.count()).toBe(1);
      expect(await picture.locator('desc').textContent()).toBe(
        'The first 4 make up four fifths of all. The table beneath has every figure.',
      );
      const table = page.getByRole('table', { name: 'By cause' });
      expect(await table.getByRole('row').count()).toBe(7);
      expect(await table.getByRole('rowheader').first().textContent()).toBe('it arrived damaged');
      const above = await picture.boundingBox();
      const beneath = await table.boundingBox();
      expect(above?.y).toBeLessThan(beneath?.y ?? 0);
    });

    it('draws bars as long as their figures, and the running sum up to the right edge (P37)', async () => {
      const { page } = await openInBrowser(browser, pageOf(sampleReports.causes), { width: 1280 });
      const numbers = async (selector: string, attribute: string): Promise<readonly number[]> => {
        const found = await page.locator(`figure > svg ${selector}`).all();
        const texts = await Promise.all(found.map((each) => each.getAttribute(attribute)));
        return texts.map((text) => Math.round(Number.parseFloat(text ?? '')));
      };
      expect(await numbers('rect.bar', 'width')).toEqual([32, 21, 17, 13, 9, 7]);
      expect(await numbers('.sumdot', 'cx')).toEqual([32, 53, 70, 84, 93, 100]);
    });

    it('runs nothing that somebody wrote into it, script or no script', async () => {
      const attack = '<img src=x onerror="window.hit=1"><script>window.hit=1</script>';
      const report = reportOf(
        'causes',
        attack,
        attack,
        [
          part('a"b', attack, { a: attack, b: `"onload='x'` }, [row('r', attack, count(3))], {
            kind: 'bars',
            value: 'b',
          }),
        ],
        {
          business: attack,
          narrowedBy: attack,
          definitions: [{ term: attack, says: attack }],
          head: attack,
        },
      );
      const { page, said, asked } = await openInBrowser(browser, pageOf(report), { width: 800 });
      expect(await page.evaluate('window.hit')).toBeUndefined();
      expect(await page.locator('script, img, iframe, [onerror], [onload], [style]').count()).toBe(
        0,
      );
      expect(await page.locator('h1').textContent()).toBe(attack);
      expect([...said, ...asked]).toEqual([]);
    });

    it('allows no style, script or request but its own style, even where one got in', async () => {
      const html = pageOf(sampleReports.times).replace(
        '</main>',
        '<script>window.hit=1</script><style>h1{color:red}</style><img src="http://127.0.0.1:9/x"></main>',
      );
      const { page, said } = await openInBrowser(browser, html, { width: 800 });
      expect(await page.evaluate('window.hit')).toBeUndefined();
      expect(
        said.filter((line) => line.includes('Content Security Policy')).length,
      ).toBeGreaterThan(2);
    });

    it('is all there before any script could run', async () => {
      const look = { width: 800, script: false };
      const { page } = await openInBrowser(browser, pageOf(sampleReports.summary), look);
      expect(await page.getByText('At a glance').isVisible()).toBe(true);
      expect(await page.locator('.tiles li').count()).toBe(8);
    });

    it('is printed on A4, on white whatever the screen, with the head of each table on each page', async () => {
      const look = { width: A4, media: 'print', scheme: 'dark' } as const;
      const { page } = await openInBrowser(browser, pageOf(sampleReports.customers), look);
      expect(await paperOf(page)).toBe('rgb(255, 255, 255)');
      const pdf = await page.pdf({ preferCSSPageSize: true });
      const boxes = [...pdf.toString('latin1').matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)];
      for (const [, wide, high] of boxes) {
        expect([Math.round(Number(wide)), Math.round(Number(high))]).toEqual([595, 842]);
      }
      expect(boxes.length).toBeGreaterThan(1);
    });

    it('says on an empty page that nothing happened, in its own language', async () => {
      const { page } = await openInBrowser(browser, pageOf(emptyReport), { width: 390 });
      expect(await page.getByText('No complaint reached you in this time.').count()).toBe(3);
      expect(await page.locator('html').getAttribute('lang')).toBe('en');
    });
  },
);

describe('the file of a page', () => {
  it.each(reportNames)('is small enough to be sent: %s', (name) => {
    expect(Buffer.byteLength(pageOf(sampleReports[name]))).toBeLessThan(60_000);
  });

  it('stays below 300 KB however much there is, and says what is left out', () => {
    const many = Array.from({ length: 5_000 }, (_, at) =>
      row(
        `d${at}`,
        `${at} Σεπτεμβρίου`,
        count(at),
        mean((at % 9) + 1),
        share(at, 5_000),
        count(at * 7),
      ),
    );
    const columns = { a: 'A', b: 'B', c: 'C', d: 'D', e: 'E' };
    const html = pageOf(
      reportOf('satisfaction', 'Satisfaction', 'Day by day.', [
        part('lines', 'Lines', columns, many, { kind: 'lines', values: ['b', 'c', 'd'] }),
        part('bars', 'Bars', columns, many, { kind: 'bars', value: 'b' }),
      ]),
    );
    expect(Buffer.byteLength(html)).toBeLessThan(300_000);
    expect(html).toContain('left out here; the CSV has them all');
  });

  it('has the figures of one currency on one scale, and names the others', () => {
    const html = pageOf(sampleReports.remedies);
    expect(html).toContain('€98,765,432.10');
  });

  it('escapes what comes from outside, and what it is told twice is escaped once', () => {
    const inner = markup`<b>${'a<b>&"\''}</b>`;
    expect(String(markup`<p title="${'"x"'}">${inner}${[inner]}${1 / 3}</p>`)).toBe(
      '<p title="&quot;x&quot;"><b>a&lt;b&gt;&amp;&quot;&#39;</b><b>a&lt;b&gt;&amp;&quot;&#39;</b>0.33</p>',
    );
    expect(String(markup`${'\u202eabc\u0000'}`)).toBe('‹U+202E›abc␀');
  });
});

describe('a page that is opened', () => {
  it('lies where only its owner can read it, and takes the place of the one before', () => {
    const folder = join(temporaryFolder(), 'pages', 'of-reports');
    expect(writePage('<p>one', folder, 'causes')).toBe(join(folder, 'causes.html'));
    const file = writePage('<p>two', folder, 'causes');
    expect(readFileSync(file, 'utf8')).toBe('<p>two');
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(statSync(folder).mode & 0o777).toBe(0o700);
  });

  it('is shown by whatever opens pages here', async () => {
    const opened: string[] = [];
    await openFile('/a b/causes.html', {}, async (address) => {
      opened.push(address);
    });
    expect(opened).toEqual(['file:///a%20b/causes.html']);
  });

  it('is shown by $BROWSER where that names one', async () => {
    const folder = temporaryFolder();
    const seen = join(folder, 'seen');
    const browser = join(folder, 'browser');
    writeFileSync(browser, `#!/bin/sh\nprintf '%s' "$*" > '${seen}'\n`, { mode: 0o755 });
    await openFile('/x/causes.html', { BROWSER: `${browser} --new %s:other` });
    const shown = (): string => {
      try {
        return readFileSync(seen, 'utf8');
      } catch {
        return '';
      }
    };
    await waitUntil(() => shown().endsWith('.html'), 5_000);
    expect(shown()).toBe('--new file:///x/causes.html');
  });

  it('fails where there is nothing to open it with, so that somebody can be told', async () => {
    await expect(openFile('/x/y.html', { BROWSER: '/nowhere/at-all' })).rejects.toThrow(/ENOENT/);
  });
});
