import { describe, expect, test } from 'vitest';
import type { Row } from '../../metrics/testing.ts';
import { testedOn } from '../../report/contrasts/tested-on.fixture.ts';
import { foundIn, lackIn } from '../found.fixture.ts';
import { evidenceCoverage } from './evidence-coverage.ts';

const { analysis } = evidenceCoverage;

/** Respondents: all, those with a ticket, and those in the customer list among them. */
function linked(respondents: number, withTicket: number, listed: number, nameless = 0) {
  const ids = Array.from({ length: respondents }, (_, who) => `C${who}`);
  const answer = { submitted_at: '2026-02-01', csat: 5 };
  const responses: Row[] = [
    ...ids.map((customer_id) => ({ customer_id, ...answer })),
    ...Array<Row>(nameless).fill(answer),
  ];
  return {
    responses,
    tickets: ids
      .slice(0, withTicket)
      .map((customer_id, at) => ({ ticket_id: `T${at}`, customer_id, created_at: '2026-01-20' })),
    customers: ids.slice(0, listed).map((customer_id) => ({ customer_id, joined_at: '2025-01-01' })),
  };
}

describe('coverage of the evidence', () => {
  test('follows respondents from answer to outcome', () => {
    expect(foundIn(analysis, linked(50, 40, 30, 10))).toEqual({
      respondents: 60,
      known: 50,
      withTicket: 40,
      withOutcome: 30,
    });
  });

  test('a customer who answers twice is one respondent', () => {
    const tables = linked(20, 20, 20);
    expect(foundIn(analysis, { ...tables, responses: [...tables.responses, ...tables.responses] }).respondents).toBe(
      20,
    );
  });

  test('the views rest on the same customers from 80% on', () => {
    expect(testedOn(linked(100, 90, 80), 's4').answer).toMatchObject({
      reading: 'supports',
      headline: 'The three views rest on the same customers',
    });
    expect(testedOn(linked(100, 90, 79), 's4').answer).toMatchObject({
      reading: 'contradicts',
      headline: '79% of respondents are in all three views',
    });
  });

  test('metrics are counted by what can be said of them, and repeated rows are accounted for', () => {
    const { answer } = testedOn(linked(100, 90, 80), 's4');
    const verdicts = answer?.figures.find(({ kind }) => kind === 'stack');
    const counts = verdicts?.table.rows.map(([, count]) => Number(count)) ?? [];
    expect(verdicts?.headline).toContain(`Of ${counts.reduce((sum, count) => sum + count, 0)} metrics`);
    expect(answer?.sentences.join(' ')).toContain('No row was set aside as repeated');
  });
});

describe('what it lacks', () => {
  test('is named', () => {
    expect(lackIn(analysis, { tickets: [] })).toContain('no survey export has the field');
  });

  test('fewer linked respondents than the minimum are not told', () => {
    const { answer, missing } = testedOn(linked(9, 9, 9), 's4');
    expect(answer).toBeNull();
    expect(missing).toContain('fewer than');
    const steps = testedOn(linked(100, 90, 9), 's4').answer?.figures.find(({ kind }) => kind === 'steps');
    expect(steps).toBeUndefined();
  });
});
