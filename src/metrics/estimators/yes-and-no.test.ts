import { describe, expect, test } from 'vitest';
import { eachAgainstRest, momentsOfYes, sharedYes } from './yes-and-no.ts';

const thing = (customer: number, yes: boolean) => ({ customer, yes });
const isYes = ({ yes }: { yes: boolean }) => yes;

describe('yes and no of customers', () => {
  const a = [thing(1, true), thing(2, true), thing(1, false), thing(3, false)];

  test('have the moments of their customers', () => {
    expect(momentsOfYes(a, isYes)).toEqual({
      clusters: 3,
      n: 4,
      sum: 2,
      sumOfSquares: 2,
      squaredSums: 2,
      sumTimesSize: 3,
      squaredSizes: 6,
    });
  });

  test('share the customers who stand on both sides', () => {
    const b = [thing(1, true), thing(1, true), thing(4, true)];
    expect(sharedYes(a, b, isYes)).toEqual({ clusters: 1, products: 2, sumTimesSize: 2, sizeTimesSum: 4, sizes: 4 });
    expect(sharedYes(a, [], isYes).clusters).toBe(0);
  });

  test('of one group stand beside those of all others together', () => {
    const groups = new Map([
      ['a', a],
      ['b', [thing(1, true), thing(4, true)]],
      ['c', [thing(3, true), thing(5, false)]],
    ]);
    for (const { name, own, rest, shared } of eachAgainstRest(groups, isYes)) {
      const others = [...groups].filter(([other]) => other !== name).flatMap(([, things]) => things);
      const things = groups.get(name) ?? [];
      expect(own).toEqual(momentsOfYes(things, isYes));
      expect(rest).toEqual(momentsOfYes(others, isYes));
      expect(shared).toEqual(sharedYes(others, things, isYes));
    }
  });
});
