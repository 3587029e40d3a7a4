import { describe, expect, test } from 'vitest';
import type { Row, Tables } from '../../metrics/testing.ts';
import { publishedBy, testedOn } from '../../report/contrasts/tested-on.fixture.ts';
import { foundIn, lackIn } from '../found.fixture.ts';
import { whoStarts } from './who-starts.ts';

const { analysis } = whoStarts;

const CUSTOMERS = 120;
const name = (index: number) => `c${String(index % CUSTOMERS).padStart(3, '0')}`;

type Contacts = readonly [stage: string, side: 'customer' | 'company', count: number];

/** A hundred and twenty customers for half a year; so many touchpoints at a stage, of a customer each. */
function contacted(contacts: readonly Contacts[], tickets = 0): Tables {
  return {
    customers: Array.from({ length: CUSTOMERS }, (_, index) => ({ customer_id: name(index), joined_at: '2025-01-01' })),
    tickets: Array.from({ length: Math.max(1, tickets) }, (_, index) => ({
      ticket_id: `t${index}`,
      customer_id: name(index),
      created_at: tickets === 0 ? '2025-12-01' : '2026-03-01',
    })),
    touchpoints: contacts.flatMap(([stage, initiated_by, count], place) =>
      Array.from(
        { length: count },
        (_, index): Row => ({
          customer_id: name(index),
          at: `2026-0${1 + (place % 6)}-${String(1 + Math.floor(index / CUSTOMERS)).padStart(2, '0')}`,
          stage,
          initiated_by,
        }),
      ),
    ),
    coverage: ['2026-01-01', '2026-07-01'],
  };
}

const tables = contacted([
  ['Join', 'customer', 30],
  ['Join', 'company', 90],
  ['Use', 'customer', 110],
  ['Use', 'company', 30],
]);

const CONTACTS_OF_USE: readonly Contacts[] = [
  ['Use', 'customer', 110],
  ['Use', 'company', 30],
];

describe('contacts by who begins them', () => {
  test('are counted per hundred months as a customer, by stage', () => {
    const { months, stages, all } = foundIn(analysis, tables);
    // 181 days of 120 customers.
    expect(months).toBeCloseTo((120 * 181 * 12) / 365.25, 6);
    expect(stages.map(({ label, customer, company }) => [label, customer.contacts, company.contacts])).toEqual([
      ['Join', 30, 90],
      ['Use', 110, 30],
    ]);
    expect(stages[0]?.customer.value).toBeCloseTo((100 * 30) / months, 8);
    expect([all.customer.contacts, all.company.contacts]).toEqual([140, 120]);
  });

  test('have a ratio of customers to company', () => {
    const { stages } = foundIn(analysis, tables);
    expect(stages[1]?.ratio?.difference).toBeCloseTo(110 / 30, 8);
    expect(stages[1]?.ratio?.low).toBeGreaterThan(1);
    expect(stages[0]?.ratio?.high).toBeLessThan(1);
  });

  test('take notices of one day at one stage to one customer as one contact', () => {
    const again = (tables.touchpoints ?? []).map((row) => ({ ...row, at: `${row.at}T15:00Z` }));
    const doubled = { ...tables, touchpoints: [...(tables.touchpoints ?? []), ...again] };
    const { stages } = foundIn(analysis, doubled);
    expect(stages[0]?.company.contacts).toBe(90);
    // What customers begin counts each time.
    expect(stages[0]?.customer.contacts).toBe(60);
  });

  test('hold tickets in the total only, and messages that the company sent as its own', () => {
    const some = contacted(
      [
        ['Use', 'customer', 30],
        ['Use', 'company', 30],
      ],
      100,
    );
    const tickets = (some.tickets ?? []).map((row, index) => ({ ...row, proactive: index < 40 }));
    const { all, stages, elsewhere } = foundIn(analysis, { ...some, tickets });
    expect([elsewhere.customer.contacts, elsewhere.company.contacts]).toEqual([60, 40]);
    expect([all.customer.contacts, all.company.contacts]).toEqual([90, 70]);
    expect(stages.map(({ customer }) => customer.contacts)).toEqual([30]);
  });

  test('are not compared with fewer than twenty of a kind', () => {
    const { stages } = foundIn(
      analysis,
      contacted([...CONTACTS_OF_USE, ['Join', 'company', 19], ['Join', 'customer', 60]]),
    );
    expect(stages.find(({ label }) => label === 'Join')?.ratio).toBeNull();
  });
});

describe('what the page says', () => {
  test('is mostly reactive where customers begin more', () => {
    const { answer } = testedOn(contacted(CONTACTS_OF_USE, 110), 'c8c', { stages: ['Join', 'Use'] });
    expect([answer?.reading, answer?.headline]).toEqual(['supports', 'Customers begin most contacts']);
    expect(answer?.sentences).toContain('Mostly reactive at Use.');
  });

  test('is said stage by stage', () => {
    const { answer } = testedOn(tables, 'c8c');
    expect(answer?.sentences.slice(0, 2)).toEqual(['Mostly reactive at Use.', 'Mostly proactive at Join.']);
  });

  test('is nothing of the kind where both begin as many', () => {
    const even = contacted([
      ['Use', 'customer', 60],
      ['Use', 'company', 60],
    ]);
    expect(testedOn(even, 'c8c').answer?.reading).not.toBe('supports');
  });

  test('never tells of a stage where fewer than ten customers were in touch', () => {
    const shown = publishedBy(
      testedOn(contacted([...CONTACTS_OF_USE, ['Quiet', 'customer', 40], ['Quiet', 'company', 9]]), 'c8c'),
    );
    expect(shown).not.toContain('Quiet');
  });
});

describe('what it lacks', () => {
  test('is a field that is missing', () => {
    const { touchpoints: _, ...rest } = tables;
    expect(lackIn(analysis, rest)).toContain('touchpoints');
    const touchpoints = (tables.touchpoints ?? []).map(({ initiated_by: __, ...row }) => row);
    expect(lackIn(analysis, { ...tables, touchpoints })).toContain('`initiated_by`');
  });

  test('is contacts of one kind', () => {
    expect(
      lackIn(
        analysis,
        contacted([
          ['Use', 'customer', 60],
          ['Use', 'company', 19],
        ]),
      ),
    ).toBe('it needs 20 contacts that the company begins; these data have 19');
  });
});
