import { expect, test } from 'vitest';
import { CODE_KINDS } from '../dataset/model.ts';
import { missingField } from './missing-field.ts';
import { datasetOf, instant } from './testing.ts';

const DATASET = datasetOf({
  tickets: [
    { ticket_id: 'T2', customer_id: 'bo', created_at: '2026-01-06' },
    { ticket_id: 'T1', customer_id: 'ada', created_at: '2026-01-05' },
  ],
  responses: [{ response_id: 'R1', customer_id: 'bo', submitted_at: '2026-01-09', csat: 4 }],
  ticket_events: [
    { ticket_id: 'T2', at: '2026-01-06', type: 'confirmed' },
    { ticket_id: 'T1', at: '2026-01-07', type: 'customer_message' },
    { ticket_id: 'T1', at: '2026-01-07', type: 'assigned', to: 'Care' },
    { ticket_id: 'T1', at: '2026-01-06', type: 'bot_message' },
  ],
  touchpoints: [
    { customer_id: 'cy', at: '2026-01-02', initiated_by: 'customer' },
    { customer_id: 'ada', at: '2026-01-03', initiated_by: 'company' },
    { customer_id: 'ada', at: '2026-01-02', initiated_by: 'customer' },
  ],
  actions: [
    { response_id: 'R1', action_at: '2026-01-11', action: 'changed' },
    { response_id: 'R1', action_at: '2026-01-10', action: 'contacted' },
  ],
  aspects: [
    { response_id: 'R1', aspect: 'speed', score: 5 },
    { response_id: 'R1', aspect: 'ease', score: { value: 7, min: 1, max: 10, positiveFrom: 9 } },
  ],
  comment_codes: [
    { response_id: 'R1', coder: 'bo', code: 'moment' },
    { response_id: 'R1', coder: 'ann', code: 'emotional' },
    { response_id: 'R1', coder: 'ann', code: 'negative' },
  ],
});

test('tables of hand-built datasets stand in the order of those of real ones', () => {
  const { ticket_events: events, touchpoints, actions, aspects, comment_codes: codes } = DATASET;
  expect(events?.ticket).toEqual(Int32Array.of(0, 0, 0, 1));
  expect(events?.customer).toEqual(Int32Array.of(0, 0, 0, 1));
  expect(Array.from(events?.columns.type?.codes ?? [], (code) => events?.columns.type?.values[code])).toEqual([
    'bot_message',
    'assigned',
    'customer_message',
    'confirmed',
  ]);
  expect(touchpoints?.customer).toEqual(Int32Array.of(0, 0, 2));
  expect(touchpoints?.columns.at?.[0]).toBe(instant('2026-01-02'));
  expect(actions?.columns.action_at).toEqual(Float64Array.of(instant('2026-01-10'), instant('2026-01-11')));
  expect(aspects?.columns.score?.values).toEqual(Float64Array.of(7, 5));
  expect(Array.from(codes?.kind ?? [], (kind) => CODE_KINDS[kind])).toEqual(['sentiment', 'focus', 'moment']);
});

test('a row that names nothing is a mistake of the test', () => {
  expect(() => datasetOf({ actions: [{ response_id: 'R1', action_at: '2026-01-10', action: 'coded' }] })).toThrow(
    'no row has the response_id R1',
  );
});

test('fields of the tables are needed in words', () => {
  const needs = [
    'ticket_events.at',
    'touchpoints.initiated_by',
    'actions.action_at',
    'actions.response_id',
    'aspects.score',
    'comment_codes.code',
  ];
  expect(missingField(DATASET, needs)).toBeNull();
  expect(missingField(DATASET, ['ticket_events.from'])).toBe('no table of ticket events has the field `from`');
  expect(missingField(datasetOf({}), needs.slice(0, 2))).toBe(
    'no table of ticket events has the field `at`, and no table of touchpoints has the field `initiated_by`',
  );
});
