import { expect, test } from 'vitest';
import { foldRows } from './fold.ts';

const CODE = 9;
const ids = (...numbers: number[]) => ({
  high: new Uint32Array(numbers.length),
  low: Uint32Array.from(numbers),
});

function folded(columns: Parameters<typeof foldRows>[0], earliest: readonly string[] = []): number[] {
  const judgement = new Uint8Array((columns.ticket_id as ReturnType<typeof ids>).low.length);
  foldRows(columns, earliest, judgement, CODE);
  return [...judgement];
}

test('the row with the latest update stands for the ticket, wherever it stands', () => {
  const updated_at = Float64Array.of(30, 20, 10, 5);
  expect(folded({ ticket_id: ids(1, 2, 1, 2), updated_at })).toEqual([0, 0, CODE, CODE]);
});

test('of rows of one moment, or without any, the last stands', () => {
  expect(folded({ ticket_id: ids(1, 1), updated_at: Float64Array.of(10, 10) })).toEqual([CODE, 0]);
  expect(folded({ ticket_id: ids(1, 1) })).toEqual([CODE, 0]);
});

test('a row without a moment is before those with one', () => {
  const updated_at = Float64Array.of(10, Number.NaN, 8);
  expect(folded({ ticket_id: ids(1, 1, 1), updated_at })).toEqual([0, CODE, CODE]);
});

test('the earliest of the moments asked for is kept with the latest state', () => {
  const first_response_at = Float64Array.of(Number.NaN, 7, 9);
  const columns = { ticket_id: ids(1, 1, 1), updated_at: Float64Array.of(1, 2, 3), first_response_at };
  expect(folded(columns, ['first_response_at'])).toEqual([CODE, CODE, 0]);
  expect(first_response_at[2]).toBe(7);
});

test('rows without a number are left alone', () => {
  expect(folded({ ticket_id: ids(0, 0), updated_at: Float64Array.of(1, 2) })).toEqual([0, 0]);
});
