/**
 * What may stand in the head of a text, between its lines of three hyphens.
 */
import { z } from 'zod';
import { DUE_EXAMPLES, dueDate } from '../calendar/due-date.ts';
import { misplaced, text, wording } from '../config/values.ts';

/** A day, a month, a quarter or a year, as readers see it. */
const date = text
  .superRefine((written, context) => {
    if (dueDate(written) !== null) return;
    context.addIssue({ code: 'custom', message: DUE_EXAMPLES, params: { what: 'is no date of the calendar' } });
  })
  .transform((written) => dueDate(written) ?? written)
  .register(wording, { expected: DUE_EXAMPLES });

const authors = z.union([text, z.array(text).min(1)]).register(wording, { expected: 'a name, or a list of names' });

/** Settings of every text. */
const common = {
  authors: authors.optional().describe('Who wrote the text: a name, or a list of names'),
  date: date.optional().describe('When it was written'),
  period: text
    .optional()
    .describe('Period of the components in this text that name none; the last complete one when left out'),
  draft: z.boolean().default(false).describe('`true`: the text is shown by `npm run dev` only and never published'),
};

const title = text.max(120);

/** The head of a text on a page that the report has anyway. */
export const commentHeadSchema = z.strictObject({
  title: title.optional().describe('Heading of the text; “Commentary” when left out'),
  ...common,
});

commentHeadSchema.register(misplaced, {
  summary: 'the page has a sentence of its own; a summary is for pages of your own, below content/pages/',
  order: 'the page has its place; an order is for pages of your own, below content/pages/',
  panel: 'the page has its panel; a panel is for pages of your own, below content/pages/',
});

/** The head of a page of the writer's own. */
export const pageHeadSchema = z.strictObject({
  title: title.describe('Name of the page, in its heading and wherever it is listed'),
  summary: text
    .max(300)
    .optional()
    .describe('What the page says, in a sentence: beneath its heading, in lists of pages, and for search engines'),
  order: z.number().optional().describe('Place in lists of pages, the least first; those without come last, by title'),
  ...common,
  panel: z
    .enum(['satisfaction', 'service', 'experience'])
    .optional()
    .describe('Panel that the page is about: gives it its colour and lists it on the page of the panel'),
});

/** A text that stands in others has no head: theirs counts. */
export const partialHeadSchema = z.strictObject({});

partialHeadSchema.register(
  misplaced,
  Object.fromEntries(
    Object.keys(pageHeadSchema.shape).map((name) => [name, 'a text that others include has no head, theirs counts']),
  ),
);
