/**
 * The shape of `content/report.yaml`: what the report is called and how it counts. Everything has a default.
 */
import { z } from 'zod';
import { coloursSchema } from './colours.schema.ts';
import {
  clockTime,
  day,
  later,
  locale,
  namesOnce,
  sameName,
  text,
  timeZone,
  webAddress,
  withoutRepeats,
  wording,
} from './values.ts';
import { quotesSchema, themesSchema } from './voice.schema.ts';
import { writingSchema } from './writing.schema.ts';

const interval = z
  .tuple([clockTime, clockTime])
  .refine(([from, to]) => from < to, 'a second time later than the first')
  .register(wording, { expected: 'two times such as ["09:00", "17:00"]' })
  .meta({ id: 'interval' });

const weekday = z
  .array(interval)
  .refine(areApart, 'intervals that do not overlap')
  .default([])
  .describe('Opening hours of the day as pairs of times, such as [["09:00", "17:00"]]; closed when left out');

const days = {
  monday: weekday,
  tuesday: weekday,
  wednesday: weekday,
  thursday: weekday,
  friday: weekday,
  saturday: weekday,
  sunday: weekday,
};

const HOURS_WORDS = 'opening hours on at least one day';

const week = z.strictObject(days).refine(isOpenSometime, HOURS_WORDS);

const holidays = z.array(day).superRefine(withoutRepeats((date) => date));

const departmentWeek = z
  .strictObject({
    ...days,
    holidays: holidays
      .optional()
      .describe('Days without opening hours of this department, in place of the general ones'),
  })
  .refine(isOpenSometime, HOURS_WORDS);

const event = z.strictObject({
  date: day.describe('Day of the event'),
  label: text.max(80).describe('What happened, in a few words'),
  link: webAddress.optional().describe('Where to read more'),
  metrics: z
    .array(text)
    .min(1)
    .optional()
    .describe(
      'Metrics whose charts it concerns, by id, or panels: satisfaction, service, experience; all when left out',
    ),
});

/** From this day on a figure is made otherwise: what lies before is not compared with what lies after. */
const seriesBreak = z.strictObject({
  date: day.describe('First day on which the figures are made in the new way'),
  metrics: z
    .array(text)
    .min(1)
    .superRefine(withoutRepeats(sameName))
    .describe('Metrics that it concerns, by id, with their variants, or panels: satisfaction, service, experience'),
  what: text
    .max(120)
    .describe('What changed, in a few words, such as “the question now asks about the last contact only”'),
});

/** What customers rate besides: names of aspects as they stand in the exports. */
const aspects = z.strictObject({
  rational: z
    .array(text)
    .default(['speed', 'ease', 'quality', 'price'])
    .describe('Aspects that can be reasoned about, such as speed and price'),
  emotional: z
    .array(text)
    .default(['valued', 'confident', 'relaxed'])
    .describe('Aspects that are felt, such as feeling valued; three at least'),
  interaction: text.default('interaction').describe('How the dealings with people were'),
  personal: text.default('personal').describe('Whether customers were treated as a person'),
  no_repeat: text.default('no_repeat').describe('Whether customers did not have to repeat themselves'),
});

/** What a company expects to move first: fixed before anybody looks. */
const expectedLead = z.strictObject({
  ahead: z.enum(['first_response_median', 'backlog', 'reopen']).describe('Measure of operations'),
  behind: z.enum(['csat', 'nps']).describe('Measure of opinion that is expected to follow it'),
});

const coverage = z
  .strictObject({
    from: day.optional().describe('First day'),
    to: day.optional().describe('Last day, included'),
  })
  .superRefine(({ from, to }, context) => {
    if (from === undefined || to === undefined || from <= to) return;
    context.addIssue({
      code: 'custom',
      path: ['to'],
      message: `${from} or a later day`,
      params: { what: 'is too early' },
    });
  });

