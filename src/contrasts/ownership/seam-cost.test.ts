import { describe, expect, test } from 'vitest';
import type { Row, Tables } from '../../metrics/testing.ts';
import { publishedBy, testedOn } from '../../report/contrasts/tested-on.fixture.ts';
import { foundIn, lackIn } from '../found.fixture.ts';
import { seamCost } from './seam-cost.ts';

const { analysis } = seamCost;

interface Crowd {
  readonly topic: string;
  readonly contacts: number;
  readonly crossed: boolean;
  readonly count: number;
  readonly satisfied: number;
}

const crowd = (topic: string, contacts: number, crossed: boolean, count: number, satisfied: number): Crowd => ({
  topic,
  contacts,
  crossed,
  count,
  satisfied,
});

/** Everybody writes once a day from 1 February on and rates the last ticket. */
function rated(crowds: readonly Crowd[]): Tables {
  const people = crowds.flatMap((each, place) =>
    Array.from({ length: each.count }, (_, index) => ({ ...each, id: `c${place}-${index}`, index })),
  );
  return {
    tickets: people.flatMap(({ id, topic, contacts, crossed }) =>
      Array.from(
        { length: contacts },
        (_, contact): Row => ({
          ticket_id: `${id}-${contact}`,
          customer_id: id,
          created_at: `2026-02-0${contact + 1}`,
          department: crossed && contact === 0 ? 'Sales' : 'Care',
          category: topic,
        }),
      ),
    ),
    responses: people.map(
      ({ id, contacts, index, satisfied }): Row => ({
        response_id: id,
        customer_id: id,
        ticket_id: `${id}-${contacts - 1}`,
        submitted_at: '2026-02-20',
        csat: index < satisfied ? 5 : 1,
      }),
    ),
  };
}

const worse = ['Bills', 'Line', 'Visits'].flatMap((topic) => [
  crowd(topic, 2, false, 60, 54),
  crowd(topic, 2, true, 60, 36),
]);

describe('crossing departments', () => {
  test('is compared among customers with the same topic and as many contacts', () => {
    const { satisfied, detractors } = foundIn(analysis, rated(worse));
    expect([satisfied.first.n, satisfied.second.n]).toEqual([180, 180]);
    expect(satisfied.difference.difference).toBeCloseTo(-0.3, 10);
    expect(satisfied.uneven).toBe(false);
    expect(detractors).toBeNull();
  });

  test('is no artefact of who has more contacts', () => {
    // Satisfied are 9 of 10 with two contacts and 5 of 10 with four, crossed or not; most who crossed had four.
    const { satisfied } = foundIn(
      analysis,
      rated([
        crowd('Bills', 2, false, 90, 81),
        crowd('Bills', 2, true, 20, 18),
        crowd('Bills', 4, false, 20, 10),
        crowd('Bills', 4, true, 90, 45),
        crowd('Line', 2, false, 30, 27),
        crowd('Line', 2, true, 30, 27),
      ]),
    );
    expect(satisfied.difference.difference).toBeCloseTo(0, 10);
  });

  test('leaves out customers with one contact, and tickets long before', () => {
    const old = rated([...worse, crowd('Line', 1, false, 50, 0)]);
    const tickets = [
      ...(old.tickets ?? []),
      { ticket_id: 'old', customer_id: 'c6-0', created_at: '2025-10-01', department: 'Sales', category: 'Line' },
    ];
    const { satisfied } = foundIn(analysis, { ...old, tickets });
    expect([satisfied.first.n, satisfied.second.n]).toEqual([180, 180]);
  });

  test('lets the page say that it goes with lower scores', () => {
    const { answer } = testedOn(rated(worse), 'c4b');
    expect(answer?.reading).toBe('supports');
    expect(answer?.headline).toBe('Crossing departments goes with lower scores');
    expect(answer?.statement).toMatch(/is lower by 30\spoints \(between \d+ and \d+\), with topic/);
  });

  test('lets it say nothing of the kind where both are alike', () => {
    const alike = worse.map((each) => ({ ...each, satisfied: 45 }));
    expect(testedOn(rated(alike), 'c4b').answer?.reading).not.toBe('supports');
  });

  test('names the field that is missing', () => {
    const tables = rated(worse);
    const tickets = (tables.tickets ?? []).map(({ category: _, ...row }) => row);
    expect(lackIn(analysis, { ...tables, tickets })).toBe('no ticket export has the field `category`');
  });

  test('needs thirty customers on each side and three strata', () => {
    expect(lackIn(analysis, rated([crowd('Bills', 2, false, 60, 30), crowd('Bills', 2, true, 29, 10)]))).toBe(
      'it needs 30 customers whose contacts crossed departments; these data have 29',
    );
    expect(lackIn(analysis, rated(worse.slice(0, 4)))).toMatch(/^it needs 3 kinds of cases .*these data have 2$/);
  });

  test('shows no stratum with fewer than ten customers on a side, and no single one left over', () => {
    const shown = publishedBy(
      testedOn(rated([...worse, crowd('Quiet', 2, false, 40, 30), crowd('Quiet', 2, true, 9, 1)]), 'c4b'),
    );
    expect(shown).not.toContain('Quiet');
    const rows = ['Bills', 'Line', 'Visits'].filter((topic) => shown.includes(`${topic}, 2 contacts`));
    expect(rows).toHaveLength(2);
  });
});
