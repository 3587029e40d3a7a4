import { describe, expect, test } from 'vitest';
import type { Difference } from '../metrics/definition.ts';
import type { Estimate, Status } from './types/estimate.ts';
import { earlyBase, isEnough, judge } from './verdict.ts';

const PERIOD = { code: 'all', grain: 'all', start: 0, end: 1, label: 'all', partial: false } as const;

function estimate(status: Status = 'ok', value: number | null = 0.8): Estimate {
  return {
    metric: 'csat',
    where: {},
    period: PERIOD,
    status,
    ...(value === null ? {} : { value }),
    weighted: false,
    method: 'wilson',
    text: '',
    range: '',
    base: '',
  };
}

function difference(low90: number, high90: number): Difference {
  return { difference: (low90 + high90) / 2, low: low90 - 0.01, high: high90 + 0.01, low90, high90, p: 0.5 };
}

const rung = (more: Partial<Parameters<typeof judge>[0]>) =>
  judge({
    a: estimate(),
    b: estimate(),
    difference: difference(-0.1, 0.1),
    p: 0.5,
    margin: 0.05,
    unit: 'share',
    isBroken: false,
    ...more,
  });

describe('the ladder, from the top', () => {
  test('suppressed: one side may not be shown', () => {
    expect(rung({ b: estimate('suppressed', null), p: 0.001 })).toBe('suppressed');
  });

  test('untested: the metric is not in these data, or is a full count', () => {
    expect(rung({ a: estimate('not_applicable', null) })).toBe('untested');
    expect(rung({ margin: null, difference: null })).toBe('untested');
  });

  test('insufficient: a side is empty or below the minimum', () => {
    expect(rung({ a: estimate('no_data', null) })).toBe('insufficient');
    expect(rung({ difference: null })).toBe('insufficient');
  });

  test('different: p is small and the 90 % interval leaves the margin', () => {
    expect(rung({ p: 0.05, difference: difference(0.02, 0.12) })).toBe('different');
  });

  test('negligible: p is small but the 90 % interval lies inside the margin', () => {
    expect(rung({ p: 0.001, difference: difference(0.01, 0.03) })).toBe('negligible');
  });

  test('equivalent: p is not small and the 90 % interval lies inside the margin', () => {
    expect(rung({ p: 0.4, difference: difference(-0.02, 0.04) })).toBe('equivalent');
  });

  test('undecided: everything else', () => {
    expect(rung({ p: 0.051 })).toBe('undecided');
  });

  test('an interval that just touches the margin is not inside it', () => {
    expect(rung({ p: 0.4, difference: difference(-0.05, 0.04) })).toBe('undecided');
  });
});

describe('durations', () => {
  const ratio = (low90: number, high90: number, p: number) =>
    rung({ unit: 'duration', margin: 1.2, p, difference: difference(low90, high90) });

  test('the margin is a factor, up and down', () => {
    expect(ratio(0.9, 1.1, 0.6)).toBe('equivalent');
    expect(ratio(0.8, 1.1, 0.6)).toBe('undecided');
    expect(ratio(0.5, 0.7, 0.001)).toBe('different');
  });
});

describe('rows on a side', () => {
  const metric = { minimum: { show: 10, compare: 30 } };

  test('are enough from the metric’s minimum on; events count where the metric counts them', () => {
    expect([29, 30].map((n) => isEnough({ n }, metric))).toEqual([false, true]);
    expect(isEnough({ n: 500, events: 29 }, metric)).toBe(false);
    expect(isEnough(null, metric)).toBe(false);
  });

  test('make a shown difference an early sign below twice the minimum, on the thinner side', () => {
    expect(earlyBase('different', [{ n: 34 }, { n: 800 }], metric)).toBe(34);
    expect(earlyBase('different', [{ n: 60 }, { n: 800 }], metric)).toBeNull();
    expect(earlyBase('undecided', [{ n: 34 }, { n: 800 }], metric)).toBeNull();
  });
});