const settings = z.strictObject({
  title: text.default('Customer report').describe('What the report is called'),
  organisation: z.string().default('').describe('Whose customers it is about'),
  contact: z.string().optional().describe('Whom readers may ask: a name, an address or both'),
  notice: z.string().optional().describe('A line printed on every page'),
  locale: locale.default('en-GB').describe('Language tag that decides how numbers are written, such as en-GB'),
  time_zone: timeZone.default('UTC').describe('IANA name; decides where days and months begin'),
  business_hours: week
    .optional()
    .describe('Opening hours; with them, waiting times on the business clock are reported too'),
  department_hours: z
    .record(z.string(), departmentWeek)
    .superRefine(namesOnce('department'))
    .default({})
    .describe(
      'Department → its own opening hours, where they are not the general ones; `business_hours` must be set, too',
    ),
  holidays: holidays.default([]).describe('Days without opening hours'),
  coverage: coverage
    .prefault({})
    .describe('First and last day that the exports cover, when the rows themselves do not show it'),
  grain: z.enum(['year', 'quarter', 'month']).default('quarter').describe('Period that comparisons use'),
  stages: z
    .array(text)
    .superRefine(withoutRepeats(sameName))
    .default([])
    .describe('Stages of the journey, in the order in which breakdowns by stage show them'),
  support_departments: z
    .array(text)
    .superRefine(withoutRepeats(sameName))
    .default([])
    .describe('Departments that answer customers’ enquiries; breakdowns by department show them apart from the others'),
  support_stage: text
    .optional()
    .describe('Stage of the journey that service is; if not set, the one that most answers about tickets name'),
  aspects: aspects
    .prefault({})
    .describe('Which rated aspects play which part in the contrasts; names as they stand in the exports'),
  complaint_categories: z
    .array(text)
    .superRefine(withoutRepeats(sameName))
    .default([])
    .describe('Categories of tickets that are complaints; those with “complaint” in their name unless some are named'),
  operations_first: z
    .array(expectedLead)
    .superRefine(withoutRepeats(({ ahead, behind }) => `${ahead} ${behind}`))
    .default([
      { ahead: 'first_response_median', behind: 'csat' },
      { ahead: 'first_response_median', behind: 'nps' },
      { ahead: 'backlog', behind: 'csat' },
      { ahead: 'backlog', behind: 'nps' },
      { ahead: 'reopen', behind: 'csat' },
      { ahead: 'reopen', behind: 'nps' },
    ])
    .describe('Which measure of operations is expected to move ahead of which measure of opinion'),
  targets: z
    .record(z.string(), z.number())
    .default({})
    .describe('Metric id → target in the metric’s unit (shares 0 to 1, seconds)'),
  margins: z
    .record(z.string(), z.number().positive())
    .default({})
    .describe('Metric id → smallest difference that matters, in the metric’s unit (for durations a ratio above 1)'),
  minimum_base: z.int().min(10).default(10).describe('Fewest customers behind a published figure'),
  fcr_window_days: z
    .union([z.literal(7), z.literal(14), z.literal(30)])
    .default(7)
    .describe('Days without another contact after which an issue counts as resolved at first contact'),
  words: z
    .boolean()
    .default(true)
    .describe('Whether words that set groups of comments apart are reported; `false`: comments are not read at all'),
  brand_words: z
    .array(text)
    .superRefine(withoutRepeats(sameName))
    .default([])
    .describe('Names of the company and its products that are left out where words are compared; the page lists them'),
  themes: themesSchema.default({}),
  quotes: quotesSchema.prefault({}).describe('Whether and how many comments are published in the words of customers'),
  writing: writingSchema.prefault({}).describe('How strictly sentences of writers are checked'),
  active_days: z
    .int()
    .min(1)
    .default(365)
    .describe('Customers count as active who were customers at some time in so many days before the data end'),
  events: z
    .array(event)
    .superRefine(withoutRepeats(({ date, label }) => `${date} ${sameName(label)}`))
    .default([])
    .describe('What happened when, marked in charts over time'),
  breaks: z
    .array(seriesBreak)
    .superRefine(withoutRepeats(({ date, metrics }) => `${date} ${metrics.map(sameName).toSorted().join(' ')}`))
    .default([])
    .describe(
      'Days on which the question, the promise or the way of counting changed: series are broken there, and periods on ' +
        'both sides are never compared',
    ),
  colours: coloursSchema
    .default({})
    .describe('Colours of the panels, where a company sets its own; their contrast is checked'),
});

export const reportSchema = settings.superRefine(hasClockForAll).superRefine(readsQuotes);

/** Quotes are comments, and comments may be left unread. */
function readsQuotes({ words, quotes }: z.infer<typeof settings>, context: z.RefinementCtx): void {
  if (words || !quotes.show) return;
  const params = { what: 'needs comments to be read', remedy: 'Remove “words: false” or “quotes”' };
  context.addIssue({ code: 'custom', path: ['quotes'], message: '“words: true” beside it', params });
}

/** Tickets of other departments, or of none, would have no clock. */
function hasClockForAll(written: z.infer<typeof settings>, context: z.RefinementCtx): void {
  if (Object.keys(written.department_hours).length === 0 || written.business_hours !== undefined) return;
  context.addIssue({
    code: 'custom',
    path: ['department_hours'],
    message: 'opening hours for all other departments beside them',
    params: { what: 'needs “business_hours”', remedy: 'Add “business_hours: …”' },
  });
}

reportSchema.register(later, {
  week_start: 'no figure is by week',
});

export type ReportConfig = z.infer<typeof reportSchema>;
export type ChartEventConfig = z.infer<typeof event>;

/** On a clock that never runs every wait would be nothing. */
function isOpenSometime(hours: Readonly<Record<keyof typeof days, readonly unknown[]>>): boolean {
  return Object.keys(days).some((weekday) => hours[weekday as keyof typeof days].length > 0);
}

/** Times as `HH:MM` sort as text. */
function areApart(intervals: readonly (readonly [string, string])[]): boolean {
  const sorted = intervals.toSorted(([a], [b]) => (a < b ? -1 : 1));
  return sorted.every(([from], index) => index === 0 || (sorted[index - 1]?.[1] ?? '') <= from);
}
