import { describe, expect, test } from 'vitest';
import { ratings, reportOf, responses } from '../report-of.fixture.ts';
import type { Report } from '../types/report.ts';
import { previousEdition } from './previous-edition.ts';

const FEBRUARY = '2026-02-10';
const MAY = '2026-05-10';

/** Two channels in two quarters; `late` more answers by phone in February than the previous edition had. */
const exported = (late: number) =>
  responses(
    ratings(FEBRUARY, 'email', 80, 60),
    ratings(FEBRUARY, 'phone', 60 + late, 30),
    ratings(MAY, 'email', 90, 70),
    ratings(MAY, 'phone', 70, 40),
  );

const configured = { 'content/report.yaml': 'coverage: { from: 2026-01-01, to: 2026-06-30 }\n' };

function published(report: Report): string {
  return report.downloads().find(({ path }) => path === 'data/estimates.csv')?.text ?? '';
}

/** The report with late answers, after one without them has been published. */
async function nextEdition(late: number): Promise<Report> {
  const before = await reportOf({ 'data/answers.csv': exported(0), ...configured });
  return reportOf({
    'data/answers.csv': exported(late),
    ...configured,
    'content/previous/estimates.csv': published(before),
  });
}

const phone = (report: Report) => report.estimate({ metric: 'csat', where: { channel: 'phone' }, period: '2026-Q1' });

describe('beside a previous edition', () => {
  test('a figure that moved by a few rows is kept back: the difference would tell what those few said', async () => {
    expect(phone(await nextEdition(4))).toMatchObject({ status: 'suppressed', text: '[c]' });
  });

  test('so is every figure that those rows are part of, and enough others that none of them can be worked out', async () => {
    const report = await nextEdition(4);
    const rows = published(report)
      .split('\n')
      .filter((row) => row.startsWith('csat,'));
    const shown = (start: string) => rows.some((row) => row.startsWith(start) && !row.includes('suppressed'));
    expect(shown('csat,satisfaction,,,quarter,2026-Q1,')).toBe(false);
    expect(shown('csat,satisfaction,,,all,all,')).toBe(false);
    expect(shown('csat,satisfaction,,,month,2026-02,')).toBe(false);
    expect(shown('csat,satisfaction,channel,phone,all,all,')).toBe(false);
  });

  test('a figure that did not move, or moved by as many as a figure needs, is published', async () => {
    expect(phone(await nextEdition(0)).status).toBe('ok');
    expect(phone(await nextEdition(12))).toMatchObject({ status: 'ok', n: 72 });
  });

  test('counts that were kept back are not known to anybody', () => {
    const edition = previousEdition(
      'metric,dimension,value,period,n\ncsat,channel,fax,all,<10\ncsat,channel,"\'=cmd()",all,40\n',
    );
    expect(edition.n('csat', 'channel', 'fax', 'all')).toBeUndefined();
    expect(edition.n('csat', 'channel', '=cmd()', 'all')).toBe(40);
  });

  test('another file in its place stops the build and says what belongs there', async () => {
    const files = { 'data/answers.csv': exported(0), 'content/previous/estimates.csv': 'a;b\n1;2\n' };
    await expect(reportOf(files)).rejects.toThrow('The previous edition is no estimates.csv of a report');
  });
});
