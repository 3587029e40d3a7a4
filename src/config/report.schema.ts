/**
 * The shape of `content/report.yaml`: what the report is called and how it counts. Everything has a default.
 */
import { z } from 'zod';

const day = z.iso.date();
const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/, 'a time such as 09:00, or 24:00');
const interval = z
  .tuple([clockTime, clockTime])
  .refine(([from, to]) => from < to, { message: 'the second time must be later than the first' });

const weekday = z.array(interval).default([]);
const week = z.strictObject({
  monday: weekday,
  tuesday: weekday,
  wednesday: weekday,
  thursday: weekday,
  friday: weekday,
  saturday: weekday,
  sunday: weekday,
});

const event = z.strictObject({ date: day, label: z.string().min(1).max(80), link: z.url().optional() });

export const reportSchema = z.strictObject({
  title: z.string().min(1).default('Customer report'),
  organisation: z.string().default(''),
  contact: z.string().optional(),
  notice: z.string().optional().describe('A line printed on every page'),
  locale: z.string().default('en-GB'),
  time_zone: z.string().default('UTC').describe('IANA name; decides where days and months begin'),
  week_start: z.enum(['monday', 'sunday']).default('monday'),
  business_hours: week
    .optional()
    .describe('Opening hours; with them, waiting times on the business clock are reported too'),
  holidays: z.array(day).default([]),
  coverage: z
    .strictObject({ from: day.optional(), to: day.optional() })
    .prefault({})
    .describe('First and last day that the exports cover, when the rows themselves do not show it'),
  grain: z.enum(['year', 'quarter', 'month']).default('quarter').describe('Period that comparisons use'),
  stages: z.array(z.string().min(1)).default([]).describe('Stages of the journey, in order'),
  support_departments: z.array(z.string().min(1)).default([]),
  targets: z
    .record(z.string(), z.number())
    .default({})
    .describe('Metric id → target in the metric’s unit (shares 0 to 1, seconds)'),
  margins: z
    .record(z.string(), z.number().positive())
    .default({})
    .describe('Metric id → smallest difference that matters, in the metric’s unit (for durations a ratio above 1)'),
  minimum_base: z.int().min(10).default(10).describe('Fewest customers behind a published figure'),
  fcr_window_days: z.union([z.literal(7), z.literal(14), z.literal(30)]).default(7),
  events: z.array(event).default([]),
});

export type ReportConfig = z.infer<typeof reportSchema>;
export type ChartEventConfig = z.infer<typeof event>;
export type BusinessWeek = z.infer<typeof week>;
