import { beforeAll, describe, expect, test } from 'vitest';
import { Mistake, Mistakes } from '../config/mistake.ts';
import { ratings, reportOf, responses } from './report-of.fixture.ts';
import type { Report } from './types/report.ts';

const DATA = responses(
  ratings('2025-10-01', 'email', 60, 30),
  ratings('2025-11-03', 'phone', 60, 30),
  ratings('2026-02-02', 'email', 60, 40),
  ratings('2026-03-31', 'phone', 60, 55),
);

const text = (body: string, ...head: readonly string[]) => ['---', ...head, '---', '', body, ''].join('\n');
const HALF = '<Claim metric="csat" more than="a tenth">Not few.</Claim>';

const CONTENT: Readonly<Record<string, string>> = {
  'content/home.mdx': text(
    '<Value metric="csat" /> <Claim metric="csat" is below="60%">It was low.</Claim>',
    'authors: Ann',
    'date: 2026-04-02',
    'period: 2025 Q4',
  ),
  'content/satisfaction.mdx': text(`<Include text="shared" />\n\n${HALF}`, 'title: S', 'draft: true'),
  'content/service.mdx': '<Include text="shared" />\n',
  'content/partials/shared.mdx': `Shared.\n\n${HALF}\n`,
  'content/pages/zebra.mdx': text('Z.', 'title: Zebra', 'order: 1'),
  'content/pages/why/index.mdx': text(
    `${HALF}\n\n<Include text="shared" />`,
    'title: Why',
    'panel: service',
    'summary: So.',
  ),
  'content/pages/why/bills.mdx': text(HALF, 'title: Bills', 'authors: [Ann, Bo]'),
  'content/pages/more/deep/page.mdx': text(
    'Deep.',
    'title: A deep page',
    'authors: ["Ann, insight", Bo]',
    'date: May 2026',
  ),
  'content/pages/secret.mdx': text(
    '<Claim metric="csat" is above="99%">Never.</Claim>',
    'title: Secret',
    'draft: true',
  ),
};

describe('the writers’ texts of a report', () => {
  let report: Report;
  beforeAll(async () => {
    report = await reportOf({ 'data/responses.csv': DATA, ...CONTENT });
  });

  test('say what they are called, who wrote them and what they are about', () => {
    expect(report.text('home')).toEqual({
      text: 'home',
      title: '',
      by: 'Ann, 2 April 2026',
      period: { written: '2025 Q4', label: 'October to December 2025' },
      hasFigures: true,
      draft: false,
    });
    expect(report.text('experience')).toBeNull();
  });

  test('that are pages come by order and title, each followed by those below it', () => {
    expect(report.ownPages.map(({ path, name, by, panel }) => [path, name, by, panel])).toEqual([
      ['/zebra/', 'Zebra', '', null],
      ['/more/deep/page/', 'A deep page', 'Ann, insight; Bo, May 2026', null],
      ['/why/', 'Why', '', 'service'],
      ['/why/bills/', 'Bills', 'Ann and Bo', null],
    ]);
  });

  test('make claims under ids of their own, once for each page on which a shared text stands', () => {
    expect(report.claims.map(({ id, page, file, line }) => [id, page, `${file}:${line}`])).toEqual([
      ['home-1', 'home', 'home.mdx:7'],
      ['pages--why--bills-1', 'pages/why/bills', 'pages/why/bills.mdx:6'],
      ['pages--why-1', 'pages/why/index', 'pages/why/index.mdx:7'],
      ['pages--why-2', 'pages/why/index', 'partials/shared.mdx:3'],
      ['service-1', 'service', 'partials/shared.mdx:3'],
    ]);
    const props = { metric: 'csat', more: true, than: 'a tenth' } as const;
    expect(report.claim({ page: 'pages/why/index', props })?.id).toBe('pages--why-1');
    expect(report.claim({ page: 'pages/why/index', props, drawn: new Set(['pages--why-1']) })?.id).toBe('pages--why-2');
  });

  test('that are drafts are nowhere', () => {
    expect(report.text('satisfaction')).toBeNull();
    const written = report.downloads().find(({ path }) => path === 'data/report.json')?.text ?? '';
    expect(written).toContain('Not few.');
    expect(written).not.toMatch(/Secret|Never|pages\/secret/);
  });

  test('with a period claim of that period what names none', () => {
    const [claim] = report.claims;
    expect(claim?.says).toContain('October to December 2025');
    // As its component asks: with what the writer wrote.
    expect(report.claim({ page: 'home', props: { metric: 'csat', is: true, below: '60%' } })).toBe(claim);
  });
});

describe('a mistake', () => {
  const stopped = async (content: Readonly<Record<string, string>>) => {
    const error: unknown = await reportOf({ 'data/responses.csv': DATA, ...content }).catch((thrown) => thrown);
    if (error instanceof Mistakes) return error.mistakes.map(({ details }) => details);
    return error instanceof Mistake ? [error.details] : [];
  };

  test('in the period of a text stands at its line', async () => {
    expect(await stopped({ 'content/home.mdx': text('So.', 'title: T', 'period: 2026 Q9') })).toMatchObject([
      { file: 'home.mdx', line: 3, column: 1, found: '2026 Q9' },
    ]);
  });

  test('in a shared text is told once: a name that is none, and a claim that does not hold', async () => {
    const including = { 'content/home.mdx': '<Include text="x" />', 'content/service.mdx': '<Include text="x" />' };
    for (const wrong of ['<Value metric="csatt" />', '<Claim metric="csat" is above="99%">All.</Claim>']) {
      const details = await stopped({ ...including, 'content/partials/x.mdx': `One.\n\n${wrong}\n` });
      expect(details).toMatchObject([{ file: 'partials/x.mdx', line: 3 }]);
    }
  });

  test('in a text on a page that does not exist is told before anything is published', async () => {
    expect(await stopped({ 'content/satisfacton.mdx': 'So.' })).toMatchObject([
      { what: 'This text belongs to no page', file: 'satisfacton.mdx' },
    ]);
  });
});
