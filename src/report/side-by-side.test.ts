import { describe, expect, test } from 'vitest';
import { ratings, reportOf, responses } from './report-of.fixture.ts';

const DATA = responses(
  ratings('2025-10-01', 'email', 400, 200),
  ratings('2025-11-03', 'phone', 400, 240),
  ratings('2026-02-02', 'email', 400, 200),
  ratings('2026-03-31', 'phone', 400, 320),
);
const reportWith = (tag: string) => reportOf({ 'data/responses.csv': DATA, 'content/home.mdx': `So ${tag}.\n` });

/** The clauses of a `<Compare>` with these props. */
async function clausesOf(props: Record<string, string>): Promise<readonly string[]> {
  const written = Object.entries(props).map(([name, value]) => `${name}="${value}"`);
  const report = await reportWith(`<Compare ${written.join(' ')} />`);
  return report.sideBySide(props).map(({ clause }) => clause.replaceAll('\u00a0', ' '));
}

describe('two sides of a comparison', () => {
  test('are two groups: the one that is named first comes first', async () => {
    expect(await clausesOf({ metric: 'csat', channel: 'phone', with: 'Email' })).toEqual([
      'CSAT is higher for phone (80%) than for email (50%), by 30 points (between 24 and 36)',
    ]);
    expect(await clausesOf({ metric: 'csat', channel: 'email', with: 'phone', period: 'the quarter before' })).toEqual([
      'CSAT is lower for email (50%) than for phone (60%), by 10 points (between 3 and 17)',
    ]);
  });

  test('are two metrics and what became of each', async () => {
    expect(await clausesOf({ metric: 'csat', channel: 'phone', with: 'csat_mean' })).toEqual([
      'CSAT rose by 20 points (between 14 and 26)',
      'CSAT mean rose by 0.6 points (between 0.4 and 0.8)',
    ]);
  });

  test('have the verdict of the panel’s one family', async () => {
    const report = await reportWith('<Compare metric="csat" with="csat_mean" /> <Change metric="csat" />');
    const { phrase } = report.change({ metric: 'csat' });
    expect(report.sideBySide({ metric: 'csat', with: 'csat_mean' })[0]?.clause).toBe(`CSAT ${phrase}`);
  });

  test.each([
    ['nothing of the name', '<Compare metric="csat" channel="phone" with="emial" />', 'Did you mean "email"?'],
    ['a group without the first', '<Compare metric="csat" with="telephone" />', 'nothing called "telephone"'],
    ['a group beside itself', '<Compare metric="csat" channel="phone" with="phone" />', 'sets phone beside itself'],
    ['one side only', '<Compare metric="csat" channel="phone" />', '<Compare> has no with'],
  ])('a mistake: %s', async (_, tag, told) => {
    await expect(reportWith(tag)).rejects.toThrow(told);
  });
});
