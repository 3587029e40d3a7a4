import { describe, expect, test } from 'vitest';
import { missingField } from './missing-field.ts';
import { datasetOf } from './testing.ts';

const dataset = datasetOf({ tickets: [{ created_at: '2026-01-01', resolved_at: '2026-01-02' }] });

describe('the reason why a metric is missing', () => {
  test('is none when every field is supplied', () => {
    expect(missingField(dataset, ['tickets.created_at', 'tickets.resolved_at'])).toBeNull();
  });

  test('names the field that no source supplies, or all of them', () => {
    expect(missingField(dataset, ['tickets.created_at', 'tickets.reopens'])).toBe(
      'no ticket export has the field `reopens`',
    );
    expect(missingField(dataset, ['tickets.reopens', 'tickets.replies'])).toBe(
      'no ticket export has the field `reopens` or `replies`',
    );
    expect(missingField(dataset, ['tickets.reopens', 'tickets.replies', 'tickets.due_at'])).toBe(
      'no ticket export has the field `reopens`, `replies` or `due_at`',
    );
    expect(missingField(dataset, ['customers.joined_at'])).toBe('no customer list has the field `joined_at`');
  });

  test('names all alternatives when none of them is supplied', () => {
    expect(missingField(dataset, ['tickets.resolved_at | tickets.resolution_minutes'])).toBeNull();
    expect(missingField(dataset, ['tickets.first_response_at | tickets.first_response_minutes'])).toBe(
      'no ticket export has the field `first_response_at` or `first_response_minutes`',
    );
  });

  test('says once what several exports lack', () => {
    expect(missingField(dataset, ['responses.csat | tickets.csat'])).toBe(
      'no survey export and no ticket export has the field `csat`',
    );
    expect(missingField(dataset, ['customers.joined_at', 'tickets.customer_id'])).toBe(
      'no customer list has the field `joined_at`, and no ticket export has the field `customer_id`',
    );
  });

  test('names a field once, however often it is needed', () => {
    expect(missingField(dataset, ['tickets.reopens', 'tickets.reopens | tickets.replies'])).toBe(
      'no ticket export has the field `reopens` or `replies`',
    );
  });
});
