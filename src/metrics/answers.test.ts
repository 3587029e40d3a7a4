import { describe, expect, test } from 'vitest';
import { answerDistribution, QUESTIONS } from './answers.ts';
import { datasetOf, type Row, sliceOf } from './testing.ts';

const at = '2026-03-01T12:00Z';
const answers = (field: string, ...values: readonly Row['csat'][]) =>
  datasetOf({
    responses: values.map((value, index) => ({ customer_id: `c${index}`, submitted_at: at, [field]: value })),
  });
const countsOf = (...given: Parameters<typeof answerDistribution>) =>
  answerDistribution(...given).groups.map(({ buckets }) => buckets.map(({ n }) => n));

describe('the distribution of answers', () => {
  test('has a bucket for each answer of the scale, from the worst to the best', () => {
    const { answers: buckets, groups } = answerDistribution(answers('csat', 5, 4, 4, 1, undefined), 'csat', sliceOf());
    expect(buckets.map(({ label, tone }) => `${label} ${tone}`)).toEqual([
      '1 negative',
      '2 negative',
      '3 neutral',
      '4 positive',
      '5 positive',
    ]);
    expect(groups[0]).toMatchObject({ n: 4, customers: 4 });
    expect(groups[0]?.buckets.map(({ n }) => n)).toEqual([1, 0, 0, 2, 1]);
  });

  test('counts distinct customers of a group and of a bucket', () => {
    const dataset = datasetOf({
      responses: [5, 5, 2].map((csat) => ({ customer_id: 'a', submitted_at: at, csat })),
    });
    const [group] = answerDistribution(dataset, 'csat', sliceOf()).groups;
    expect(group).toMatchObject({ n: 3, customers: 1 });
    expect(group?.buckets[4]).toEqual({ n: 2, customers: 1 });
    expect(group?.buckets[1]).toEqual({ n: 1, customers: 1 });
  });

  test('of effort has seven buckets, of feelings five in words', () => {
    expect(answerDistribution(answers('ces', 7), 'ces', sliceOf()).answers.map(({ tone }) => tone)).toEqual([
      'negative',
      'negative',
      'negative',
      'neutral',
      'positive',
      'positive',
      'positive',
    ]);
    const feelings = answerDistribution(answers('emotion', -2, 0, 2), 'emotion', sliceOf());
    expect(feelings.answers.map(({ label }) => label)).toEqual(['Very bad', 'Bad', 'Neutral', 'Good', 'Very good']);
    expect(feelings.answers.map(({ tone }) => tone)).toEqual([
      'negative',
      'negative',
      'neutral',
      'positive',
      'positive',
    ]);
  });

  test('of recommendation has eleven answers or three groups', () => {
    const dataset = answers('nps', 0, 6, 7, 8, 9, 10, 10);
    expect(countsOf(dataset, 'nps', sliceOf())).toEqual([[1, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2]]);
    expect(countsOf(dataset, 'nps_groups', sliceOf())).toEqual([[2, 2, 3]]);
  });

  test('takes an answer between two points for the nearer one, a half for the better', () => {
    expect(countsOf(answers('csat', 3.4, 3.5), 'csat', sliceOf())).toEqual([[0, 0, 1, 1, 0]]);
  });

  test('has two buckets where answers stand on several scales or on one with many points', () => {
    const hundred = (value: number) => ({ value, min: 0, max: 100, positiveFrom: 80 });
    expect(countsOf(answers('csat', hundred(79), hundred(80)), 'csat', sliceOf())).toEqual([[1, 1]]);
    expect(countsOf(answers('csat', 5, 3, hundred(90)), 'csat', sliceOf())).toEqual([[1, 2]]);
  });

  test('is empty for a question that nobody asked', () => {
    for (const question of QUESTIONS) {
      const { groups } = answerDistribution(datasetOf({}), question, sliceOf());
      expect(groups.every(({ n }) => n === 0)).toBe(true);
    }
  });
});
