import { describe, expect, test } from 'vitest';
import { cellsByValue, contextOf, datasetOf, sliceOf } from '../testing.ts';
import { openAgeMedian, openAgeP90 } from './open-age.ts';

const DAY = 86_400;
const noon = (day: string) => `${day}T00:00Z`;

describe('the age of open tickets', () => {
  const dataset = datasetOf({
    tickets: [
      { created_at: noon('2026-01-01'), channel: 'email' },
      { created_at: noon('2026-01-11'), channel: 'email', resolved_at: noon('2026-02-10') },
      { created_at: noon('2026-01-21'), channel: 'phone' },
      { created_at: noon('2026-02-09'), channel: 'phone' },
    ],
    coverage: ['2026-01-01', '2026-02-11'],
    extractEnd: '2026-02-11',
  });
  const days = (metric: typeof openAgeMedian) =>
    metric
      .estimate(contextOf(dataset), sliceOf({ periods: ['2026-01', '2026-02', '2026-03'] }))
      .cells.map(({ value }) => (value === undefined ? undefined : value / DAY));

  test('is counted at the end of each period, for the last one at the end of the data', () => {
    expect(days(openAgeMedian)).toEqual([21, 21, undefined]);
    expect(days(openAgeP90)[0]).toBeCloseTo(21 + 0.8 * 10, 12);
    expect(days(openAgeP90)[1]).toBeCloseTo(21 + 0.8 * 20, 12);
  });

  test('has its own cell for each value of a dimension', () => {
    const cells = cellsByValue(openAgeMedian, dataset, sliceOf({ periods: ['2026-02'], dimension: 'channel' }));
    expect(cells.email).toMatchObject({ n: 1, value: 41 * DAY, clock: 'calendar' });
    expect(cells.phone).toMatchObject({ n: 2, value: 11.5 * DAY });
  });

  test('has a base of nobody where nothing is open, as the backlog has: it is hidden like a small one', () => {
    const done = datasetOf({ tickets: [{ created_at: noon('2026-01-01'), resolved_at: noon('2026-01-02') }] });
    expect(openAgeMedian.estimate(contextOf(done), sliceOf()).cells).toEqual([
      { n: 0, customers: 0, value: 0, clock: 'calendar', method: 'count' },
    ]);
  });
});
