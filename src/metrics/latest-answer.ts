/**
 * Which of several answers counts, in the words that definitions share; the rule itself is `dataset/duplicates.ts`.
 */

/** To stand as a sentence of a definition. */
export const ONLY_THE_LATEST =
  'Of several answers to one survey at one touchpoint and stage, those about one ticket, or those of one customer in ' +
  'one of the periods that the report compares, only the latest counts, unless the source declares otherwise.';
