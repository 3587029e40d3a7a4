import { describe, expect, test } from 'vitest';
import { cellOf, contextOf, datasetOf, type Row } from '../testing.ts';
import { fcrReopen } from './fcr-reopen.ts';
import { fcrReply } from './fcr-reply.ts';
import { fcrWindow } from './fcr-window.ts';
import { reopen } from './reopen.ts';
import { repeatContact } from './repeat-contact.ts';

const any7 = fcrWindow(7, 'any');
const topic7 = fcrWindow(7, 'topic');
const any14 = fcrWindow(14, 'any');

/** A ticket created on a day of March 2026 and solved the same evening. */
const ticket = (customer: string | undefined, day: number, rest: Row = {}): Row => {
  const date = `2026-03-${String(day).padStart(2, '0')}`;
  return { customer_id: customer, created_at: `${date}T09:00Z`, resolved_at: `${date}T18:00Z`, ...rest };
};

describe('first contact resolution within seven days', () => {
  test('holds for a customer who does not come back', () => {
    expect(cellOf(any7, datasetOf({ tickets: [ticket('a', 1)] }))).toMatchObject({ n: 1, value: 1 });
  });

  test('fails for a customer who comes back within the window, not for one who comes later', () => {
    expect(cellOf(any7, datasetOf({ tickets: [ticket('a', 1), ticket('a', 8)] })).value).toBe(0.5);
    expect(cellOf(any7, datasetOf({ tickets: [ticket('a', 1), ticket('a', 9)] })).value).toBe(1);
    expect(cellOf(any14, datasetOf({ tickets: [ticket('a', 1), ticket('a', 9)] })).value).toBe(0.5);
  });

  test('counts a contact on the last moment of the window, and none at the moment of the solution', () => {
    const next = (created: string) =>
      datasetOf({ tickets: [ticket('a', 1), ticket('a', 20, { created_at: created })] });
    expect(cellOf(any7, next('2026-03-08T18:00:00Z')).value).toBe(0.5);
    expect(cellOf(any7, next('2026-03-08T18:00:00.001Z')).value).toBe(1);
    expect(cellOf(any7, next('2026-03-01T18:00:00Z')).value).toBe(1);
  });

  test('is not touched by what other customers do, nor by contacts that the company began', () => {
    expect(cellOf(any7, datasetOf({ tickets: [ticket('a', 1), ticket('b', 2)] })).value).toBe(1);
    expect(cellOf(any7, datasetOf({ tickets: [ticket('a', 1), ticket('a', 2, { proactive: true })] }))).toMatchObject({
      n: 1,
      value: 1,
    });
  });

  test('fails for a ticket that was reopened', () => {
    const dataset = datasetOf({ tickets: [ticket('a', 1, { reopens: 1 }), ticket('b', 1, { reopens: 0 })] });
    expect(cellOf(any7, dataset).value).toBe(0.5);
  });

  test('with one category in mind, a contact about another matter is no second contact', () => {
    const dataset = datasetOf({
      tickets: [
        ticket('a', 1, { category: 'billing' }),
        ticket('a', 2, { category: 'delivery' }),
        ticket('a', 4, { category: 'billing' }),
      ],
    });
    expect(cellOf(topic7, dataset)).toMatchObject({ n: 3, value: 2 / 3 });
    expect(cellOf(any7, dataset)).toMatchObject({ n: 3, value: 1 / 3 });
  });

  test('finds the next contact whatever the order of a customer’s rows', () => {
    const rows = [ticket('a', 20), ticket('a', 1), ticket('a', 5), ticket('a', 25)];
    expect(cellOf(any7, datasetOf({ tickets: rows })).value).toBe(0.5);
    expect(cellOf(any7, datasetOf({ tickets: rows.toReversed() })).value).toBe(0.5);
  });

  test('counts solved tickets of known customers with a complete window, and says what it leaves out', () => {
    const dataset = datasetOf({
      tickets: [
        ticket('a', 1),
        ticket('b', 2, { proactive: true }),
        ticket('c', 26),
        ticket(undefined, 2),
        ticket('d', 2, { status: 'open' }),
      ],
      coverage: ['2026-01-01', '2026-04-01'],
    });
    expect(cellOf(any7, dataset)).toMatchObject({ n: 1, customers: 1, value: 1 });
    expect(any7.notes?.(contextOf(dataset))).toEqual([
      '1 solved ticket that the company opened itself is not counted',
      '1 ticket solved less than 7 days before the data end is not counted yet',
      '1 solved ticket without a known customer is not counted',
    ]);
  });

  test('a ticket enters on the moment its window is complete', () => {
    const until = (end: string) => cellOf(any7, datasetOf({ tickets: [ticket('a', 1)], extractEnd: end })).n;
    expect(until('2026-03-08T18:00:00Z')).toBe(1);
    expect(until('2026-03-08T17:59:59Z')).toBe(0);
  });

  test('needs to know the customer, and the category where it asks for one', () => {
    const dataset = datasetOf({ tickets: [{ created_at: '2026-03-01T09:00Z', resolved_at: '2026-03-01T10:00Z' }] });
    expect(any7.unavailable(contextOf(dataset))).toBe('no ticket export has the field `customer_id`');
    expect(topic7.unavailable(contextOf(datasetOf({ tickets: [ticket('a', 1)] })))).toBe(
      'no ticket export has the field `category`',
    );
  });
});

describe('what else is called first contact resolution', () => {
  test('one reply: fewer than two replies, none included, among solved tickets that customers opened', () => {
    const dataset = datasetOf({
      tickets: [
        ticket('a', 1, { replies: 0 }),
        ticket('b', 1, { replies: 1 }),
        ticket('c', 1, { replies: 2 }),
        ticket('d', 1, { replies: 1, proactive: true }),
        ticket('e', 1, { replies: 1, status: 'open' }),
        ticket('f', 1),
      ],
    });
    expect(cellOf(fcrReply, dataset)).toMatchObject({ n: 3, value: 2 / 3 });
    expect(fcrReply.notes?.(contextOf(dataset))).toEqual([
      '1 solved ticket whose count of replies is blank is not counted',
    ]);
  });

  test('not reopened is what is left of the reopened ones; a blank count is neither', () => {
    const dataset = datasetOf({
      tickets: [
        ticket('a', 1, { reopens: 0 }),
        ticket('b', 1, { reopens: 2 }),
        ticket('c', 1, { reopens: 0 }),
        ticket('d', 1),
      ],
    });
    expect(cellOf(fcrReopen, dataset)).toMatchObject({ n: 3, value: 2 / 3 });
    expect(cellOf(reopen, dataset)).toMatchObject({ n: 3, value: 1 / 3 });
  });
});

describe('repeat contact', () => {
  test('is the share of solutions after which the customer came back within a week', () => {
    const dataset = datasetOf({ tickets: [ticket('a', 1), ticket('a', 5), ticket('b', 1), ticket('c', 1)] });
    expect(cellOf(repeatContact, dataset)).toMatchObject({ n: 4, value: 0.25, method: 'kaplan-meier' });
  });

  test('keeps tickets that were solved just before the data end', () => {
    const dataset = datasetOf({
      tickets: [ticket('a', 1), ticket('a', 3), ticket('b', 29), ticket('c', 1)],
      coverage: ['2026-01-01', '2026-04-01'],
    });
    expect(cellOf(repeatContact, dataset).n).toBe(4);
    expect(cellOf(any7, dataset).n).toBe(3);
  });
});
