/**
 * Sentences about how much work there is.
 */
import type { Flow } from '../../statistics/flow.ts';
import { count, duration } from './format.ts';

/** Little's law in words: `On average 81 tickets were open: 26.1 arrived a day and stayed open 3.1 days.` */
export function flowInWords({ averageInside, arrivalRate, timeInside, opening }: Flow, locale: string): string {
  if (arrivalRate === 0) return 'No ticket was open within the period.';
  const average = `On average ${counted(averageInside, 'ticket', locale)} ${amount(averageInside, locale) === '1' ? 'was' : 'were'} open`;
  const arrived = `${amount(arrivalRate, locale)} arrived a day`;
  const stay = `stayed open ${timeInside < 0.1 ? duration(timeInside * 86_400) : `${counted(timeInside, 'day', locale)}`}`;
  return opening === 0
    ? `${average}: ${arrived} and ${stay}.`
    : `${average}: ${arrived}, with those left from before, and ${stay} within the period.`;
}

/**
 * How often customers write anyway, for windows of days.
 *
 * @param perDay tickets that a customer opens a day.
 */
export function baseContactsInWords(perDay: number, [first, ...others]: readonly number[]): string {
  const within = (days = 0) => (perDay * days).toFixed(2);
  const longer = others.map((days, index) => `${within(days)} in ${days}${index === 0 ? ' days' : ''}`);
  return (
    `In any ${first} days customers of these tickets open ${within(first)} tickets on average ` +
    `(${longer.join(', ')}), so that some second contacts would have come anyway.`
  );
}

function counted(value: number, noun: string, locale: string): string {
  const text = amount(value, locale);
  return `${text} ${noun}${text === '1' ? '' : 's'}`;
}

/** One decimal below a hundred unless it is none, two below one. */
function amount(value: number, locale: string): string {
  if (value < 0.005) return 'fewer than 0.01';
  if (value < 0.95) return value.toFixed(2);
  return value < 99.95 ? value.toFixed(1).replace(/\.0$/, '') : count(value, locale);
}
