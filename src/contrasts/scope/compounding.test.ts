import { describe, expect, test } from 'vitest';
import type { Row, Tables } from '../../metrics/testing.ts';
import { publishedBy, testedOn } from '../../report/contrasts/tested-on.fixture.ts';
import { foundIn, lackIn } from '../found.fixture.ts';
import { compounding } from './compounding.ts';

const { analysis } = compounding;

/** Customers whose contacts went well (+) or not (−): `['++-', 20]` are twenty with three contacts. */
function runs(crowds: readonly (readonly [run: string, count: number])[]): Row[] {
  return crowds.flatMap(([run, count], place) =>
    Array.from({ length: count }, (_, index) =>
      [...run].map((sign, contact) => ({
        customer_id: `c${place}-${index}`,
        submitted_at: `2026-02-0${contact + 1}`,
        csat: sign === '+' ? 5 : 2,
      })),
    ).flat(),
  );
}

const rated = (crowds: readonly (readonly [run: string, count: number])[]): Tables => ({ responses: runs(crowds) });

/** 80 % of ratings are satisfied, and every contact has that chance, whoever the customer. */
const byChance = rated([
  ['+', 800],
  ['-', 200],
  ['++', 640],
  ['+-', 320],
  ['--', 40],
]);
/** The same share, but both contacts of a customer go alike. */
const piledUp = rated([
  ['+', 800],
  ['-', 200],
  ['++', 800],
  ['--', 200],
]);
/** Nobody has two bad ones. */
const spread = rated([
  ['+', 800],
  ['-', 200],
  ['++', 600],
  ['+-', 400],
]);

describe('customers by number of contacts', () => {
  test('have the share who were satisfied every time beside what independence gives', () => {
    const { positive, levels, outside } = foundIn(analysis, byChance);
    expect(positive).toBeCloseTo(0.8, 10);
    expect(
      levels.map(({ contacts, customers, every: { share }, expected }) => [contacts, customers, share, expected]),
    ).toEqual([
      [1, 1000, 0.8, 0.8],
      [2, 1000, 0.64, expect.closeTo(0.64, 10)],
    ]);
    expect(levels[0]?.gap).toBeNull();
    expect(levels[1]?.gap?.difference).toBeCloseTo(0, 10);
    expect(outside).toBe(0);
  });

  test('end where one number of contacts has few customers', () => {
    const { levels, outside } = foundIn(
      analysis,
      rated([
        ['+', 60],
        ['-', 40],
        ['++', 40],
        ['+++', 29],
        ['++++', 90],
      ]),
    );
    expect(levels.map(({ contacts }) => contacts)).toEqual([1, 2]);
    expect(outside).toBe(119);
  });

  test('follow the arithmetic of ninety per cent', () => {
    const tens = rated([
      ['+', 90],
      ['-', 10],
      ['++', 81],
      ['+-', 18],
      ['--', 1],
      ['+++', 729],
      ['++-', 243],
      ['+--', 27],
      ['---', 1],
    ]);
    expect(foundIn(analysis, tens).levels.map(({ expected }) => expected.toFixed(2))).toEqual(['0.90', '0.81', '0.73']);
  });
});

describe('problems', () => {
  test('are said to pile up only where more customers than chance has it were satisfied every time', () => {
    expect(testedOn(piledUp, 'c1c').answer).toMatchObject({
      reading: 'describes',
      verdict: 'different',
      headline: 'Problems pile up on the same customers',
      statement:
        'Problems pile up on the same customers: of customers with two contacts 80% were satisfied every time, where chance would give 64%.',
    });
  });

  test('are said to spread where fewer were', () => {
    expect(testedOn(spread, 'c1c').answer?.headline).toBe(
      'Problems spread over more customers than chance would reach',
    );
  });

  test('fall as chance has it where they do', () => {
    expect(testedOn(byChance, 'c1c').answer).toMatchObject({
      verdict: 'equivalent',
      headline: 'Good contacts and bad ones fall about as chance has it',
    });
  });

  test('are left open with few customers, and the arithmetic is said all the same', () => {
    const few = rated([
      ['+', 80],
      ['-', 20],
      ['++', 32],
      ['+-', 16],
      ['--', 2],
    ]);
    expect(testedOn(few, 'c1c').answer).toMatchObject({ reading: 'open', verdict: 'undecided' });
    expect(testedOn(few, 'c1c').answer?.statement).toMatch(/^Good steps make weaker journeys: 80% of contacts .* 64% /);
  });
});

describe('small groups', () => {
  test('do not follow from what is published elsewhere: a level goes with them', () => {
    const rest = rated([
      ['+', 80],
      ['-', 20],
      ['++', 64],
      ['+-', 36],
      ['+++', 50],
      ['++-', 50],
      ['++++', 7],
    ]);
    const [figure] = testedOn(rest, 'c1c').answer?.figures ?? [];
    expect(figure).toMatchObject({ kind: 'levels', levels: ['1', '2'] });
    expect(publishedBy(testedOn(rest, 'c1c'))).not.toContain('three contacts');
  });

  test('of topics stand together', () => {
    const topics: [string, number][] = [
      ['Line', 60],
      ['Bill', 40],
      ['Press', 4],
      ['Fairs', 12],
    ];
    const tickets: Row[] = [];
    const responses: Row[] = [];
    for (const [category, count] of topics) {
      for (const contacts of [1, 2]) {
        for (let index = 0; index < count; index++) {
          for (let contact = 0; contact < contacts; contact++) {
            const ticket_id = `${category}-${contacts}-${index}-${contact}`;
            const customer_id = `${category}-${contacts}-${index}`;
            tickets.push({ ticket_id, customer_id, created_at: '2026-02-01', category });
            responses.push({
              ticket_id,
              customer_id,
              submitted_at: `2026-02-0${contact + 2}`,
              csat: index % 5 ? 5 : 2,
            });
          }
        }
      }
    }
    const [, strip] = testedOn({ tickets, responses }, 'c1c').answer?.figures ?? [];
    expect(strip?.kind === 'strip' && strip.rows.map(({ label }) => label)).toEqual(['Line', 'Bill', 'Other topics']);
    expect(JSON.stringify(strip)).not.toMatch(/Press|Fairs/);
  });
});

describe('without enough', () => {
  test('the field that is missing is named', () => {
    expect(lackIn(analysis, { responses: [{ customer_id: 'c1', submitted_at: '2026-02-01', nps: 9 }] })).toMatch(
      /`csat`/,
    );
  });

  test('customers are counted', () => {
    expect(
      lackIn(
        analysis,
        rated([
          ['+', 100],
          ['++', 29],
        ]),
      ),
    ).toBe('it needs 30 customers with 2 rated contacts; these data have 29');
  });
});
