import { describe, expect, test } from 'vitest';
import { reportSchema } from '../../config/report.schema.ts';
import type { Estimate } from '../types/estimate.ts';
import type { BreakdownRow } from '../types/figure.ts';
import { inOrder } from './row-order.ts';

const rows = (...labels: string[]): BreakdownRow[] => labels.map((label) => ({ label, estimate: {} as Estimate }));
const order = (dimension: string, labels: string[], settings: object) =>
  inOrder(rows(...labels), dimension, 'answers', reportSchema.parse(settings));
const labelsOf = ({ rows: ordered }: { rows: readonly BreakdownRow[] }) => ordered.map(({ label }) => label);

describe('a breakdown by stage', () => {
  const stages = ['Discover', 'Join', 'Use', 'Renew'];

  test('stands in the order of the journey and says so, however its stages rank', () => {
    const found = order('stage', ['Use', 'Renew', 'discover', 'Join'], { stages });
    expect(labelsOf(found)).toEqual(['discover', 'Join', 'Use', 'Renew']);
    expect(found).toMatchObject({ order: 'in the order of the journey', notes: [] });
  });

  test('ends with stages that nobody declared, by name', () => {
    const found = order('stage', ['Zeal', 'Use', 'Alarm', 'Join', 'Discover', 'Renew'], { stages });
    expect(labelsOf(found)).toEqual(['Discover', 'Join', 'Use', 'Renew', 'Alarm', 'Zeal']);
    expect(found.notes).toEqual(['Alarm and Zeal are no declared stages and stand last.']);
  });

  test('names declared stages that it lacks', () => {
    expect(order('stage', ['Use', 'Join'], { stages }).notes).toEqual([
      'No answers, or too few to show, at Discover or Renew.',
    ]);
  });

  test('is ranked while no stages are declared', () => {
    expect(labelsOf(order('stage', ['Use', 'Join'], {}))).toEqual(['Use', 'Join']);
  });
});

describe('a breakdown by department', () => {
  const settings = { support_departments: ['Help desk', 'Chat'] };

  test('shows support departments before the others, each part ranked', () => {
    const found = order('department', ['Sales', 'Chat', 'Billing', 'help desk'], settings);
    expect(found.rows.map(({ label, part }) => [part, label])).toEqual([
      ['Support departments', 'Chat'],
      ['Support departments', 'help desk'],
      ['Other departments', 'Sales'],
      ['Other departments', 'Billing'],
    ]);
    expect(found.order).toBe('support departments first');
  });

  test('has no parts where all are of one kind', () => {
    expect(order('department', ['Sales', 'Billing'], settings)).toMatchObject({ rows: rows('Sales', 'Billing') });
  });
});

test('other dimensions stay ranked', () => {
  const settings = { stages: ['b', 'a'], support_departments: ['a'] };
  expect(order('channel', ['a', 'b'], settings)).toEqual({ rows: rows('a', 'b'), order: '', notes: [] });
});
