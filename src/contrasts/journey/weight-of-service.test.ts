import { describe, expect, test } from 'vitest';
import { isLack } from '../../metrics/analysis.ts';
import type { Company } from '../../metrics/definition.ts';
import { COMPANY, contextOf, datasetOf, type Row, type Tables } from '../../metrics/testing.ts';
import { testedOn } from '../../report/contrasts/tested-on.fixture.ts';
import { spanFor } from '../found.fixture.ts';
import { type WeightOfService, weightOfService } from './weight-of-service.ts';

const { analysis } = weightOfService;
const STAGES = ['Join', 'Use', 'Renew'];
const settings = { stages: STAGES, support_stage: 'Use' };

function analysed(tables: Tables, company: Partial<Company> = { stages: STAGES, supportStage: 'Use' }) {
  return analysis.analyse({ ...contextOf(datasetOf(tables)), company: { ...COMPANY, ...company } }, spanFor());
}

function found(tables: Tables, company?: Partial<Company>): WeightOfService {
  const result = analysed(tables, company);
  if (isLack(result)) throw new Error(result.lacks);
  return result;
}

function lack(tables: Tables, company?: Partial<Company>): string {
  const result = analysed(tables, company);
  return isLack(result) ? result.lacks : '';
}

type Ratings = readonly [join: number, use: number, renew: number];

/** Every combination of ratings from 1 to 5 once, with a recommendation. */
function rated(recommendation: (ratings: Ratings, index: number) => number, count = 125): Tables {
  const people = Array.from({ length: count }, (_, index) => {
    const ratings: Ratings = [1 + (index % 5), 1 + (Math.floor(index / 5) % 5), 1 + (Math.floor(index / 25) % 5)];
    return { id: `c${String(index).padStart(3, '0')}`, ratings, nps: recommendation(ratings, index) };
  });
  return {
    responses: people.map(
      ({ id, nps }): Row => ({ response_id: id, customer_id: id, submitted_at: '2026-03-01', nps }),
    ),
    aspects: people.flatMap(({ id, ratings }) =>
      STAGES.map((aspect, stage): Row => ({ response_id: id, aspect, score: ratings[stage] })),
    ),
  };
}

const byRenew = ([, use, renew]: Ratings) => 2 * (renew - 1) + (use >= 4 ? 2 : 0);
const byUse = ([, use, renew]: Ratings) => 2 * (use - 1) + (renew >= 4 ? 2 : 0);

describe('the weight of service', () => {
  test('is its part of what all stages explain', () => {
    const { r2, stages, customers, source, service, declared } = found(rated(byRenew));
    // Ratings are independent: Renew explains a variance of 8, Use 0.72, of 8.96.
    expect(r2).toBeCloseTo(8.72 / 8.96, 10);
    expect(stages.map(({ name }) => name)).toEqual(['Renew', 'Use', 'Join']);
    expect(stages.map(({ share }) => share)).toEqual(
      [8 / 8.72, 0.72 / 8.72, 0].map((share) => expect.closeTo(share, 10)),
    );
    expect({ customers, source, service, declared }).toEqual({
      customers: 125,
      source: 'aspects',
      service: 'Use',
      declared: true,
    });
  });

  test('follows from what answers about tickets name where nothing is declared', () => {
    const tables = rated(byRenew);
    const about = { ticket_id: 't', customer_id: 'c000', created_at: '2026-02-01' };
    const rating = {
      response_id: 'r',
      customer_id: 'c000',
      ticket_id: 't',
      submitted_at: '2026-02-02',
      stage: 'use',
      csat: 4,
    };
    const both = { ...tables, tickets: [about], responses: [...(tables.responses ?? []), rating] };
    const { service, declared } = found(both, { stages: STAGES });
    expect([service, declared]).toEqual(['Use', false]);
    expect(lack(tables, { stages: STAGES })).toContain('`support_stage`');
  });

  test('comes from ratings of contacts at each stage where aspects do not name stages', () => {
    const { aspects = [], responses = [] } = rated(byRenew);
    const contacts = aspects.map(
      ({ response_id, aspect, score }): Row => ({
        response_id: `${response_id}-${aspect}`,
        customer_id: response_id,
        submitted_at: '2026-02-01',
        stage: aspect,
        csat: score,
      }),
    );
    const { source, stages } = found({ responses: [...responses, ...contacts] });
    expect(source).toBe('contacts');
    expect(stages[0]?.share).toBeCloseTo(8 / 8.72, 10);
  });

  test('leaves out who did not rate every stage, and says how many answered', () => {
    const tables = rated(byRenew);
    const { customers, asked } = found({ ...tables, aspects: (tables.aspects ?? []).slice(1) });
    expect([customers, asked]).toEqual([124, 125]);
  });
});

describe('what the page says', () => {
  test('names the largest stage where it is sure, with the interval of service and R²', () => {
    const { answer } = testedOn(rated(byRenew), 'c8b', settings);
    expect(answer?.reading).toBe('supports');
    expect(answer?.headline).toBe('Renew goes most with recommendation, not service');
    expect(answer?.statement).toMatch(/^Service \(Use\) is \d+% to \d+% of what the stages explain .* which is 97% of/);
  });

  test('contradicts the idea where service is the largest', () => {
    const { answer } = testedOn(rated(byUse), 'c8b', settings);
    expect([answer?.reading, answer?.headline]).toEqual([
      'contradicts',
      'Service, at the stage Use, goes most with recommendation',
    ]);
  });

  test('names no largest stage where nothing goes with the recommendation', () => {
    const { answer } = testedOn(
      rated((_, index) => (index * 37) % 11),
      'c8b',
      settings,
    );
    expect(answer?.reading).toBe('open');
    expect(answer?.statement).toContain('these data cannot tell');
  });
});

describe('what it lacks', () => {
  test('is named', () => {
    const tables = rated(byRenew);
    const { responses = [] } = tables;
    expect(lack({ ...tables, responses: responses.map(({ nps: _, ...row }) => ({ ...row, csat: 4 })) })).toContain(
      '`nps`',
    );
    expect(lack({ responses })).toContain('`stage`');
    expect(lack(tables, { stages: [] })).toContain('`stages`');
    expect(lack(tables, { stages: STAGES, supportStage: 'Repair' })).toContain('“Repair”');
  });

  test('is customers enough', () => {
    expect(lack(rated(byRenew, 99))).toMatch(/^it needs 100 customers who rated every stage.*these data have 99$/);
  });
});
