import { describe, expect, test } from 'vitest';
import { missingField } from './missing-field.ts';
import { datasetOf } from './testing.ts';

const dataset = datasetOf({ tickets: [{ created_at: '2026-01-01', resolved_at: '2026-01-02' }] });

describe('the reason why a metric is missing', () => {
  test('is none when every field is supplied', () => {
    expect(missingField(dataset, ['tickets.created_at', 'tickets.resolved_at'])).toBeNull();
  });

  test('names the first field that no source supplies', () => {
    expect(missingField(dataset, ['tickets.created_at', 'tickets.reopens', 'tickets.replies'])).toBe(
      'no ticket export has the field `reopens`',
    );
    expect(missingField(dataset, ['customers.joined_at'])).toBe('no customer list has the field `joined_at`');
  });

  test('names all alternatives when none of them is supplied', () => {
    expect(missingField(dataset, ['tickets.resolved_at | tickets.resolution_minutes'])).toBeNull();
    expect(missingField(dataset, ['responses.csat | tickets.csat'])).toBe(
      'no survey export has the field `csat` and no ticket export has the field `csat`',
    );
  });
});
