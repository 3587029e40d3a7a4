/**
 * What changes over the two years: the courses that the planted truths follow.
 */

import { dayNumber, dayOf } from './clock.ts';
import { CATEGORY_PROFILES, type Category, CHANGES } from './company.ts';

/** Value at a day on a line through dated knots, level before the first and after the last. */
function course(knots: readonly (readonly [date: string, value: number])[]): (day: number) => number {
  const points = knots.map(([date, value]) => [dayNumber(date), value] as const);
  return (day) => {
    const after = points.findIndex(([at]) => at > day);
    if (after === 0) return (points[0] as (typeof points)[number])[1];
    const [from, low] = points[(after < 0 ? points.length : after) - 1] as (typeof points)[number];
    if (after < 0) return low;
    const [to, high] = points[after] as (typeof points)[number];
    return low + ((high - low) * (day - from)) / (to - from);
  };
}

/** Contacts per customer relative to an ordinary month, January first. */
const SEASON: readonly number[] = [1.42, 1.04, 0.96, 0.92, 0.92, 0.92, 0.9, 0.88, 0.94, 0.98, 1.06, 1.4];

/** How busy the season is, 1 = ordinary; winter storms and presents that need Wi-Fi. */
export function seasonAt(day: number): number {
  return SEASON[new Date(day * 86_400_000).getUTCMonth()] as number;
}

/** Waits relative to an ordinary week before the new rota: longer in winter, much shorter from the rota's first day. */
export function waitLevelAt(day: number): number {
  return seasonAt(day) ** 1.4 * (day >= dayNumber(CHANGES.rota) ? 0.4 : 1);
}

/** Share of hard cases among new matters; self-service takes the easy ones away. */
export const hardShareAt = course([
  ['2025-07-01', 0.15],
  ['2025-09-01', 0.2],
  ['2026-03-01', 0.6],
]);

const improvementAt = course([
  ['2025-07-01', 0],
  ['2026-04-01', 1],
]);

/** Chance that the first solution of a case does not hold: falls in every category. */
export function failureAt(day: number, category: Category): number {
  const [before, after] = CATEGORY_PROFILES[category].failure;
  return before + (after - before) * improvementAt(day);
}

/** Shift of every customer's loyalty, in standard deviations of an answer; quickest after the price change. */
export const loyaltyAt = course([
  ['2025-05-15', 0],
  ['2025-08-15', -0.07],
  ['2025-11-15', -0.16],
  ['2026-02-15', -0.26],
  [CHANGES.prices, -0.34],
  ['2026-05-15', -0.55],
]);

/** Whether the chatbot answers yet. */
export function hasChatbot(instant: number): boolean {
  return dayOf(instant) >= dayNumber(CHANGES.chatbot);
}
