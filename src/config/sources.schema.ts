/**
 * The shape of `data/sources.yaml`: how files that are not canonical are read.
 */
import { z } from 'zod';

/** A column of the file, by its header; case, surrounding blanks and repeated blanks do not matter. */
const columnName = z.string().min(1);

const textValues = z
  .record(z.string(), z.string())
  .describe('Words of the file → words of Triptych, such as `delivered: solved`. Cells not listed stay as they are.');

const column = z
  .strictObject({
    column: columnName.describe('Header of the column'),
    values: textValues.optional(),
    missing: z
      .array(z.union([z.string(), z.number()]))
      .optional()
      .describe('Cells that mean "no value"'),
    lookup: z
      .strictObject({
        file: z.string().min(1).describe('Another file, relative to the data folder'),
        key: columnName.describe('Its column that holds the same cells as `column`'),
        value: columnName.describe('Its column whose cell is used instead'),
      })
      .optional()
      .describe('Replace the cell by a value found in another file'),
  })
  .describe('A column of the file');

const constant = z
  .strictObject({ constant: z.union([z.string(), z.number(), z.boolean()]) })
  .describe('The same value in every row');

const fromFileName = z
  .strictObject({
    file_name: z.string().min(1).describe('Regular expression with one group, matched against the file name'),
    template: z
      .string()
      .optional()
      .describe(
        'Text in which `{name}` stands for the group, such as `{name}-05-{INTDATE}`; other names in braces are columns',
      ),
  })
  .describe('Taken from the name of the file');

const field = z.union([columnName, column, constant, fromFileName]);

const scale = z
  .strictObject({
    min: z.number(),
    max: z.number(),
    direction: z.enum(['up', 'down']).default('up').describe('`down`: a low answer is the good one'),
    positive_from: z.number().optional().describe('Lowest answer, after turning, that counts as satisfied or easy'),
  })
  .refine((value) => value.max > value.min, { message: 'max must be greater than min' })
  .describe('The answers the question allows');

const score = z.union([
  columnName,
  z
    .strictObject({
      column: columnName,
      scale: scale.optional(),
      missing: z
        .record(z.string(), z.string())
        .optional()
        .describe('Codes that mean "no answer" → why, such as `"11": don’t know`; counted by name'),
      labels: z.record(z.string(), z.number()).optional().describe('Text answers → points on the scale'),
    })
    .describe('A column of answers'),
]);

const item = z.strictObject({
  column: columnName,
  touchpoint: z.string().min(1),
  score: z.enum(['csat', 'ces', 'emotion']).default('csat'),
  scale: scale.optional(),
  missing: z.record(z.string(), z.string()).optional(),
  labels: z.record(z.string(), z.number()).optional(),
});

const items = z
  .strictObject({
    score: z.enum(['csat', 'ces', 'emotion']).default('csat'),
    scale: scale.optional(),
    missing: z.record(z.string(), z.string()).optional(),
    columns: z.array(z.union([columnName, z.strictObject({ column: columnName, touchpoint: z.string().min(1) })])),
  })
  .describe('Several items that share a scale, one column each');

const common = {
  glob: z.string().min(1).describe('Files this entry reads, relative to the data folder'),
  name: z.string().min(1).optional().describe('What readers call this source'),
  time_zone: z.string().min(1).optional().describe('IANA name, for times written without an offset'),
  date_order: z
    .enum(['ymd', 'dmy', 'mdy'])
    .optional()
    .describe('Order of day, month and year in dates such as 03/04/2026'),
  delimiter: z.string().length(1).optional(),
  encoding: z.string().min(1).optional(),
  deduplicate: z.enum(['latest', 'none']).default('latest'),
};

const tickets = z.strictObject({
  ...common,
  kind: z.literal('tickets'),
  clock: z.enum(['calendar', 'business']).default('calendar').describe('Clock of the minutes columns'),
  fields: z.strictObject({
    ticket_id: field,
    customer_id: field.optional(),
    created_at: field,
    first_response_at: field.optional(),
    first_response_minutes: field.optional(),
    resolved_at: field.optional(),
    resolution_minutes: field.optional(),
    closed_at: field.optional(),
    reply_due_at: field.optional(),
    due_at: field.optional(),
    status: field.optional(),
    channel: field.optional(),
    department: field.optional(),
    priority: field.optional(),
    category: field.optional(),
    segment: field.optional(),
    reopens: field.optional(),
    replies: field.optional(),
    transfers: field.optional(),
    csat: score.optional(),
    proactive: field.optional(),
    automated: field.optional(),
    sla_met: field.optional(),
  }),
});

const responses = z.strictObject({
  ...common,
  kind: z.literal('responses'),
  fields: z.strictObject({
    response_id: field.optional(),
    customer_id: field.optional(),
    ticket_id: field.optional(),
    invited_at: field.optional(),
    submitted_at: field,
    survey: field.optional(),
    stage: field.optional(),
    touchpoint: field.optional(),
    department: field.optional(),
    channel: field.optional(),
    segment: field.optional(),
    csat: score.optional(),
    nps: score.optional(),
    ces: score.optional(),
    emotion: score.optional(),
    completed: field.optional(),
    weight: field.optional(),
  }),
  items: z
    .array(z.union([item, items]))
    .default([])
    .describe('Answers to items about touchpoints, several a row'),
});

const customers = z.strictObject({
  ...common,
  kind: z.literal('customers'),
  fields: z.strictObject({
    customer_id: field,
    segment: field.optional(),
    joined_at: field.optional(),
    churned_at: field.optional(),
    renewed_at: field.optional(),
  }),
});

const ignored = z.strictObject({
  glob: common.glob,
  kind: z.literal('ignore'),
  reason: z.string().min(1).describe('Why the file is left out; published on the data page'),
});

/** An entry also names files that are only looked up in: they need no entry of their own. */
export const sourcesSchema = z.strictObject({
  sources: z.array(z.discriminatedUnion('kind', [tickets, responses, customers, ignored])).default([]),
});

export type SourcesConfig = z.infer<typeof sourcesSchema>;
export type SourceMapping = SourcesConfig['sources'][number];
export type FieldMapping = z.infer<typeof field>;
export type ScoreMapping = z.infer<typeof score>;
export type ItemMapping = z.infer<typeof item> | z.infer<typeof items>;
