import { expect, test } from 'vitest';
import { inPeriodOf } from './default-period.ts';
import { propsInPeriod } from './props-in-period.ts';

const place = { file: 'home.mdx', line: 1, column: 1 };

/** Props of a component in a text about the first quarter. */
const props = (component: string, written: Readonly<Record<string, string | true>>) =>
  inPeriodOf({ component, props: written, text: '', place }, '2026 Q1').props;

test('what names no period is about that of its text', () => {
  expect(props('Value', { metric: 'nps' })).toEqual({ metric: 'nps', period: '2026 Q1' });
  expect(props('Claim', { metric: 'nps', above: '10' })).toMatchObject({ period: '2026 Q1' });
  expect(props('Claim', { metric: 'csat', channel: 'phone', same: true, as: 'email' })).toMatchObject({
    period: '2026 Q1',
  });
});

test('a change ends in it', () => {
  expect(props('Claim', { metric: 'nps', fell: true })).toEqual({ metric: 'nps', fell: true, to: '2026 Q1' });
  expect(props('Finding', { metric: 'nps', same: true, headline: 'As before' })).toMatchObject({ to: '2026 Q1' });
});

test('what names one, or is about none, stays as it is', () => {
  for (const [component, written] of [
    ['Value', { metric: 'nps', period: 'all' }],
    ['Claim', { metric: 'nps', rose: true, to: '2025 Q4' }],
    ['Term', {}],
  ] as const) {
    expect(props(component, written)).toEqual(written);
  }
  const use = { component: 'Value', props: { metric: 'nps' }, text: '', place };
  expect(inPeriodOf(use, null)).toBe(use);
});

test('the props of a component as it is drawn follow the same rule as when it was checked', () => {
  expect(propsInPeriod({ metric: 'nps' }, '2026 Q1')).toEqual({ metric: 'nps', period: '2026 Q1' });
  expect(propsInPeriod({ metric: 'nps', period: '2025 Q4' }, '2026 Q1')).toEqual({ metric: 'nps', period: '2025 Q4' });
  expect(propsInPeriod({ metric: 'nps' }, undefined)).toEqual({ metric: 'nps' });
  expect(propsInPeriod({ metric: 'nps', rose: true }, '2026 Q1')).toEqual({ metric: 'nps', rose: true, to: '2026 Q1' });
});
