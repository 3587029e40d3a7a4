import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Threads } from '../threads/threads.ts';
import { assemble } from './assemble.ts';
import type { IdColumn } from './column.ts';
import { dimensionColumn } from './dimension.ts';
import type { Columns } from './model.ts';
import type { AnyTablePart } from './part.ts';
import { promiseOutcomes } from './promise.ts';

const DAY = 86_400_000;
const START = Date.UTC(2026, 0, 1);
const MONTH_OF = (instant: number) => Math.floor((instant - START) / (30 * DAY));

function ids(...numbers: (number | null)[]): IdColumn {
  return {
    high: Uint32Array.from(numbers, (number) => (number === null ? 0 : number * 7)),
    low: Uint32Array.from(numbers, (number) => (number === null ? 0 : number)),
  };
}

function words(...texts: (string | null)[]) {
  const values = [...new Set(texts.filter((text) => text !== null))];
  return { codes: Int32Array.from(texts, (text) => (text === null ? -1 : values.indexOf(text))), values };
}

function days(...numbers: (number | null)[]): Float64Array {
  return Float64Array.from(numbers, (number) => (number === null ? Number.NaN : START + number * DAY));
}

function csat(...values: (number | null)[]) {
  return {
    values: Float64Array.from(values, (value) => value ?? Number.NaN),
    scale: new Uint8Array(values.length),
    scales: [{ min: 1, max: 5, positiveFrom: 4 }],
  };
}

function part<T extends AnyTablePart['table']>(
  table: T,
  rows: number,
  columns: Columns<T>,
  more: Partial<AnyTablePart> = {},
): AnyTablePart {
  return {
    table,
    rows,
    file: 0,
    system: 'one',
    record: Uint32Array.from({ length: rows }, (_, row) => row + 1),
    columns,
    items: [],
    clock: 'calendar',
    deduplicate: 'latest',
    ...more,
  } as unknown as AnyTablePart;
}

const OPTIONS = { timeZone: 'UTC', periodOf: MONTH_OF };

describe('linking', async () => {
  const tickets = part('tickets', 3, {
    ticket_id: ids(1, 2, 3),
    customer_id: ids(20, 10, 20),
    created_at: days(0, 1, 2),
    resolved_at: days(1, 5, null),
    due_at: days(2, 2, 3),
    status: words('solved', 'closed', 'open'),
    channel: words('email', 'phone', 'email'),
  });
  const responses = part('responses', 4, {
    ticket_id: ids(2, 99, null, 2),
    customer_id: ids(null, 30, 20, null),
    submitted_at: days(6, 6, 9, 7),
    survey: words('rating', 'rating', 'rating', 'follow-up'),
    csat: csat(5, 4, 3, 5),
  });
  const customers = part('customers', 1, { customer_id: ids(20), segment: words('North') });
  const { dataset, matching, setAside } = await assemble([tickets, responses, customers], OPTIONS);

  test('rows stand in the order of their customers', () => {
    for (const table of [dataset.tickets, dataset.responses]) {
      const known = [...(table?.customer ?? [])].filter((number) => number >= 0);
      expect(known).toEqual([...known].sort((a, b) => a - b));
    }
    expect(dataset.customerCount).toBe(3);
  });

  test('a response takes its customer and its dimensions from the ticket it is about', () => {
    const row = dataset.responses?.ticket.findIndex((ticket) => ticket >= 0) ?? -1;
    const ticket = dataset.responses?.ticket[row] ?? -1;
    expect(dataset.responses?.customer[row]).toBe(dataset.tickets?.customer[ticket]);
    expect(valueAt(dimensionColumn(dataset, 'responses', 'channel'), row)).toBe('phone');
    expect(valueAt(dimensionColumn(dataset, 'responses', 'promise'), row)).toBe('missed');
  });

  test('a row takes its segment from the customer', () => {
    const segment = dimensionColumn(dataset, 'tickets', 'segment');
    const values = [...(dataset.tickets?.customer ?? [])].map((_, row) => valueAt(segment, row));
    expect(values.filter((value) => value === 'North')).toHaveLength(2);
  });

  test('matches are counted, and an unmatched response is kept', () => {
    expect(matching).toEqual({ responses: 4, namingTicket: 3, matched: 2, namingCustomer: 4, withheld: false });
    expect(dataset.responses?.rows).toBe(4);
    expect(setAside).toEqual([]);
  });

  test('with fewer than six in ten tickets found, answers and tickets are not joined', async () => {
    const strangers = part('responses', 3, {
      ticket_id: ids(2, 98, 99),
      submitted_at: days(6, 6, 9),
      csat: csat(5, 4, 3),
    });
    const apart = await assemble([tickets, strangers], OPTIONS);
    expect(apart.matching).toMatchObject({ namingTicket: 3, matched: 1, withheld: true });
    expect([...(apart.dataset.responses?.ticket ?? [])]).toEqual([-1, -1, -1]);
    expect([...(apart.dataset.responses?.customer ?? [])]).toEqual([-1, -1, -1]);
  });

  test('a promise is kept, missed, or missed by being open past its time', () => {
    expect([...promiseOutcomes(dataset)].sort()).toEqual([0, 0, 1]);
  });

  test('the data cover whole days, from the first to the last', () => {
    expect(dataset.coverage).toEqual({ start: START, end: START + 10 * DAY });
  });
});

