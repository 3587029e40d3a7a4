import { expect, test } from 'vitest';
import { read } from '../ingest/data-folder-for-tests.ts';
import { identifiersAmong } from './identifiers.ts';

test('identifiers of every table are found in what is published, whoever else names them', async () => {
  const { parts } = await read({
    'events.csv': 'ticket_id,at,type\nTICKET-4711,2026-01-02,confirmed\n',
    'touchpoints.csv': 'customer_id,at,stage\nada@example.org,2026-01-02,Join\n',
    'actions.csv': 'response_id,action_at,action\nR-90001,2026-01-02,coded\n',
    'aspects.csv': 'response_id,aspect,score\nR-90002,speed,4\n',
    'codes.csv': 'response_id,coder,code\nR-90003,Ann,moment\n',
  });
  const texts = ['TICKET-4711', 'ada@example.org', 'R-90001', 'R-90002', 'R-90003', 'R-90004', 'speed', 'Join'];
  expect(identifiersAmong(parts, 1n, texts)).toEqual([
    'R-90001',
    'R-90002',
    'R-90003',
    'TICKET-4711',
    'ada@example.org',
  ]);
});
