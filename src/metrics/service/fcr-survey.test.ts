import { describe, expect, test } from 'vitest';
import { cellOf, cellsByValue, contextOf, datasetOf, sliceOf } from '../testing.ts';
import { fcrSurvey } from './fcr-survey.ts';

const answer = (customer_id: string, resolved_first: boolean | undefined, rest = {}) => ({
  customer_id,
  submitted_at: '2026-03-01T12:00Z',
  resolved_first,
  ...rest,
});

describe('first-contact resolution as customers say', () => {
  const dataset = datasetOf({
    tickets: [{ ticket_id: 't1', created_at: '2026-02-01T09:00Z', channel: 'phone' }],
    responses: [
      answer('ada', true, { channel: 'email' }),
      answer('bo', false, { channel: 'email' }),
      answer('cyd', true, { ticket_id: 't1' }),
      answer('dee', undefined, { csat: 4 }),
      answer('eve', true, { submitted_at: undefined, invited_at: '2026-03-01T12:00Z' }),
      answer('fay', true, { item: true, touchpoint: 'Shop' }),
    ],
  });

  test('is the share of yes among answers to the question', () => {
    expect(cellOf(fcrSurvey, dataset)).toMatchObject({ n: 3, customers: 3, value: 2 / 3 });
    expect(fcrSurvey.notes?.(contextOf(dataset))).toEqual(['1 answer that leaves the question open is not counted']);
  });

  test('can be told by channel, that of the ticket where the answer states none', () => {
    const cells = cellsByValue(fcrSurvey, dataset, sliceOf({ dimension: 'channel' }));
    expect([cells.email?.value, cells.phone?.value]).toEqual([0.5, 1]);
  });

  test('needs the question to be asked', () => {
    const without = datasetOf({ responses: [{ submitted_at: '2026-03-01T12:00Z', csat: 5 }] });
    expect(fcrSurvey.unavailable(contextOf(without))).toBe('no survey export has the field `resolved_first`');
  });
});
