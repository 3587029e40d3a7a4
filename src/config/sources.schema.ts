/**
 * The shape of `data/sources.yaml`: how files that are not canonical are read.
 */
import { z } from 'zod';
import { dataPath, encoding, fileNamePattern, text, timeZone, withoutRepeats, wording } from './values.ts';

/** A column of the file, by its header; case, surrounding blanks and repeated blanks do not matter. */
const columnName = z.string().min(1).register(wording, { expected: 'the header of a column' });

const textValues = z
  .record(z.string(), z.string())
  .describe('Words of the file → words of Triptych, such as `delivered: solved`. Cells not listed stay as they are.');

const columnShape = {
  column: columnName.describe('Header of the column'),
  nth: z.int().min(1).optional().describe('Which of several columns with this header: 1 is the first'),
  values: textValues.optional(),
  otherwise: text
    .optional()
    .describe('What every other cell means that is not blank, beside `values`: they stay as they are when left out'),
  missing: z
    .array(z.union([z.string(), z.number()]))
    .optional()
    .describe('Cells that mean "no value"'),
  lookup: z
    .strictObject({
      file: dataPath.describe('Another file, relative to the data folder'),
      key: columnName.describe('Its column that holds the same cells as `column`'),
      value: columnName.describe('Its column whose cell is used instead'),
    })
    .optional()
    .describe('Replace the cell by a value found in another file'),
};

const column = z.strictObject(columnShape).describe('A column of the file');

/** Units in which exports write durations. The header or the tool tells which; the size of a number never does. */
export const DURATION_UNITS = ['seconds', 'minutes', 'hours', 'days', 'clock', 'words'] as const;
export type DurationUnit = (typeof DURATION_UNITS)[number];

const durationColumn = z
  .strictObject({
    ...columnShape,
    unit: z
      .enum(DURATION_UNITS)
      .default('minutes')
      .describe(
        'What the cells count; `clock` is hours:minutes(:seconds), `words` is like "1h 5m" or "2 days 4 hours"',
      ),
  })
  .describe('A column of durations');

const countColumn = z
  .strictObject({
    ...columnShape,
    subtract: z
      .int()
      .min(0)
      .default(0)
      .describe('Taken off each count, never below 0: four stations that a ticket passed are three transfers'),
  })
  .describe('A column of counts');

const momentColumn = z
  .strictObject({
    ...columnShape,
    unix: z.enum(['seconds', 'milliseconds']).optional().describe('The cells count from 1 January 1970 UTC'),
    or: columnName.optional().describe('Header of the column that is read where this one is blank'),
  })
  .describe('A column of moments');

const flagColumn = z
  .strictObject({
    ...columnShape,
    blank: z.enum(['yes', 'no']).optional().describe('What a blank cell means; not known when left out'),
  })
  .describe('A column of yes and no');

const constant = z
  .strictObject({ constant: z.union([z.string(), z.number(), z.boolean()]).describe('The value') })
  .describe('The same value in every row');

const fromFileName = z
  .strictObject({
    file_name: fileNamePattern.describe('Regular expression with one group, matched against the file name'),
    template: z
      .string()
      .optional()
      .describe(
        'Text in which `{name}` stands for the group, such as `{name}-05-{INTDATE}`; other names in braces are columns',
      ),
  })
  .describe('Taken from the name of the file');

const field = z.union([columnName, column, constant, fromFileName]).meta({ id: 'field' });
const moment = z.union([columnName, momentColumn, constant, fromFileName]).meta({ id: 'moment' });
const flag = z.union([columnName, flagColumn, constant, fromFileName]).meta({ id: 'flag' });
const duration = z.union([columnName, durationColumn, constant, fromFileName]).meta({ id: 'duration' });
const amount = z.union([columnName, countColumn, constant, fromFileName]).meta({ id: 'count' });

const scale = z
  .strictObject({
    min: z.number().describe('Lowest answer'),
    max: z.number().describe('Highest answer'),
    direction: z.enum(['up', 'down']).default('up').describe('`down`: a low answer is the good one'),
    positive_from: z.number().optional().describe('Lowest answer, after turning, that counts as satisfied or easy'),
  })
  .superRefine(({ min, max, positive_from: positive }, context) => {
    if (max <= min) {
      context.addIssue({
        code: 'custom',
        path: ['max'],
        message: `more than ${min}`,
        params: { what: 'is too small' },
      });
    } else if (positive !== undefined && (positive < min || positive > max)) {
      const params = { what: 'is not on the scale' };
      context.addIssue({ code: 'custom', path: ['positive_from'], message: `${min} to ${max}`, params });
    }
  })
  .meta({ id: 'scale', description: 'The answers the question allows' });

