import { describe, expect, test } from 'vitest';
import type { Row, Tables } from '../../metrics/testing.ts';
import { publishedBy, testedOn } from '../../report/contrasts/tested-on.fixture.ts';
import { seededRandom } from '../../statistics/random.ts';
import { foundIn, lackIn } from '../found.fixture.ts';
import { whatScoresTell } from './what-scores-tell.ts';

const { analysis } = whatScoresTell;

/** Customers who all answered on 1 February; whoever leaves does so in April, whoever renews in March. */
function company(
  count: number,
  of: (index: number) => { nps: number; csat: number; leaves: boolean; renews: boolean },
): Tables {
  const people = Array.from({ length: count }, (_, index) => ({ id: `c${1000 + index}`, ...of(index) }));
  return {
    responses: people.map(({ id, nps, csat }): Row => ({ customer_id: id, submitted_at: '2026-02-01', nps, csat })),
    customers: people.map(
      ({ id, leaves, renews }): Row => ({
        customer_id: id,
        churned_at: leaves ? '2026-04-01' : undefined,
        renewed_at: renews ? '2026-03-01' : undefined,
      }),
    ),
  };
}

const drawn = () => {
  const random = seededRandom(4);
  return (chance: number) => random.uniform() < chance;
};

/** The recommendation question foretells leaving, satisfaction does not. */
function telling(): Tables {
  const random = seededRandom(1);
  return company(600, (index) => {
    const leaves = index % 5 === 0;
    return {
      nps: leaves ? random.below(7) : 4 + random.below(7),
      csat: 1 + random.below(5),
      leaves,
      renews: index % 3 === 0,
    };
  });
}

describe('what each score tells', () => {
  test('is the chance that who left had given the lower score', () => {
    const { outcomes } = foundIn(
      analysis,
      company(80, (index) => ({
        nps: index < 40 ? 2 : index < 60 ? 2 : 9,
        csat: 3,
        leaves: index < 40,
        renews: false,
      })),
    );
    const [leaving] = outcomes;
    const recommendation = leaving?.measures.find(({ id }) => id === 'nps');
    expect(recommendation).toMatchObject({ events: 40, others: 40, auc: 0.75 });
  });

  test('sets two scores against each other on the same customers', () => {
    const { outcomes } = foundIn(analysis, telling());
    const pair = outcomes[0]?.pairs.find(({ more, less }) => more === 'nps' && less === 'csat');
    expect(pair?.customers).toBe(600);
    expect(pair?.difference.low).toBeGreaterThan(0.2);
    expect(pair?.aucs[0]).toBeGreaterThan(0.8);
  });

  test('watches nobody who had left, and nobody whose days are not over', () => {
    const tables = telling();
    const late: Row[] = Array.from({ length: 50 }, (_, index) => ({
      customer_id: `late${index}`,
      submitted_at: '2026-05-20',
      nps: 0,
    }));
    const gone: Row[] = Array.from({ length: 50 }, (_, index) => ({
      customer_id: `gone${index}`,
      submitted_at: '2026-02-01',
      nps: 0,
    }));
    const more: Tables = {
      responses: [...(tables.responses ?? []), ...late, ...gone],
      customers: [
        ...(tables.customers ?? []),
        ...late.map(({ customer_id }) => ({ customer_id })),
        ...gone.map(({ customer_id }) => ({ customer_id, churned_at: '2026-01-20' })),
      ],
    };
    const measured = (given: Tables) => foundIn(analysis, given).outcomes[0]?.measures.find(({ id }) => id === 'nps');
    expect(measured(more)).toEqual(measured(tables));
  });

  test('is said for the score of the whole, which speaks against the idea where it tells of leaving', () => {
    const { answer } = testedOn(telling(), 'c10a');
    expect(answer?.headline).toBe('NPS tells more about leaving than CSAT');
    expect(answer?.reading).toBe('contradicts');
  });

  test('is not said where scores tell nothing', () => {
    const chance = drawn();
    const random = seededRandom(9);
    const { answer } = testedOn(
      company(500, () => ({
        nps: random.below(11),
        csat: 1 + random.below(5),
        leaves: chance(0.2),
        renews: chance(0.3),
      })),
      'c10a',
    );
    expect(answer?.reading).toBe('open');
    expect(answer?.statement).toMatch(/cannot tell/);
  });

  test('names the outcome that the data lack', () => {
    const { responses = [], customers = [] } = telling();
    const { outcomes } = foundIn(analysis, {
      responses,
      customers: customers.map(({ renewed_at: _, ...customer }) => customer),
    });
    expect(outcomes[1]?.lacks).toBe('no customer list has the field `renewed_at`');
    expect(lackIn(analysis, { responses })).toMatch(/`churned_at` or `renewed_at`/);
    expect(lackIn(analysis, { customers })).toMatch(/`nps`/);
  });

  test('needs twenty who left and twenty who stayed', () => {
    const few = company(200, (index) => ({ nps: index % 11, csat: 3, leaves: index < 19, renews: false }));
    expect(lackIn(analysis, few)).toBe('it needs 20 customers who left within 90 days of a score; these data have 19');
  });

  test('shows no share of a small fifth', () => {
    const { answer } = testedOn(telling(), 'c10a');
    expect(publishedBy(testedOn(telling(), 'c10a'))).not.toMatch(/"n":[1-9][,}]/);
    expect(answer?.figures).toHaveLength(1);
  });
});