describe('repeated rows', () => {
  test('of a ticket that appears again, the latest state stays', async () => {
    const columns = (resolved: number | null) => ({
      ticket_id: ids(1),
      created_at: days(0),
      resolved_at: days(resolved),
    });
    const { dataset, setAside } = await assemble(
      [part('tickets', 1, columns(3), { file: 0 }), part('tickets', 1, columns(null), { file: 1 })],
      OPTIONS,
    );
    expect(dataset.tickets?.rows).toBe(1);
    expect(dataset.tickets?.columns.resolved_at?.[0]).toBe(START + 3 * DAY);
    expect(setAside).toEqual([{ file: 1, reason: 'an earlier state of a ticket that appears again', count: 1 }]);
  });

  const answers = (more: Partial<AnyTablePart>) =>
    part(
      'responses',
      5,
      {
        customer_id: ids(1, 1, 1, 2, 2),
        ticket_id: ids(null, null, null, 7, 7),
        submitted_at: days(0, 10, 40, 1, 2),
        nps: csat(1, 2, 3, 4, 5),
      },
      more,
    );

  test('the latest answer counts: of a customer in each period, and about each ticket', async () => {
    const { dataset, setAside } = await assemble([answers({})], OPTIONS);
    expect([...(dataset.responses?.columns.nps?.values ?? [])].sort()).toEqual([2, 3, 5]);
    expect(setAside.map(({ reason, count }) => `${count} ${reason}`)).toEqual([
      '1 an earlier answer about the same ticket',
      '1 an earlier answer of the same customer in the same period',
    ]);
  });

  test('`deduplicate: none` keeps them all', async () => {
    const { dataset, setAside } = await assemble([answers({ deduplicate: 'none' })], OPTIONS);
    expect(dataset.responses?.rows).toBe(5);
    expect(setAside).toEqual([]);
  });

  test('an invitation that was not answered is no answer and stays', async () => {
    const invitations = part('responses', 2, {
      customer_id: ids(1, 1),
      invited_at: days(0, 0),
      submitted_at: days(null, null),
      csat: csat(null, null),
    });
    expect((await assemble([invitations], OPTIONS)).dataset.responses?.rows).toBe(2);
  });
});