const missingCodes = z.record(z.string(), z.string()).meta({
  id: 'missing',
  description: 'Codes that mean "no answer" → why, such as `"11": don’t know`; counted by name',
});

const labels = z
  .record(z.string(), z.number())
  .meta({ id: 'labels', description: 'Text answers → points on the scale' });

const when = z
  .strictObject({
    column: columnName.describe('Header of another column'),
    is: z.array(text).min(1).describe('Its cells in rows where this answer counts'),
  })
  .meta({ id: 'when', description: 'Only rows with these cells in another column hold this answer' });

const answerShape = {
  column: columnName.describe('Header of the column'),
  nth: z.int().min(1).optional().describe('Which of several columns with this header: 1 is the first'),
  scale: scale.optional(),
  missing: missingCodes.optional(),
  labels: labels.optional(),
  when: when.optional(),
};

const score = z.union([columnName, z.strictObject(answerShape).describe('A column of answers')]).meta({ id: 'score' });

const itemScore = z.enum(['csat', 'ces', 'emotion']).default('csat').describe('What the item asks about');

const item = z
  .strictObject({
    ...answerShape,
    touchpoint: text.describe('What readers call the touchpoint'),
    score: itemScore,
  })
  .describe('One item about one touchpoint');

const items = z
  .strictObject({
    score: itemScore,
    scale: scale.optional(),
    missing: missingCodes.optional(),
    columns: z
      .array(
        z.union([
          columnName,
          z.strictObject({
            column: columnName.describe('Header of the column'),
            touchpoint: text.describe('What readers call the touchpoint'),
          }),
        ]),
      )
      .describe('Headers of the columns; each names its touchpoint unless another name is given'),
  })
  .describe('Several items that share a scale, one column each');

/** Why an entry may set rows aside. The words that readers see stand in the importer. */
export const DECLARED_REASONS = [
  'test',
  'preview',
  'spam',
  'merged',
  'deleted',
  'partial',
  'duplicate',
  'no_request',
] as const;
export type DeclaredReason = (typeof DECLARED_REASONS)[number];

const rowRule = z
  .strictObject({
    column: columnName.describe('Header of the column'),
    is: z.array(text).min(1).optional().describe('Cells, in any case'),
    word: text.optional().describe('A word that stands in the cell on its own'),
    contains: text.optional().describe('A text that stands somewhere in the cell, in any case'),
    filled: z.boolean().optional().describe('`true`: any cell that is not blank; `false`: a blank cell'),
    reason: z.enum(DECLARED_REASONS).describe('Why these rows are set aside'),
  })
  .superRefine((rule, context) => {
    const tests = [rule.is, rule.word, rule.contains, rule.filled].filter((test) => test !== undefined);
    if (tests.length === 1) return;
    const params = {
      what: tests.length === 0 ? 'does not say which cells it means' : 'says in two ways which cells it means',
    };
    context.addIssue({ code: 'custom', path: [], message: 'one of `is`, `word`, `contains` and `filled`', params });
  })
  .meta({ id: 'row_rule', description: 'Rows that are set aside and counted by a reason' });

const place = {
  glob: dataPath.describe('Files this entry reads, relative to the data folder'),
  name: text
    .optional()
    .describe(
      'What readers call this source; entries of one name come from one system, whose numbers tell its records apart',
    ),
  time_zone: timeZone.optional().describe('IANA name, for times written without an offset'),
  date_order: z
    .enum(['ymd', 'dmy', 'mdy'])
    .optional()
    .describe('Order of day, month and year in dates such as 03/04/2026'),
  delimiter: z
    .string()
    .length(1)
    .register(wording, { expected: 'one character, such as ";" (a tab is "\\t" in double quotes)' })
    .optional()
    .describe('Character between the cells; found out when left out'),
  encoding: encoding.optional().describe('Text encoding, such as windows-1252; found out when left out'),
};

