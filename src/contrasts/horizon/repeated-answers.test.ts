import { expect, test } from 'vitest';
import { datasetOf, type Row } from '../../metrics/testing.ts';
import { spanFor } from '../found.fixture.ts';
import { answerPairs, customerAnswers } from './repeated-answers.ts';

const at = (day: number) => new Date(Date.UTC(2026, 0, 1 + day)).toISOString();

const pairsOf = (rows: readonly Row[], over: number, upTo: number) => {
  const dataset = datasetOf({ responses: rows });
  const { first, second } = answerPairs(customerAnswers(dataset, spanFor().all, 'csat'), over, upTo);
  return first.map((value, place) => [value, second[place]]);
};

const answers = (customer_id: string, days: readonly (readonly [day: number, csat: number])[], survey = 'contact') =>
  days.map(([day, csat]): Row => ({ customer_id, submitted_at: at(day), csat, survey }));

test('the latest two answers so far apart are a pair, the nearest to each other', () => {
  const one = answers('c1', [
    [0, 1],
    [10, 2],
    [50, 3],
    [110, 4],
    [112, 5],
  ]);
  expect(pairsOf(one, 60, 120)).toEqual([[3, 5]]);
  expect(pairsOf(one, 1, 30)).toEqual([[4, 5]]);
  expect(pairsOf(one, 30, 45)).toEqual([[2, 3]]);
  expect(pairsOf(one, 115, 200)).toEqual([]);
});

test('everybody has one pair at most', () => {
  const rows = ['c1', 'c2'].flatMap((customer) =>
    answers(customer, [
      [0, 1],
      [70, 2],
      [140, 3],
    ]),
  );
  expect(pairsOf(rows, 60, 120)).toEqual([
    [2, 3],
    [2, 3],
  ]);
});

test('a pair is of one survey, the latest of several', () => {
  const contact = answers('c1', [
    [0, 1],
    [70, 2],
  ]);
  const welcome = answers(
    'c1',
    [
      [30, 4],
      [100, 5],
    ],
    'welcome',
  );
  expect(pairsOf([...contact, ...welcome], 60, 80)).toEqual([[4, 5]]);
  expect(pairsOf([...contact, ...welcome], 20, 40)).toEqual([]);
});

test('answers of one moment, and those of nobody known, make no pair', () => {
  expect(
    pairsOf(
      answers('c1', [
        [3, 1],
        [3, 2],
      ]),
      0,
      10,
    ),
  ).toEqual([]);
  expect(
    pairsOf(
      [
        { submitted_at: at(0), csat: 1 },
        { submitted_at: at(5), csat: 2 },
      ],
      0,
      10,
    ),
  ).toEqual([]);
});
