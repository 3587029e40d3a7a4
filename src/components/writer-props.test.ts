import { describe, expect, test } from 'vitest';
import { queryOf } from './writer-props.ts';

const FILE = 'satisfaction.mdx';

describe('what a writer may ask', () => {
  test('filters are gathered apart from metric and period', () => {
    expect(queryOf('Value', { metric: 'nps', period: '2026-Q2', segment: 'business', channel: 'email' }, FILE)).toEqual(
      {
        metric: 'nps',
        period: '2026-Q2',
        where: { segment: 'business', channel: 'email' },
      },
    );
  });

  test('a metric alone is enough', () => {
    expect(queryOf('Value', { metric: 'csat' }, FILE)).toEqual({ metric: 'csat' });
    expect(queryOf('Change', { metric: 'csat' }, FILE)).toEqual({ metric: 'csat' });
  });

  test('a change may be against the year before', () => {
    expect(queryOf('Change', { metric: 'csat', against: 'year-earlier' }, FILE)).toMatchObject({
      against: 'year-earlier',
    });
  });
});

describe('what a writer is told', () => {
  function told(component: 'Value' | 'Change', props: Record<string, unknown>): string {
    try {
      queryOf(component, props, FILE);
    } catch (error) {
      return (error as Error).message;
    }
    return '';
  }

  test('a misspelt property names the nearest one', () => {
    const message = told('Value', { metric: 'csat', chanel: 'email' });
    expect(message).toContain('<Value> has no property “chanel”');
    expect(message).toContain('chanel="email"');
    expect(message).toContain('Write channel=');
    expect(message).toContain(FILE);
  });

  test('a missing metric is asked for', () => {
    const message = told('Value', {});
    expect(message).toContain('needs the property “metric”');
    expect(message).toContain('metric="csat"');
  });

  test('a number where words belong is shown as given', () => {
    const message = told('Value', { metric: 'csat', period: 2026 });
    expect(message).toContain('period={2026}');
    expect(message).toContain('text in quotes');
  });

  test('a wrong comparison names the nearest valid one', () => {
    const message = told('Change', { metric: 'csat', against: 'year-before' });
    expect(message).toContain('one of previous, year-earlier');
    expect(message).toContain('against="year-earlier"');
  });

  test('a value cannot be against anything', () => {
    expect(told('Value', { metric: 'csat', against: 'previous' })).toContain('has no property “against”');
  });

  test('the message comes without a stack', () => {
    try {
      queryOf('Value', {}, FILE);
      expect.unreachable();
    } catch (error) {
      expect((error as Error).stack).toBe('');
    }
  });
});
