import { describe, expect, test } from 'vitest';
import type { Comparison } from '../report/types/estimate.ts';
import type { MetricSection, PageReport } from '../report/types/page.ts';
import type { Report } from '../report/types/report.ts';
import { changeLines, keySections } from './key-figures.ts';

function comparison(over: Partial<Comparison>, label = 'January to March 2026'): Comparison {
  return {
    verdict: 'different',
    tone: 'worse',
    phrase: 'fell by 6 points',
    a: { value: 0.8, period: { label } },
    ...over,
  } as Comparison;
}

function section(lens: string, id: string): MetricSection {
  return { metric: { lens, id } } as MetricSection;
}

describe('the lines under a key figure', () => {
  const lines = (previous: Comparison | null, yearEarlier: Comparison | null) =>
    changeLines({ previous, yearEarlier } as MetricSection);

  test('say what may be said, and against when', () => {
    expect(lines(comparison({}), null)).toEqual([
      { phrase: 'Fell by 6 points', against: 'January to March 2026', tone: 'worse' },
    ]);
  });

  test('are one where the period before is also a year earlier', () => {
    expect(lines(comparison({}, '2025'), comparison({}, '2025'))).toHaveLength(1);
    expect(lines(comparison({}), comparison({}, 'January to March 2025'))).toHaveLength(2);
  });

  test('keep silent where nothing could be compared', () => {
    expect(lines(comparison({ verdict: 'untested' }), null)).toEqual([]);
    expect(lines(null, null)).toEqual([]);
  });

  test('say so where there are too few answers', () => {
    const [line] = lines(null, comparison({ verdict: 'insufficient', phrase: 'too few answers to say' }));
    expect(line?.phrase).toBe('Too few answers to say');
  });
});

describe('the key figures of a panel', () => {
  function reportOf(pages: Record<string, readonly MetricSection[]>): Report {
    return { page: (id: string) => ({ sections: pages[id] ?? [] }) as unknown as PageReport } as unknown as Report;
  }

  test('are those that home compares itself, at most three', () => {
    const home = ['csat', 'ces', 'response_rate', 'csat_mean'].map((id) => section('satisfaction', id));
    const shown = keySections(reportOf({ home: [section('service', 'sla'), ...home] }), 'satisfaction');
    expect(shown.map(({ metric }) => metric.id)).toEqual(['csat', 'ces', 'response_rate']);
  });

  test('are the first of the panel’s own page where home has none', () => {
    const shown = keySections(reportOf({ service: [section('service', 'sla')] }), 'service');
    expect(shown.map(({ metric }) => metric.id)).toEqual(['sla']);
  });
});
