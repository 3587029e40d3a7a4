import { describe, expect, test } from 'vitest';
import { metricCard } from '../charts/figures.fixture.ts';
import { inFamilies } from './metric-families.ts';

const card = (id: string, variantOf = '') => ({ ...metricCard('share'), id, variantOf });
const order = (...cards: ReturnType<typeof card>[]) => inFamilies(cards).map(({ id }) => id);

describe('metrics in families', () => {
  test('stand as they did, variants directly after their lead', () => {
    expect(order(card('a'), card('b'), card('b2', 'b'), card('a2', 'a'))).toEqual(['a', 'a2', 'b', 'b2']);
  });

  test('none is lost whose lead is elsewhere', () => {
    expect(order(card('a2', 'a'), card('b'))).toEqual(['a2', 'b']);
  });
});