const common = {
  ...place,
  deduplicate: z
    .enum(['latest', 'none'])
    .default('latest')
    .describe('Of rows with the same id, keep the one of the latest file, or all'),
  set_aside: z.array(rowRule).default([]).describe('Rows that are no data, such as tests'),
};

const itemList = () =>
  z
    .array(z.union([item, items]))
    .default([])
    .describe('Answers to items about touchpoints, several a row');

const tickets = z
  .strictObject({
    ...common,
    kind: z.literal('tickets').describe('Support tickets'),
    clock: z.enum(['calendar', 'business']).default('calendar').describe('Clock of the minutes columns'),
    fields: z
      .strictObject({
        ticket_id: field.describe('Number or name of the ticket'),
        customer_id: field.optional().describe('Who asked; links tickets with answers'),
        created_at: moment.describe('When the customer asked'),
        first_response_at: moment.optional().describe('When a person first replied'),
        first_response_minutes: duration
          .optional()
          .describe('Time until a person first replied, in minutes unless a unit says otherwise'),
        resolved_at: moment.optional().describe('When the ticket was solved'),
        resolution_minutes: duration
          .optional()
          .describe('Time until the ticket was solved, in minutes unless a unit says otherwise'),
        closed_at: moment.optional().describe('When the ticket was closed'),
        updated_at: moment
          .optional()
          .describe('When the ticket last changed: of several states of a ticket the latest counts'),
        reply_due_at: moment.optional().describe('When the first reply was promised'),
        due_at: moment.optional().describe('When the solution was promised'),
        status: field.optional().describe('State of the ticket'),
        channel: field.optional().describe('Phone, email, chat and so on'),
        department: field.optional().describe('Who is in charge'),
        priority: field.optional().describe('How urgent it is'),
        category: field.optional().describe('What it is about'),
        segment: field.optional().describe('Kind of customer'),
        reopens: amount.optional().describe('How often it was opened again'),
        replies: amount.optional().describe('How often a person replied'),
        transfers: amount.optional().describe('How often it was handed over'),
        csat: score.optional().describe('How satisfied the customer was with the solution'),
        csat_at: moment.optional().describe('When the customer said so; the time of the solution when left out'),
        csat_offered: flag.optional().describe('Whether the customer was asked'),
        csat_comment: field.optional().describe('What the customer wrote beside the rating: read as a set of words'),
        proactive: flag.optional().describe('Whether the company began it'),
        automated: flag.optional().describe('Whether it was solved without a person'),
        sla_met: flag.optional().describe('Whether the promise was kept'),
        dated_by_day: flag
          .optional()
          .describe('Whether its moments are dates without a time of day: then no wait is measured'),
      })
      .describe('Field of Triptych → where the file has it'),
    items: itemList(),
    fold: z
      .array(z.enum(['created_at', 'first_response_at']))
      .optional()
      .describe(
        'The file has several rows a ticket, such as updates or messages: the latest by `updated_at` counts, with the earliest of these moments',
      ),
    midnight: z
      .enum(['moment', 'date'])
      .default('moment')
      .describe('What a moment at exactly 00:00 is: a time of day, or a date without one'),
    unknown_states: z
      .enum(['refuse', 'open_until_end'])
      .default('refuse')
      .describe('What a status that nobody knows means: a mistake, or open until the ticket has an end'),
  })
  .describe('A file of support tickets, one a row');

const resolvedFirst = flag.optional().describe('“Did we resolve your issue in the first interaction?”, yes or no');

const responses = z
  .strictObject({
    ...common,
    kind: z.literal('responses').describe('Answers to surveys'),
    fields: z
      .strictObject({
        response_id: field.optional().describe('Number or name of the answer'),
        customer_id: field.optional().describe('Who answered; links answers with tickets'),
        ticket_id: field.optional().describe('The ticket that the survey asks about'),
        invited_at: moment.optional().describe('When the invitation was sent'),
        submitted_at: moment.describe('When the answer was given; blank for an invitation without one'),
        survey: field.optional().describe('Name of the survey'),
        stage: field.optional().describe('Stage of the journey'),
        touchpoint: field.optional().describe('What the customer was in touch with'),
        department: field.optional().describe('Who is in charge'),
        channel: field.optional().describe('Phone, email, chat and so on'),
        segment: field.optional().describe('Kind of customer'),
        csat: score.optional().describe('Satisfaction'),
        nps: score.optional().describe('Likelihood to recommend, 0 to 10'),
        ces: score.optional().describe('Agreement that it was easy'),
        emotion: score.optional().describe('Feeling'),
        resolved_first: resolvedFirst,
        comment: field.optional().describe('What the customer wrote: read as a set of words'),
        completed: flag.optional().describe('Whether the survey was answered to its end'),
        weight: field.optional().describe('How many the answer stands for, above 0; for all answers or for none'),
      })
      .describe('Field of Triptych → where the file has it'),
    items: itemList(),
  })
  .describe('A file of answers to surveys, one a row');

