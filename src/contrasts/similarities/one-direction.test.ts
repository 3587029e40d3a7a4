import { describe, expect, test } from 'vitest';
import type { Row, Tables } from '../../metrics/testing.ts';
import { testedOn } from '../../report/contrasts/tested-on.fixture.ts';
import { seededRandom } from '../../statistics/random.ts';
import { foundIn, lackIn } from '../found.fixture.ts';
import { oneDirection } from './one-direction.ts';

const { analysis } = oneDirection;

/** Customers with two tickets, two ratings and a recommendation each, all of which follow one mood as far as it goes. */
function customers(n: number, mood: number): Tables {
  const random = seededRandom(5);
  const [tickets, responses]: [Row[], Row[]] = [[], []];
  for (let who = 0; who < n; who++) {
    const customer_id = `C${who}`;
    const common = random.normal();
    const is = () => mood * common + (1 - mood) * random.normal() > 0;
    for (const month of ['01', '03']) {
      const created = {
        customer_id,
        created_at: `2026-${month}-05`,
        resolved_at: `2026-${month}-06`,
        status: 'solved',
      };
      tickets.push({ ticket_id: `${customer_id}-${month}`, ...created, reopens: is() ? 0 : 1 });
      responses.push({ customer_id, submitted_at: `2026-${month}-08`, csat: is() ? 5 : 2 });
    }
    const nps = Math.max(0, Math.min(10, Math.round(6 + 2 * (mood * common + (1 - mood) * random.normal()))));
    responses.push({ customer_id, submitted_at: '2026-04-05', nps });
  }
  return { tickets, responses };
}

describe('one direction', () => {
  test('is said where every correlation is clearly above 0.3', () => {
    expect(testedOn(customers(250, 0.8), 's5').answer).toMatchObject({
      reading: 'supports',
      headline: 'Satisfaction, service and recommendation pull in one direction',
    });
  });

  test('is not said where nothing goes together', () => {
    const { answer } = testedOn(customers(250, 0), 's5');
    expect(answer).toMatchObject({ reading: 'contradicts' });
    expect(answer?.headline).toContain('do not pull');
  });

  test('is open between the two', () => {
    expect(testedOn(customers(110, 0.5), 's5').answer?.reading).toBe('open');
  });

  test('correlates shares of customers with their recommendation', () => {
    const { customers: n, pairs } = foundIn(analysis, customers(120, 1));
    expect(n).toBe(120);
    // Tickets and ratings of a customer are both good or both bad.
    expect(pairs[0]?.rho.coefficient).toBeCloseTo(1, 12);
  });
});

describe('what it lacks', () => {
  test('is named', () => {
    const { tickets = [], responses = [] } = customers(110, 0.5);
    expect(lackIn(analysis, { responses })).toContain('`resolved_at`');
    expect(lackIn(analysis, { tickets, responses: responses.map(({ nps: _, ...row }) => row) })).toContain('`nps`');
    expect(lackIn(analysis, customers(99, 0.5))).toMatch(/100 customers.*99/);
  });
});
