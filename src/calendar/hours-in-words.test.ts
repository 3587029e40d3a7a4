import { expect, test } from 'vitest';
import type { OpeningHours, WorkingHours } from './business-hours.ts';
import { hoursInWords } from './hours-in-words.ts';

const week = (workday: OpeningHours, saturday: OpeningHours = [], sunday: OpeningHours = []): WorkingHours['week'] => ({
  monday: workday,
  tuesday: workday,
  wednesday: workday,
  thursday: workday,
  friday: workday,
  saturday,
  sunday,
});

test('days with the same hours are named together', () => {
  expect(hoursInWords(week([['09:00', '17:00']]))).toBe('Mon–Fri 09:00–17:00');
  expect(hoursInWords(week([['08:00', '20:00']], [['08:00', '20:00']]))).toBe('Mon–Sat 08:00–20:00');
  expect(hoursInWords(week([['09:00', '17:00']], [['10:00', '14:00']]))).toBe('Mon–Fri 09:00–17:00, Sat 10:00–14:00');
});

test('breaks are told in the order of the day', () => {
  const hours: OpeningHours = [
    ['13:00', '18:15'],
    ['08:30', '12:00'],
  ];
  expect(hoursInWords(week(hours))).toBe('Mon–Fri 08:30–12:00 and 13:00–18:15');
});

test('a closed day in between keeps its neighbours apart', () => {
  const open: OpeningHours = [['09:00', '17:00']];
  expect(hoursInWords({ ...week(open), wednesday: [] })).toBe('Mon–Tue 09:00–17:00, Thu–Fri 09:00–17:00');
});

test('a week without hours is never', () => expect(hoursInWords(week([]))).toBe('never'));
