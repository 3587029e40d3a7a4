import { describe, expect, test } from 'vitest';
import { datasetOf, sliceOf } from '../testing.ts';
import { groupRows, valueOfRows } from './grouping.ts';
import { moments } from './sample.ts';

const at = '2026-02-10T12:00Z';

describe('groups of a slice', () => {
  const dataset = datasetOf({
    tickets: [
      { customer_id: 'a', created_at: '2026-01-31T23:59:59.999Z', channel: 'email', priority: 'high' },
      { customer_id: 'b', created_at: '2026-02-01T00:00Z', channel: 'phone', priority: 'low' },
      { customer_id: 'c', created_at: '2026-02-28T12:00Z', priority: 'high' },
      { customer_id: 'd', created_at: '2025-12-31T12:00Z', channel: 'phone' },
    ],
  });
  const groupsOf = (options: Parameters<typeof sliceOf>[0]) =>
    groupRows(dataset, 'tickets', moments(dataset, 'tickets.created_at'), sliceOf(options));

  test('are the periods when there is no dimension; a period begins with its first and ends before its last moment', () => {
    const { group, count, values } = groupsOf({ periods: ['2026-01', '2026-02'] });
    expect([...group]).toEqual([0, 1, 1, -1]);
    expect([count, values]).toEqual([2, ['']]);
  });

  test('are periods by values, and rows without a value are in none', () => {
    const { group, count, values } = groupsOf({ periods: ['2026-01', '2026-02'], dimension: 'channel' });
    expect(values).toEqual(['email', 'phone']);
    expect([...group]).toEqual([0, 3, -1, -1]);
    expect(count).toBe(4);
  });

  test('keep only rows that meet every restriction', () => {
    expect([...groupsOf({ where: { priority: 'high' } }).group]).toEqual([0, -1, 0, -1]);
    expect([...groupsOf({ where: { priority: 'high', channel: 'email' } }).group]).toEqual([0, -1, -1, -1]);
  });

  test('are empty for a value or a dimension that the table does not have', () => {
    expect([...groupsOf({ where: { priority: 'urgent' } }).group]).toEqual([-1, -1, -1, -1]);
    expect([...groupsOf({ where: { survey: 'csat' } }).group]).toEqual([-1, -1, -1, -1]);
    expect(groupsOf({ dimension: 'survey' })).toMatchObject({ count: 0, values: [] });
  });
});

describe('item answers', () => {
  const dataset = datasetOf({
    responses: [
      { customer_id: 'a', submitted_at: at, csat: 4 },
      { customer_id: 'a', submitted_at: at, csat: 2, item: true, touchpoint: 'delivery' },
      { customer_id: 'b', submitted_at: at, csat: 5, touchpoint: 'delivery' },
      { customer_id: 'b', submitted_at: at, csat: 3, item: true, touchpoint: 'checkout' },
    ],
  });
  const valuesOf = (options: Parameters<typeof sliceOf>[0]) => [
    ...valueOfRows(dataset, 'responses', sliceOf(options)).value,
  ];

  test('do not count overall', () => expect(valuesOf({})).toEqual([0, -1, 0, -1]));

  test('count by touchpoint, beside whole answers that name one', () =>
    expect(valuesOf({ dimension: 'touchpoint' })).toEqual([-1, 1, 1, 0]));

  test('count where the slice is restricted to a touchpoint', () =>
    expect(valuesOf({ where: { touchpoint: 'delivery' } })).toEqual([-1, 0, 0, -1]));
});
