/**
 * What a page looks like, measured: each function runs in the page and lists what is wrong, nothing when all is well.
 */
import type { Page } from 'playwright-core';

/** Elements that make the page scroll sideways; those inside a scroll container of their own are fine. */
export function widthBeyondPage(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    const wide = [...document.body.querySelectorAll('*')].filter(
      (element) => element.getBoundingClientRect().right > clientWidth + 1,
    );
    return [`${scrollWidth} > ${clientWidth}`, ...wide.slice(0, 5).map((element) => element.outerHTML.slice(0, 120))];
  });
}

/** Visible texts below 12 px, as `size: text`. */
export function smallTexts(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found = new Set<string>();
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const text = walker.currentNode.textContent?.trim() ?? '';
      const parent = walker.currentNode.parentElement;
      if (text === '' || parent === null || !parent.checkVisibility({ visibilityProperty: true })) continue;
      if (parent.closest('script, style, .visually-hidden, .unseen') !== null) continue;
      const zoom = parent instanceof SVGGraphicsElement ? Math.abs(parent.getScreenCTM()?.d ?? 1) : 1;
      const size = Number.parseFloat(getComputedStyle(parent).fontSize) * zoom;
      if (size < 11.99) found.add(`${Math.round(size * 10) / 10}px: ${text.slice(0, 40)}`);
    }
    return [...found].slice(0, 10);
  });
}

/** Texts that are cut: HTML by its box, labels of a chart by the edge of the chart or of the window. */
export function clippedTexts(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const visible = (element: Element) => element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
    const name = (element: Element) => (element.textContent ?? '').trim().replace(/\s+/g, ' ').slice(0, 60);
    const boxes = [...document.body.querySelectorAll<HTMLElement>('*')].filter((element) => {
      if (!(element instanceof HTMLElement) || !visible(element) || name(element) === '') return false;
      if (element.closest('.visually-hidden, .unseen, .skip-link, .skip-chart, [hidden]') !== null) return false;
      const { overflowX, overflowY, textOverflow } = getComputedStyle(element);
      const cutsX = ['hidden', 'clip'].includes(overflowX) && element.scrollWidth > element.clientWidth + 1;
      const cutsY = ['hidden', 'clip'].includes(overflowY) && element.scrollHeight > element.clientHeight + 2;
      return cutsX || cutsY || (textOverflow === 'ellipsis' && element.scrollWidth > element.clientWidth);
    });
    const labels = [...document.querySelectorAll<SVGTextElement>('svg text')].filter((text) => {
      if (!visible(text) || name(text) === '') return false;
      const box = text.getBoundingClientRect();
      const frame = (text.ownerSVGElement as SVGSVGElement).getBoundingClientRect();
      const overflows = getComputedStyle(text.ownerSVGElement as SVGSVGElement).overflow !== 'visible';
      const cut =
        overflows &&
        (box.left < frame.left - 1 ||
          box.right > frame.right + 1 ||
          box.bottom > frame.bottom + 2 ||
          box.top < frame.top - 2);
      const scrolls = text.closest('[tabindex="0"][role="region"]') !== null;
      return cut || (!scrolls && (box.left < -1 || box.right > document.documentElement.clientWidth + 1));
    });
    return [...boxes, ...labels].map(name).slice(0, 10);
  });
}

/** Visible labels of one chart that lie over each other, as `a × b`. */
export function collidingLabels(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found: string[] = [];
    for (const svg of document.querySelectorAll('svg')) {
      if (svg.parentElement?.closest('svg') != null) continue;
      const labels = [...svg.querySelectorAll('text')]
        .filter((text) => (text.textContent ?? '').trim() !== '')
        .filter((text) => text.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
        .map((text) => ({ text: (text.textContent ?? '').trim(), box: text.getBoundingClientRect() }))
        .filter(({ box }) => box.width > 0 && box.height > 0);
      for (const [index, a] of labels.entries()) {
        for (const b of labels.slice(index + 1)) {
          const across = Math.min(a.box.right, b.box.right) - Math.max(a.box.left, b.box.left);
          const down = Math.min(a.box.bottom, b.box.bottom) - Math.max(a.box.top, b.box.top);
          // Line boxes are taller than letters: a few pixels of shared leading are no collision.
          if (across > 1 && down > 4) found.push(`${a.text} × ${b.text}`);
        }
      }
    }
    return found.slice(0, 10);
  });
}
