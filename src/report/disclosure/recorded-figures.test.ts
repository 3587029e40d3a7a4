import { describe, expect, test } from 'vitest';
import { ratings, reportOf, responses } from '../report-of.fixture.ts';
import type { Report } from '../types/report.ts';

const [FEBRUARY, MAY] = ['2026-02-10', '2026-05-10'];

/** In the first quarter a few answers by fax, and more of them later. */
const files = (fax: number) => ({
  'data/answers.csv': responses(
    ratings(FEBRUARY, 'email', 80, 60),
    ratings(FEBRUARY, 'phone', 60, 30),
    ratings(FEBRUARY, 'fax', 6 + fax, 3),
    ratings(MAY, 'email', 90, 70),
    ratings(MAY, 'phone', 70, 40),
    ratings(MAY, 'fax', 40, 20),
  ),
  'content/report.yaml': 'coverage: { from: 2026-01-01, to: 2026-06-30 }\n',
});

const byChannel = (report: Report) =>
  ['email', 'phone', 'fax'].map(
    (channel) => report.estimate({ metric: 'csat', where: { channel }, period: '2026-Q1' }).status,
  );

describe('beside a recorded edition', () => {
  test('what it kept back of a closed period stays kept back, though the group has grown since', async () => {
    const before = await reportOf(files(0));
    const edition = before.edition('2026-Q2');
    const hidden = byChannel(before).map((status) => status === 'suppressed');
    expect(hidden.filter(Boolean).length).toBeGreaterThan(1);
    expect(byChannel(await reportOf(files(30))).includes('suppressed')).toBe(false);
    const after = byChannel(await reportOf({ ...files(30), 'content/editions/2026-Q2.json': edition }));
    expect(after.map((status) => status === 'suppressed')).toEqual(hidden);
  });

  test('of a period that was not complete then, the whole period is another matter', async () => {
    const early = { ...files(0), 'content/report.yaml': 'coverage: { from: 2026-01-01, to: 2026-02-20 }\n' };
    const edition = (await reportOf(early)).edition('early');
    expect(byChannel(await reportOf({ ...files(30), 'content/editions/early.json': edition }))).not.toContain(
      'suppressed',
    );
  });
});
