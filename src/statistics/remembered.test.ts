import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { forgetAnswers, keepAnswers, learnAnswers, newAnswers, remembered } from './remembered.ts';

beforeEach(forgetAnswers);
afterEach(forgetAnswers);

let functions = 0;

/** A function that counts how often it is computed. */
function counting() {
  const seen: unknown[] = [];
  const ask = remembered(`function ${functions++}`, (...asked: readonly unknown[]) => {
    seen.push(asked);
    return { asked: seen.length };
  });
  return { ask, times: () => seen.length };
}

describe('a remembered function', () => {
  test('computes every time while nothing is kept', () => {
    const { ask, times } = counting();
    expect(newAnswers()).toBeNull();
    ask(1);
    ask(1);
    expect(times()).toBe(2);
  });

  test('answers the same data from memory, whoever holds them', () => {
    keepAnswers();
    const { ask, times } = counting();
    const data = () => [{ rows: Float64Array.of(1, Number.NaN), name: 'csat', none: null }, [1, 2], undefined];
    expect(ask(...data())).toBe(ask(...data()));
    expect(times()).toBe(1);
  });

  test('answers the same data from memory, whether threads share them or not', () => {
    keepAnswers();
    const { ask, times } = counting();
    const shared = new Float64Array(new SharedArrayBuffer(32));
    shared.set([1, 2, 3, 4]);
    ask({ rows: shared.subarray(1, 3), named: Object.groupBy([1], () => 'one') });
    ask({ rows: Float64Array.of(2, 3), named: { one: [1] } });
    expect(times()).toBe(1);
  });

  test('sees what was written into the same array', () => {
    keepAnswers();
    const { ask, times } = counting();
    const rows = Int32Array.of(1, 2, 3);
    ask(rows);
    rows[2] = 4;
    ask(rows);
    expect(times()).toBe(2);
  });

  test.each([
    ['a number and a text', 1, '1'],
    ['0 and −0', 0, -0],
    ['null and undefined', null, undefined],
    ['arrays of other kinds', Int32Array.of(1), Uint32Array.of(1)],
    ['an array and a typed one', [1], Float64Array.of(1)],
    ['parts of an array', Int32Array.of(1, 2, 3).subarray(0, 2), Int32Array.of(1, 2, 3).subarray(1)],
    ['other nesting', [['a'], 'b'], ['a', ['b']]],
    ['texts cut elsewhere', ['ab', 'c'], ['a', 'bc']],
    ['other names', { a: 1 }, { b: 1 }],
    ['a name and a value', { a: 'b' }, ['a', 'b']],
    ['a list of nothing and nothing', [[]], []],
    ['a hole and no number', new Array(1), [Number.NaN]],
    ['halves of characters', '\ud83d', '\ud83e'],
  ])('tells %s apart', (_, first, second) => {
    keepAnswers();
    const { ask, times } = counting();
    ask(first);
    ask(second);
    expect(times()).toBe(2);
  });

  test('tells apart what is given in one piece and in two', () => {
    keepAnswers();
    const { ask, times } = counting();
    ask([1], [2]);
    ask([1, 2]);
    ask([1], [2], undefined);
    expect(times()).toBe(3);
  });

  test('forgets what was not asked for longest', () => {
    keepAnswers();
    const { ask, times } = counting();
    for (let each = 0; each <= 1000; each++) ask(each);
    ask(1);
    expect(times()).toBe(1001);
    ask(0);
    expect(times()).toBe(1002);
  });

  test('tells another thread once what it has answered itself', () => {
    keepAnswers();
    const { ask } = counting();
    ask('a');
    ask('b');
    ask('a');
    const told = newAnswers();
    expect(told?.map(([, answer]) => answer)).toEqual([{ asked: 1 }, { asked: 2 }]);
    expect(newAnswers()).toEqual([]);
    learnAnswers(told ?? []);
    expect(newAnswers()).toEqual([]);
  });

  test('answers what another thread has answered', () => {
    keepAnswers();
    const { ask, times } = counting();
    ask('a');
    const told = structuredClone(newAnswers() ?? []);
    forgetAnswers();
    keepAnswers();
    learnAnswers(told);
    expect(ask('a')).toEqual({ asked: 1 });
    expect(times()).toBe(1);
  });

  test('has a name of its own', () => {
    remembered('once', () => 1);
    expect(() => remembered('once', () => 2)).toThrow('two functions are remembered by the name once');
  });

  test.each([
    ['function', () => 1],
    ['Map', new Map()],
    ['bigint', 1n],
  ])('refuses a %s, which is no data', (name, given) => {
    keepAnswers();
    expect(() => counting().ask({ given })).toThrow(`not with a ${name}`);
  });
});
