import { describe, expect, test } from 'vitest';
import { isLack } from '../analysis.ts';
import { COMPANY, contextOf, datasetOf, periodOf, type Tables } from '../testing.ts';
import { type JourneyStages, journeyStages } from './journey-stages.ts';

const span = { all: periodOf('2026'), months: [], latest: null, earlier: null };

function stagesOf(tables: Tables, declared: readonly string[] = []): JourneyStages {
  const context = { ...contextOf(datasetOf(tables)), company: { ...COMPANY, stages: declared } };
  const found = journeyStages.analyse(context, span);
  if (isLack(found)) throw new Error(found.lacks);
  return found;
}

describe('stages of the journey', () => {
  const touchpoints = [
    { customer_id: 'ada', at: '2026-02-01', stage: 'Use', initiated_by: 'customer' },
    { customer_id: 'ada', at: '2026-02-05', stage: 'Use', initiated_by: 'customer' },
    { customer_id: 'ben', at: '2026-02-01', stage: 'Use', initiated_by: 'customer' },
    { customer_id: 'ben', at: '2026-03-01', stage: 'Join', initiated_by: 'company' },
    { customer_id: 'ben', at: '2025-03-01', stage: 'Join', initiated_by: 'company' },
  ];

  test('stand in the order that is declared, others behind them by name', () => {
    const names = (declared: readonly string[]) => stagesOf({ touchpoints }, declared).stages.map(({ stage }) => stage);
    expect(names(['Use', 'Leave'])).toEqual(['Use', 'Leave', 'Join']);
    expect(names([])).toEqual(['Join', 'Use']);
  });

  test('count contacts and the customers behind them, by who began, within the time that is covered', () => {
    const [use, join] = stagesOf({ touchpoints }, ['Use', 'Join']).stages;
    expect(use).toMatchObject({ contacts: { n: 3, customers: 2 }, outreach: { n: 0, customers: 0 } });
    expect(join).toMatchObject({ contacts: { n: 0, customers: 0 }, outreach: { n: 1, customers: 1 } });
  });

  test('have the typical wait of the tickets that ratings at the stage are about', () => {
    const hours = [1, 2, 9];
    const stages = stagesOf({
      tickets: hours.map((hour, index) => ({
        ticket_id: `t${index}`,
        customer_id: 'ada',
        created_at: '2026-02-01T00:00Z',
        first_response_at: `2026-02-01T0${hour}:00Z`,
      })),
      responses: hours.map((_, index) => ({
        response_id: `r${index}`,
        ticket_id: `t${index}`,
        customer_id: 'ada',
        submitted_at: '2026-02-03',
        stage: 'Use',
        csat: 4,
      })),
    }).stages;
    expect(stages).toMatchObject([{ stage: 'Use', contacts: null, wait: { n: 3, customers: 1, median: 7200 } }]);
  });

  test('are lacking where no row has one', () => {
    const found = journeyStages.analyse(
      contextOf(datasetOf({ tickets: [{ ticket_id: 't', created_at: '2026-01-05' }] })),
      span,
    );
    expect(found).toEqual({ lacks: expect.stringContaining('`stage`') });
  });
});
