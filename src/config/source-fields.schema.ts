/**
 * How `data/sources.yaml` says where a field is found: columns, constants, answers on a scale.
 */
import { z } from 'zod';
import { dataPath, fileNamePattern, text, wording } from './values.ts';

/** A column of the file, by its header; case, surrounding blanks and repeated blanks do not matter. */
export const columnName = z.string().min(1).register(wording, { expected: 'the header of a column' });

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

export const field = z.union([columnName, column, constant, fromFileName]).meta({ id: 'field' });
export const moment = z.union([columnName, momentColumn, constant, fromFileName]).meta({ id: 'moment' });
export const flag = z.union([columnName, flagColumn, constant, fromFileName]).meta({ id: 'flag' });
export const duration = z.union([columnName, durationColumn, constant, fromFileName]).meta({ id: 'duration' });
export const amount = z.union([columnName, countColumn, constant, fromFileName]).meta({ id: 'count' });

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

export const score = z
  .union([columnName, z.strictObject(answerShape).describe('A column of answers')])
  .meta({ id: 'score' });

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

const ratedAspect = z
  .strictObject({
    ...answerShape,
    aspect: text.describe('What is rated, such as speed, or a stage of the journey'),
  })
  .describe('The rating of one aspect');

const ratedAspects = z
  .strictObject({
    scale: scale.optional(),
    missing: missingCodes.optional(),
    aspects: z
      .array(
        z.union([
          columnName,
          z.strictObject({
            column: columnName.describe('Header of the column'),
            aspect: text.describe('What is rated, such as speed, or a stage of the journey'),
          }),
        ]),
      )
      .describe('Headers of the columns; each names its aspect unless another name is given'),
  })
  .describe('Ratings of several aspects that share a scale, one column each');

export const itemList = z
  .array(z.union([item, items]))
  .default([])
  .describe('Answers to items about touchpoints, several a row');

export const answerList = z
  .array(z.union([item, items, ratedAspect, ratedAspects]))
  .default([])
  .describe('Answers to items about touchpoints and ratings of aspects, several a row');

export type FieldMapping = z.infer<typeof field>;
export type MomentMapping = z.infer<typeof moment>;
export type FlagMapping = z.infer<typeof flag>;
export type DurationMapping = z.infer<typeof duration>;
export type CountMapping = z.infer<typeof amount>;
export type ScoreMapping = z.infer<typeof score>;
export type ItemMapping = z.infer<typeof answerList>[number];
