/**
 * The shape of `data/sources.yaml`: how files that are not canonical are read.
 */
import { z } from 'zod';
import {
  amount,
  answerList,
  columnName,
  duration,
  field,
  flag,
  itemList,
  moment,
  score,
} from './source-fields.schema.ts';
import { dataPath, encoding, text, timeZone, withoutRepeats, wording } from './values.ts';

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
    items: itemList,
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
    items: answerList,
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
        code: field.describe(
          'What was said of it: negative, neutral or positive; moment or no_moment; functional or emotional',
        ),
      })
      .describe('Field of Triptych → where the file has it'),
  })
  .describe('A file of codes of comments, one a row');

const ticketEvents = z
  .strictObject({
    ...common,
    kind: z.literal('ticket_events').describe('What happened to tickets'),
    fields: z
      .strictObject({
        ticket_id: field.describe('Number or name of the ticket'),
        at: moment.describe('When it happened'),
        type: field.describe(
          'What happened: assigned, group_changed, status_changed, customer_message, agent_message, bot_message, human_requested or confirmed',
        ),
        from: field.optional().describe('The department or the status before'),
        to: field.optional().describe('The department or the status after; blank where nobody has the ticket'),
      })
      .describe('Field of Triptych → where the file has it'),
  })
  .describe('A file of what happened to tickets, one event a row');

const touchpoints = z
  .strictObject({
    ...common,
    kind: z.literal('touchpoints').describe('Contacts of customers and the company'),
    fields: z
      .strictObject({
        customer_id: field.describe('Number or name of the customer'),
        at: moment.describe('When they were in touch'),
        stage: field.optional().describe('Stage of the journey'),
        department: field.optional().describe('Who dealt with the customer'),
        initiated_by: field.optional().describe('Who began it: company or customer'),
      })
      .describe('Field of Triptych → where the file has it'),
  })
  .describe('A file of contacts, one a row');

const actions = z
  .strictObject({
    ...common,
    kind: z.literal('actions').describe('What was done about answers'),
    fields: z
      .strictObject({
        response_id: field.describe('Number or name of the answer'),
        action_at: moment.describe('When it was done'),
        action: field.describe('What was done: contacted, coded, escalated or changed'),
      })
      .describe('Field of Triptych → where the file has it'),
  })
  .describe('A file of actions on answers, one a row');

const aspects = z
  .strictObject({
    ...common,
    kind: z.literal('aspects').describe('How answers rate single aspects'),
    fields: z
      .strictObject({
        response_id: field.describe('Number or name of the answer that the rating belongs to'),
        aspect: field.describe('What is rated, such as speed, or a stage of the journey'),
        score: score.describe('The rating, from 1 to 5 unless a scale is declared'),
      })
      .describe('Field of Triptych → where the file has it'),
  })
  .describe('A file of ratings of aspects, one a row');

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
    .array(
      z.discriminatedUnion('kind', [
        tickets,
        responses,
        customers,
        commentCodes,
        ticketEvents,
        touchpoints,
        actions,
        aspects,
        margins,
        recognised,
        ignored,
      ]),
    )
    .superRefine(withoutRepeats(({ glob, kind }) => `${kind} ${glob}`))
    .default([])
    .describe('One entry for each kind of file'),
});

export type SourcesConfig = z.infer<typeof sourcesSchema>;
export type SourceMapping = SourcesConfig['sources'][number];
export type RowRule = z.infer<typeof rowRule>;