describe('systems that use the same identifiers', () => {
  const ticketsOf = (system: string, file: number, channel: string) =>
    part('tickets', 1, { ticket_id: ids(1), created_at: days(0), channel: words(channel) }, { file, system });

  test('have records of their own: the fewest rows are lost', async () => {
    const { dataset, setAside } = await assemble([ticketsOf('a', 0, 'phone'), ticketsOf('b', 1, 'chat')], OPTIONS);
    expect(dataset.tickets?.rows).toBe(2);
    expect(setAside).toEqual([]);
  });

  test('are not mixed up by an answer that names such a ticket', async () => {
    const answer = part('responses', 1, { ticket_id: ids(1), submitted_at: days(3), csat: csat(5) });
    const { matching } = await assemble([ticketsOf('a', 0, 'phone'), ticketsOf('b', 1, 'chat'), answer], OPTIONS);
    expect(matching).toMatchObject({ namingTicket: 1, matched: 0, withheld: true });
    const clear = await assemble([ticketsOf('a', 0, 'phone'), ticketsOf('a', 1, 'phone'), answer], OPTIONS);
    expect(clear.matching).toMatchObject({ namingTicket: 1, matched: 1 });
  });

  test('retire their own tickets only', async () => {
    const merged = { ...ticketsOf('b', 1, 'chat'), retired: ids(1) } as AnyTablePart;
    const { dataset } = await assemble([ticketsOf('a', 0, 'phone'), merged], OPTIONS);
    expect(dataset.tickets?.rows).toBe(1);
    expect(valueAt(dimensionColumn(dataset, 'tickets', 'channel'), 0)).toBe('phone');
  });

  test('ask their own questions: two answers of a customer to two tools both count', async () => {
    const answered = (system: string, file: number) =>
      part('responses', 1, { customer_id: ids(7), submitted_at: days(file), csat: csat(5) }, { file, system });
    const { dataset } = await assemble([answered('a', 0), answered('b', 1)], OPTIONS);
    expect(dataset.responses?.rows).toBe(2);
    expect(dataset.customerCount).toBe(1);
  });
});

describe('answers from other places', () => {
  test('an item answer is a row of its own with its own touchpoint and none of the overall scores', async () => {
    const responses = part(
      'responses',
      1,
      { customer_id: ids(1), submitted_at: days(0), csat: csat(5), nps: csat(9) },
      {
        items: [
          {
            response: Int32Array.of(0),
            touchpoint: words('Signs'),
            score: 'csat',
            values: Float64Array.of(2),
            scale: { min: 1, max: 5, positiveFrom: 4 },
          },
        ],
      } as Partial<AnyTablePart>,
    );
    const { dataset } = await assemble([responses], OPTIONS);
    const item = dataset.responses?.item.indexOf(1) ?? -1;
    expect(dataset.responses?.rows).toBe(2);
    expect(valueAt(dimensionColumn(dataset, 'responses', 'touchpoint'), item)).toBe('Signs');
    expect(dataset.responses?.columns.csat?.values[item]).toBe(2);
    expect(dataset.responses?.columns.nps?.values[item]).toBeNaN();
  });

  const rated = part('tickets', 2, {
    ticket_id: ids(1, 2),
    created_at: days(0, 0),
    resolved_at: days(3, null),
    csat: csat(4, 1),
  });

  test('a rating in a ticket row is an answer, given when the ticket was solved', async () => {
    const { dataset } = await assemble([rated], OPTIONS);
    expect([...(dataset.responses?.columns.csat?.values ?? [])].sort()).toEqual([1, 4]);
    expect([...(dataset.responses?.columns.submitted_at ?? [])].sort()).toEqual([START, START + 3 * DAY]);
  });

  test('a customer who was asked in a ticket and did not answer is an invitation', async () => {
    const asked = part('tickets', 3, {
      ticket_id: ids(1, 2, 3),
      created_at: days(0, 0, 0),
      resolved_at: days(3, 4, 5),
      csat: csat(4, null, null),
      csat_at: days(4, null, null),
      csat_offered: Int8Array.of(1, 1, 0),
    });
    const { responses } = (await assemble([asked], OPTIONS)).dataset;
    expect(responses?.rows).toBe(2);
    expect([...(responses?.columns.invited_at ?? [])].sort()).toEqual([START + 4 * DAY, START + 4 * DAY]);
    expect([...(responses?.columns.submitted_at ?? [])].filter((at) => !Number.isNaN(at))).toEqual([START + 4 * DAY]);
  });

  test('several ratings in a ticket row are answers about their touchpoints', async () => {
    const items = [
      {
        response: Int32Array.of(0, 1),
        touchpoint: words('Speed', 'Tone'),
        score: 'csat',
        values: Float64Array.of(2, 5),
        scale: { min: 1, max: 5, positiveFrom: 4 },
      },
    ];
    const several = part('tickets', 2, { ticket_id: ids(1, 2), created_at: days(0, 0), resolved_at: days(1, 2) }, {
      items,
    } as Partial<AnyTablePart>);
    const { dataset } = await assemble([several], OPTIONS);
    const rows = [0, 1].map((row) => ({
      touchpoint: valueAt(dimensionColumn(dataset, 'responses', 'touchpoint'), row),
      csat: dataset.responses?.columns.csat?.values[row],
      item: dataset.responses?.item[row],
      at: dataset.responses?.columns.submitted_at?.[row],
    }));
    expect(rows).toEqual([
      { touchpoint: 'Speed', csat: 2, item: 1, at: START + DAY },
      { touchpoint: 'Tone', csat: 5, item: 1, at: START + 2 * DAY },
    ]);
  });

  test('a response about the same ticket stands before the rating in its row', async () => {
    const response = part('responses', 1, { ticket_id: ids(1), submitted_at: days(4), csat: csat(2) });
    const { dataset } = await assemble([rated, response], OPTIONS);
    expect([...(dataset.responses?.columns.csat?.values ?? [])].sort()).toEqual([1, 2]);
  });
});