const customers = z
  .strictObject({
    ...common,
    kind: z.literal('customers').describe('Customers'),
    fields: z
      .strictObject({
        customer_id: field.describe('Number or name of the customer'),
        segment: field.optional().describe('Kind of customer'),
        joined_at: moment.optional().describe('When they became a customer'),
        churned_at: moment.optional().describe('When they left'),
        renewed_at: moment.optional().describe('When they last renewed'),
      })
      .describe('Field of Triptych → where the file has it'),
  })
  .describe('A file of customers, one a row');

const commentCodes = z
  .strictObject({
    ...common,
    kind: z.literal('comment_codes').describe('What people, or a tool, say about comments'),
    fields: z
      .strictObject({
        response_id: field.describe('Number or name of the answer whose comment was coded'),
        coder: field.describe('Who coded it; `tool` is the machine'),
        code: field.describe('What was said of it: negative, neutral or positive'),
      })
      .describe('Field of Triptych → where the file has it'),
  })
  .describe('A file of codes of comments, one a row');

const margins = z
  .strictObject({
    ...common,
    kind: z.literal('margins').describe('Population margins, to weight answers by'),
    fields: z
      .strictObject({
        dimension: field.describe(
          'What the population is counted by: channel, department, category, priority, segment',
        ),
        value: field.describe('Value of the dimension, as answers write it'),
        count: field.describe('How many of the population have it'),
      })
      .describe('Field of Triptych → where the file has it'),
  })
  .describe('A file of population counts, one value of a dimension a row');

const recognised = z
  .strictObject({
    ...place,
    kind: z.literal('export').describe('The export of a tool, recognised by its headers'),
    format: text.optional().describe('Name of the format, where the headers fit several'),
    scores: z
      .strictObject({
        csat: score.optional().describe('Satisfaction'),
        nps: score.optional().describe('Likelihood to recommend, 0 to 10'),
        ces: score.optional().describe('Agreement that it was easy'),
        emotion: score.optional().describe('Feeling'),
        resolved_first: resolvedFirst,
      })
      .optional()
      .describe('Which questions of a survey are scores, where its headers do not say so'),
    keep: z
      .array(z.enum(DECLARED_REASONS))
      .default([])
      .describe('Rows that are normally set aside for these reasons and shall count'),
  })
  .describe('An export that Triptych knows: only what the file does not say is declared');

const ignored = z
  .strictObject({
    glob: common.glob,
    kind: z.literal('ignore').describe('Not read'),
    reason: text.describe('Why the file is left out; published on the data page'),
  })
  .describe('A file that is left out');

/** An entry also names files that are only looked up in: they need no entry of their own. */
export const sourcesSchema = z.strictObject({
  sources: z
    .array(z.discriminatedUnion('kind', [tickets, responses, customers, commentCodes, margins, recognised, ignored]))
    .superRefine(withoutRepeats(({ glob, kind }) => `${kind} ${glob}`))
    .default([])
    .describe('One entry for each kind of file'),
});

export type SourcesConfig = z.infer<typeof sourcesSchema>;
export type SourceMapping = SourcesConfig['sources'][number];
export type FieldMapping = z.infer<typeof field>;
export type MomentMapping = z.infer<typeof moment>;
export type FlagMapping = z.infer<typeof flag>;
export type DurationMapping = z.infer<typeof duration>;
export type CountMapping = z.infer<typeof amount>;
export type RowRule = z.infer<typeof rowRule>;
export type ScoreMapping = z.infer<typeof score>;
export type ItemMapping = z.infer<typeof item> | z.infer<typeof items>;
