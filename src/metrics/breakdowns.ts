/**
 * The dimensions by which answers and tickets can be broken down.
 */
import { DIMENSIONS, type Dimension } from '../dataset/dataset.ts';

export const ANSWER_DIMENSIONS: readonly Dimension[] = DIMENSIONS;

export const TICKET_DIMENSIONS: readonly Dimension[] = [
  'channel',
  'department',
  'category',
  'priority',
  'segment',
  'promise',
];

/** For figures that follow from the times that decide whether a promise was kept. */
export const TICKET_DIMENSIONS_WITHOUT_PROMISE: readonly Dimension[] = TICKET_DIMENSIONS.filter(
  (dimension) => dimension !== 'promise',
);