describe('independence of order', () => {
  const row = fc.record({ id: fc.integer({ min: 1, max: 40 }), who: fc.integer({ min: 1, max: 6 }), day: fc.nat(60) });
  const partOf = (rows: { id: number; who: number; day: number }[], file: number) =>
    part(
      'tickets',
      rows.length,
      {
        ticket_id: ids(...rows.map(({ id }) => id)),
        customer_id: ids(...rows.map(({ who }) => who)),
        created_at: days(...rows.map(({ day }) => day)),
      },
      { file },
    );

  test('shuffled rows and split files give the same tickets', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(row, { selector: ({ id }) => id, minLength: 1 }), fc.nat(), async (rows, cut) => {
        const at = cut % rows.length;
        const { dataset: whole } = await assemble([partOf(rows, 0)], OPTIONS);
        const pieces = [partOf(rows.slice(at).reverse(), 0), partOf(rows.slice(0, at), 1)];
        const { dataset: split } = await assemble(pieces, OPTIONS);
        expect(split.tickets).toEqual(whole.tickets);
      }),
    );
  });

  test('two threads give what one gives', { timeout: 60_000 }, async () => {
    const threads = new Threads(1);
    try {
      const rows = Array.from({ length: 40 }, (_, id) => ({ id: id % 30, who: id % 7, day: id % 50 }));
      const answers = part('responses', 4, {
        response_id: ids(1, 2, 3, 3),
        ticket_id: ids(4, null, 5, 5),
        customer_id: ids(4, 5, null, null),
        submitted_at: days(1, 2, 3, 4),
        csat: csat(1, 5, 2, 3),
        channel: words('chat', 'phone', 'chat', 'email'),
      });
      const parts = [partOf(rows, 0), { ...answers, file: 1 }];
      expect(await assemble(parts, OPTIONS, threads)).toEqual(await assemble(parts, OPTIONS));
    } finally {
      await threads.close();
    }
  });

  test('every row is kept or set aside', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1 }), async (rows) => {
        const { dataset, setAside } = await assemble([partOf(rows, 0)], OPTIONS);
        const aside = setAside.reduce((sum, { count }) => sum + count, 0);
        expect((dataset.tickets?.rows ?? 0) + aside).toBe(rows.length);
      }),
    );
  });
});

function valueAt(column: { codes: Int32Array; values: readonly string[] } | null, row: number): string | undefined {
  return column?.values[column.codes[row] ?? -1];
}
