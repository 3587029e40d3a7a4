/**
 * The file that records an edition: what was published, as it was published.
 */
import { z } from 'zod';

/** Raised when the shape changes; older shapes stay readable. */
export const EDITION_FORMAT = 1;

/** The name of an edition is that of its file and part of its address. */
export const editionId = z
  .string()
  .regex(/^[A-Za-z0-9]+(-[A-Za-z0-9]+)*$/)
  .max(40);

const text = z.string();
const day = z.iso.date();
const status = z.enum(['ok', 'low_base', 'suppressed', 'no_data', 'not_applicable', 'provisional']);

/** A metric or an analysis, as it was defined. */
const definition = z.strictObject({
  id: text,
  version: z.int().min(1),
  /** `MetricCard.print`. */
  print: text,
  name: text,
  label: text,
  lens: z.enum(['satisfaction', 'service', 'experience']),
  unit: text,
  counts: text,
  /** Which answers or which clock count. */
  basis: text,
  formula: text,
  definition: text,
  /** The smallest difference that matters, in words; empty where nothing is compared. */
  margin: text,
  available: z.boolean(),
});

/** One figure of a series, as exact as it was printed: period, status, n to the nearest ten, estimate, ends of the interval, method; what is not there is null. */
const figure = z.tuple([
  text,
  status,
  z.number().min(0).nullable(),
  z.number().nullable(),
  z.number().nullable(),
  z.number().nullable(),
  text,
]);

/** All figures of a metric for one group: metric, dimension and value (empty overall), unit, figures. */
const series = z.tuple([text, text, text, text, z.array(figure)]);

/** A section of a panel, with the figure that it led with. */
const section = z.strictObject({
  metric: text,
  headline: text,
  period: text,
  periodLabel: text,
  status,
  text,
  range: text,
  base: text,
  /** The verdict on the change from the period before. */
  verdict: text.nullable(),
});

const panel = z.strictObject({ id: text, answer: text, sections: z.array(section) });

const finding = z.strictObject({ sentence: text, href: text });

const test = z.strictObject({ id: text, name: text, verdict: text.nullable(), statement: text });

/** A contrast, or the page of similarities or practices. */
const topic = z.strictObject({
  id: text,
  name: text,
  path: text,
  outcome: text,
  outcomeWords: text,
  answer: text,
  tests: z.array(test),
});

const claim = z.strictObject({
  page: text,
  /** The tag and its props, from which it can be judged again. */
  component: text,
  props: z.record(z.string(), z.union([text, z.literal(true)])),
  text,
  kind: text,
  metric: text,
  where: z.record(z.string(), text),
  period: text,
  status: z.enum(['supported', 'unsupported']),
  verdict: text,
  says: text,
});

const source = z.strictObject({
  path: text,
  kind: text,
  read: z.int(),
  kept: z.int(),
  digest: text,
});

export const editionSchema = z.strictObject({
  format: z.literal(EDITION_FORMAT),
  id: editionId,
  title: text,
  organisation: text,
  /** Data cut-off, as a date and in words. */
  cutoff: day,
  cutoffWords: text,
  coverage: text,
  timeZone: text,
  locale: text,
  grain: z.enum(['year', 'quarter', 'month']),
  minimumBase: z.int().min(10),
  sources: z.array(source),
  definitions: z.array(definition),
  findings: z.array(finding),
  panels: z.array(panel),
  topics: z.array(topic),
  claims: z.array(claim),
  estimates: z.array(series),
});

export type Edition = z.infer<typeof editionSchema>;
export type EditionSeries = z.infer<typeof series>;
export type EditionFigure = z.infer<typeof figure>;
export type EditionDefinition = z.infer<typeof definition>;
export type EditionClaim = z.infer<typeof claim>;
