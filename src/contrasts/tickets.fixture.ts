/**
 * Tickets by who dealt with them, and what their customers said.
 */
import type { Row, Tables } from '../metrics/testing.ts';

/** So many customers of one kind, one ticket each. */
export interface Kind {
  readonly n: number;
  readonly automated: boolean;
  /** How many of them are satisfied; all rate when given. */
  readonly satisfied?: number;
  /** How many of them are promoters afterwards, the others detractors; all answer when given. */
  readonly promoters?: number;
  /** How many rate being treated as a person well; all rate when given. */
  readonly personal?: number;
  /** How many come back three days after the solution. */
  readonly back?: number;
  readonly category?: string;
}

/** Tables of customers of several kinds; tickets are solved on the day they are created. */
export function ticketsOf(...kinds: readonly Kind[]): Tables {
  const [tickets, responses, aspects]: [Row[], Row[], Row[]] = [[], [], []];
  let next = 0;
  for (const { n, automated, satisfied, promoters, personal, back = 0, category = 'bill' } of kinds) {
    for (let place = 0; place < n; place++) {
      const customer_id = `C${String(next).padStart(5, '0')}`;
      const ticket_id = `T${next++}`;
      const solved = { status: 'solved', category };
      const created_at = '2026-02-02T09:00Z';
      tickets.push({ ticket_id, customer_id, created_at, resolved_at: '2026-02-02T17:00Z', automated, ...solved });
      if (place < back) {
        const again = { ticket_id: `${ticket_id}b`, customer_id, created_at: '2026-02-05T09:00Z' };
        tickets.push({ ...again, resolved_at: '2026-02-05T10:00Z', ...solved });
      }
      if (satisfied !== undefined || personal !== undefined) {
        const response_id = `${ticket_id}r`;
        const csat = place < (satisfied ?? 0) ? 5 : 2;
        responses.push({ response_id, customer_id, ticket_id, submitted_at: '2026-02-03', csat });
        if (personal !== undefined) aspects.push({ response_id, aspect: 'personal', score: place < personal ? 5 : 1 });
      }
      if (promoters !== undefined) {
        responses.push({ customer_id, submitted_at: '2026-03-03', nps: place < promoters ? 10 : 3 });
      }
    }
  }
  return {
    tickets,
    ...(responses.length > 0 ? { responses } : {}),
    ...(aspects.length > 0 ? { aspects } : {}),
    coverage: ['2026-01-01', '2026-07-01'],
  };
}
