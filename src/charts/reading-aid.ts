/**
 * A chart read point by point, by keyboard or pointer. Nothing depends on it: every text it says is in the page.
 */

import { readRow } from './read-row.ts';

/** Gives every chart of the page one tab stop, arrow keys and a crosshair, and opens tables for printing. */
export function aidReading(page: Document): void {
  for (const plot of page.querySelectorAll<HTMLElement>('.plot[data-aid]')) aidPlot(plot);
  const opened = new Set<HTMLDetailsElement>();
  addEventListener('beforeprint', () => {
    for (const table of page.querySelectorAll<HTMLDetailsElement>('.figure-table:not([open])')) {
      table.open = true;
      opened.add(table);
    }
  });
  addEventListener('afterprint', () => {
    for (const table of opened) table.open = false;
    opened.clear();
  });
}

/** A row of the figure's table in words. */
function rowOf(figure: HTMLElement | null, row: number): string {
  const table = figure?.querySelector('table');
  const textsOf = (cells: Iterable<Element> = []) => [...cells].map((cell) => cell.textContent ?? '');
  const names = textsOf(table?.tHead?.rows[0]?.cells);
  return readRow(figure?.dataset.kind, names, textsOf(table?.tBodies[0]?.rows[row]?.cells));
}

function aidPlot(plot: HTMLElement): void {
  const points = [...plot.querySelectorAll<SVGElement | HTMLElement>('[data-row], [data-say]')];
  if (points.length === 0) return;
  const figure = plot.closest<HTMLElement>('figure');
  const across = plot.dataset.aid === 'across';
  const middle = (box: DOMRect, along = across) => (along ? box.left + box.width / 2 : box.top + box.height / 2);
  const placeOf = (point: Element) => middle(point.getBoundingClientRect());
  points.sort((a, b) => placeOf(a) - placeOf(b));

  const add = (name: string, tag = 'div') => {
    const element = plot.ownerDocument.createElement(tag);
    element.className = name;
    plot.append(element);
    return element;
  };
  const hair = add('hair');
  const tip = add('tip');
  const heard = add('unseen');
  const help = add('help', 'p');
  for (const element of [hair, tip, help]) element.setAttribute('aria-hidden', 'true');
  heard.setAttribute('aria-live', 'polite');
  hair.hidden = tip.hidden = true;
  help.textContent = 'Arrow keys move from point to point, Escape leaves.';

  const headline = figure?.querySelector('.headline')?.textContent ?? '';
  const after = figure?.querySelector<HTMLElement>('.summary');
  after?.setAttribute('tabindex', '-1');
  plot.tabIndex = 0;
  plot.setAttribute('role', 'application');
  plot.setAttribute('aria-roledescription', 'chart');
  plot.setAttribute('aria-label', `${headline}. ${help.textContent}`);

  let at = -1;
  const leave = () => {
    points[at]?.classList.remove('is-read');
    at = -1;
    hair.hidden = tip.hidden = true;
    heard.textContent = '';
  };
  const read = (next: number) => {
    points[at]?.classList.remove('is-read');
    at = Math.min(Math.max(next, 0), points.length - 1);
    const point = points[at];
    if (!point) return;
    point.classList.add('is-read');
    const frame = plot.getBoundingClientRect();
    const box = point.getBoundingClientRect();
    const x = box.left + box.width / 2 - frame.left;
    const y = box.top + box.height / 2 - frame.top;
    tip.textContent = point.dataset.say ?? rowOf(figure, Number(point.dataset.row));
    hair.hidden = !across;
    tip.hidden = false;
    hair.style.left = `${x}px`;
    tip.style.left = `${Math.min(Math.max(x - tip.offsetWidth / 2, 0), frame.width - tip.offsetWidth)}px`;
    tip.style.top = `${y - tip.offsetHeight - 14}px`;
  };

  const steps: Record<string, () => number> = {
    ArrowRight: () => at + 1,
    ArrowDown: () => at + 1,
    ArrowLeft: () => (at < 0 ? points.length : at) - 1,
    ArrowUp: () => (at < 0 ? points.length : at) - 1,
    Home: () => 0,
    End: () => points.length - 1,
  };
  plot.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Escape') {
      leave();
      after?.focus();
    }
    const step = steps[event.key];
    if (!step) return;
    event.preventDefault();
    read(step());
    heard.textContent = tip.textContent;
  });
  plot.addEventListener('blur', leave);
  plot.addEventListener('pointerleave', leave);
  const follow = ({ clientX, clientY }: PointerEvent) => {
    const [here, aside] = across ? [clientX, clientY] : [clientY, clientX];
    // Of points in one line across the way the nearest is read.
    const away = points.map((point) => {
      const box = point.getBoundingClientRect();
      return Math.abs(middle(box) - here) + Math.abs(middle(box, !across) - aside) / 1000;
    });
    read(away.indexOf(Math.min(...away)));
  };
  plot.addEventListener('pointerdown', follow);
  plot.addEventListener('pointermove', follow);
}
