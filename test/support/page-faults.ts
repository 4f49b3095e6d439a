import type { Page } from 'playwright-core';

/** What stands out to the right of a page, beyond the dots of a line. */
export const overflowing = (page: Page): Promise<readonly string[]> =>
  page.evaluate<readonly string[]>(`(() => {
    const wide = document.documentElement.clientWidth;
    const scrolled = document.documentElement.scrollWidth;
    const beyond = [...document.querySelectorAll('main *:not(svg *):not(.hidden)')]
      .filter((element) => element.getBoundingClientRect().right > wide + 0.5)
      .map((element) => element.tagName + ' ' + element.textContent.slice(0, 40));
    return scrolled > wide ? [...beyond, scrolled + ' of ' + wide] : beyond;
  })()`);

/** What cannot be read well: text of less contrast than WCAG 2.2 asks for (1.4.3, 4.5 to 1). */
export const faint = (page: Page): Promise<readonly string[]> =>
  page.evaluate<readonly string[]>(`(() => {
    const channel = (value) => {
      const share = value / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    };
    const luminance = (colour) => {
      const [red, green, blue] = colour.match(/[\\d.]+/g).map(Number);
      return 0.2126 * channel(red) + 0.7152 * channel(green) + 0.0722 * channel(blue);
    };
    const behind = (element) => {
      for (let at = element; at !== null; at = at.parentElement) {
        const { backgroundColor } = getComputedStyle(at);
        if (backgroundColor !== 'rgba(0, 0, 0, 0)') return backgroundColor;
      }
      return 'rgb(255, 255, 255)';
    };
    const texts = document.querySelectorAll('h1,h2,p,li span,th,td,dt,dd,figcaption,svg text');
    return [...texts].flatMap((element) => {
      const style = getComputedStyle(element);
      const drawn = element instanceof SVGElement;
      const before = element.previousElementSibling;
      const inCell = drawn && before !== null && before.matches('rect.c');
      const paper = inCell ? getComputedStyle(before).fill : behind(element);
      const one = luminance(drawn ? style.fill : style.color);
      const other = luminance(paper);
      const contrast = (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
      return contrast < 4.5 ? [contrast.toFixed(2) + ' ' + element.textContent] : [];
    });
  })()`);

/** The colour of a page's paper. */
export const paperOf = (page: Page): Promise<string> =>
  page.evaluate<string>('getComputedStyle(document.documentElement).backgroundColor');
