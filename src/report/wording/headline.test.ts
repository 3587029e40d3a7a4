import { describe, expect, test } from 'vitest';
import type { Comparison, Estimate, Verdict } from '../types/estimate.ts';
import type { MetricCard } from '../types/metric-card.ts';
import { clauses, sectionHeadline } from './headline.ts';

const card = (label: string) => ({ label, counts: 'answers' }) as MetricCard;
const change = (verdict: Verdict, phrase = '') => ({ verdict, phrase, b: { text: '80%' } }) as Comparison;
const latest = { status: 'ok', value: 0.8, text: '80%', period: { grain: 'quarter' } } as Estimate;

describe('how several metrics compare', () => {
  test('metrics of which the same is said share a clause', () => {
    const changes = [
      { metric: card('CSAT'), comparison: change('undecided') },
      { metric: card('NPS'), comparison: change('different', 'fell by 9 points (between 5 and 13)') },
      { metric: card('Median first response'), comparison: change('undecided') },
    ];
    expect(clauses(changes)).toEqual(['CSAT and median first response show no clear change', 'NPS fell by 9 points']);
  });

  test('a difference too small to matter is not called sameness', () => {
    const small = change('negligible', 'rose by 1 point (between 0 and 2), less than the difference that matters');
    expect(clauses([{ metric: card('CSAT'), comparison: small }])).toEqual([
      'CSAT rose by 1 point (less than matters)',
    ]);
  });
});

describe('the headline of a section', () => {
  const headline = (previous: Verdict | null, yearEarlier: Verdict | null) =>
    sectionHeadline(card('CSAT'), latest, previous && change(previous), yearEarlier && change(yearEarlier));

  test.each([
    ['equivalent', null, 'CSAT is about the same as before, at 80%'],
    ['undecided', 'equivalent', 'CSAT is about the same as a year earlier, at 80%'],
    ['negligible', null, 'CSAT is 80%; it moved by less than matters'],
    ['undecided', 'undecided', 'CSAT is 80%, with no clear change'],
  ] as const)('%s and %s', (previous, yearEarlier, words) => expect(headline(previous, yearEarlier)).toBe(words));

  test('a change that a year earlier does not bear out is told with it: the season may be all there is to it', () => {
    const fell = change('different', 'fell by 9 points (between 5 and 13)');
    expect(sectionHeadline(card('CSAT'), latest, fell, change('equivalent'))).toBe(
      'CSAT fell by 9 points in a quarter, but is about the same as a year earlier',
    );
    expect(sectionHeadline(card('CSAT'), latest, fell, change('negligible', 'rose by 2 points'))).toBe(
      'CSAT fell by 9 points in a quarter, but moved little in a year',
    );
  });

  test('a figure from few answers that nothing is compared with says so', () => {
    const low = { ...latest, status: 'low_base' } as Estimate;
    expect(sectionHeadline(card('CSAT'), low, null, null)).toBe('CSAT is 80%, from few answers');
  });
});
