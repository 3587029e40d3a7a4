/**
 * A confidence interval, both ends included, in the unit of the estimate it belongs to.
 *
 * An end is infinite where the data say nothing about that side.
 */
export interface Interval {
  readonly low: number;
  readonly high: number;
}
