import { describe, expect, test } from 'vitest';
import type { Row, Tables } from '../../metrics/testing.ts';
import { publishedBy, testedOn } from '../../report/contrasts/tested-on.fixture.ts';
import { seededRandom } from '../../statistics/random.ts';
import { foundIn, lackIn } from '../found.fixture.ts';
import { rewardAndPenalty } from './reward-and-penalty.ts';

const { analysis } = rewardAndPenalty;

/** Customers who rate speed and empathy from 1 to 5 and recommend as `answer` has it, give or take one. */
function rated(count: number, answer: (speed: number, empathy: number) => number, seed = 3): Tables {
  const random = seededRandom(seed);
  const people = Array.from({ length: count }, (_, index) => {
    const [speed, empathy] = [1 + random.below(5), 1 + random.below(5)];
    const nps = Math.min(10, Math.max(0, answer(speed, empathy) + random.below(3) - 1));
    return { id: `c${1000 + index}`, speed, empathy, nps };
  });
  return {
    responses: people.map(
      ({ id, nps }): Row => ({ response_id: id, customer_id: id, submitted_at: '2026-03-01', nps }),
    ),
    aspects: people.flatMap(({ id, speed, empathy }): Row[] => [
      { response_id: id, aspect: 'speed', score: speed },
      { response_id: id, aspect: 'empathy', score: empathy },
    ]),
  };
}

const asSaid = rated(600, (speed, empathy) => 6 - (speed <= 2 ? 3 : 0) + (empathy === 5 ? 2 : 0));

describe('reward and penalty', () => {
  test('are how much lower answers are when low, and how much higher when high', () => {
    const { customers, attributes } = foundIn(analysis, asSaid);
    expect(customers).toBe(600);
    const [empathy, speed] = attributes;
    expect([empathy?.id, speed?.id]).toEqual(['empathy', 'speed']);
    expect(speed?.penalty.value).toBeCloseTo(3, 0);
    expect(speed?.reward?.value).toBeCloseTo(0, 0);
    expect(empathy?.penalty.value).toBeCloseTo(0, 0);
    expect(empathy?.reward?.value).toBeCloseTo(2, 0);
    expect(speed?.inflation).toBeLessThan(2);
  });

  test('let the page speak of must-bes and delights', () => {
    const { answer } = testedOn(asSaid, 'c11a');
    expect(answer?.headline).toBe('Speed is a must-be; empathy is a delight');
    expect(answer?.reading).toBe('supports');
  });

  test('are turned against the idea where they are the other way round', () => {
    const turned = rated(600, (speed, empathy) => 6 - (empathy <= 2 ? 3 : 0) + (speed === 5 ? 2 : 0));
    expect(testedOn(turned, 'c11a').answer?.reading).toBe('contradicts');
  });

  test('work both ways where both are there', () => {
    const both = rated(600, (speed, empathy) => 6 + (speed <= 2 ? -2 : speed === 5 ? 2 : 0) + 0 * empathy);
    const { answer } = testedOn(both, 'c11a');
    expect(answer?.reading).toBe('open');
    expect(answer?.headline).toBe('Speed works both ways');
  });

  test('are not settled where ratings say nothing of answers', () => {
    const random = seededRandom(8);
    const { answer } = testedOn(
      rated(400, () => random.below(11)),
      'c11a',
    );
    expect(answer?.reading).toBe('open');
    expect(answer?.statement).toMatch(/cannot tell/);
  });

  test('name the field that is missing', () => {
    const { responses = [], aspects = [] } = asSaid;
    expect(lackIn(analysis, { responses })).toMatch(/`score`.*`ces`/);
    const unasked = responses.map(({ nps: _, ...row }) => row);
    expect(lackIn(analysis, { responses: unasked, aspects })).toMatch(/`nps`/);
  });

  test('need two hundred customers, and low and high ratings of each attribute', () => {
    expect(
      lackIn(
        analysis,
        rated(150, () => 7),
      ),
    ).toMatch(/^it needs 200 customers/);
    const { responses = [], aspects = [] } = asSaid;
    const content = aspects.map((row) => (row.aspect === 'speed' ? { ...row, score: 5 } : row));
    expect(foundIn(analysis, { responses, aspects: content }).leftOut).toEqual(['Speed']);
  });

  test('publish nothing that fewer than ten customers are behind', () => {
    expect(publishedBy(testedOn(asSaid, 'c11a'))).not.toMatch(/"n":[1-9][,}]/);
  });
});
