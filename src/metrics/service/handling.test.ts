import { expect, test } from 'vitest';
import { datasetOf, type Row } from '../testing.ts';
import { HANDLED_BY, handlingOf } from './handling.ts';

const { human, bot, mixed, unknown } = HANDLED_BY;
const CREATED = '2026-01-05T09:00Z';

/** Who dealt with one ticket, from its mark and the messages in it. */
function handling(mark: Row, ...types: string[]): number | undefined {
  const dataset = datasetOf({
    tickets: [{ ticket_id: 'T1', customer_id: 'ada', created_at: CREATED, ...mark }],
    ticket_events: types.map((type) => ({ ticket_id: 'T1', at: CREATED, type })),
  });
  return handlingOf(dataset)[0];
}

test('a ticket is a bot’s when it is marked so or a bot wrote in it, and no person did', () => {
  expect(handling({ automated: true })).toBe(bot);
  expect(handling({ automated: true }, 'customer_message', 'bot_message', 'human_requested')).toBe(bot);
  expect(handling({}, 'bot_message', 'customer_message')).toBe(bot);
});

test('it is a person’s when no bot had to do with it', () => {
  expect(handling({ automated: false })).toBe(human);
  expect(handling({}, 'customer_message', 'agent_message')).toBe(human);
});

test('it is both’s when a person joined', () => {
  expect(handling({ automated: true }, 'bot_message', 'agent_message')).toBe(mixed);
  expect(handling({ automated: false }, 'bot_message')).toBe(mixed);
});

test('it is nobody’s that is known without a mark and without a message', () => {
  expect(handling({})).toBe(unknown);
  expect(handling({}, 'assigned')).toBe(unknown);
});
