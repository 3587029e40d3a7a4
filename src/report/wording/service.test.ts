import { describe, expect, test } from 'vitest';
import { flow } from '../../statistics/flow.ts';
import { baseContactsInWords, flowInWords } from './service.ts';

const through = (stays: readonly (readonly [from: number, to: number])[], days = 10) =>
  flowInWords(
    flow(
      Float64Array.from(stays, ([from]) => from),
      Float64Array.from(stays, ([, to]) => to),
      0,
      days,
      1,
    ),
    'en-GB',
  );

describe('Little’s law in words', () => {
  test('says how many were open, how many arrived and how long they stayed', () => {
    const stays = Array.from({ length: 261 }, (_, index) => [index / 30, index / 30 + 1] as const);
    expect(through(stays)).toBe('On average 26.1 tickets were open: 26.1 arrived a day and stayed open 1 day.');
  });

  test('says that those left from before count as arriving', () => {
    expect(through([[-5, 5]])).toBe(
      'On average 0.50 tickets were open: 0.10 arrived a day, with those left from before, and stayed open 5 days within the period.',
    );
  });

  test('says short stays in minutes', () => {
    expect(through([[1, 1.01]])).toBe(
      'On average fewer than 0.01 tickets were open: 0.10 arrived a day and stayed open 14\u00a0min.',
    );
  });

  test('says that nothing was open', () => expect(through([])).toBe('No ticket was open within the period.'));
});

test('the base rate of contacts stands for each window, the leading one first', () => {
  expect(baseContactsInWords(0.03, [7, 14, 30])).toBe(
    'In any 7 days customers of these tickets open 0.21 tickets on average (0.42 in 14 days, 0.90 in 30), so that some second contacts would have come anyway.',
  );
});
