/**
 * The mean of a group's values and what they are worth, with the customer as the unit.
 */
import { type ClusterEstimate, type ClusterMoments, clusterEstimate } from '../../statistics/cluster.ts';

/**
 * The cluster estimate, except that values of as many customers are worth exactly n.
 *
 * There the design effect only holds the correction k/(k − 1), and dividing by it would make the interval of a plain
 * survey differ from everybody else’s.
 */
export function customerEstimate(moments: ClusterMoments): ClusterEstimate {
  const estimate = clusterEstimate(moments);
  return moments.clusters === moments.n ? { ...estimate, designEffect: 1, effectiveN: moments.n } : estimate;
}
