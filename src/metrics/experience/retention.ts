import type { Dataset } from '../../dataset/dataset.ts';
import { customerSpans } from '../customer-span.ts';
import type { Cells, Metric, Slice } from '../definition.ts';
import { valueOfRows } from '../estimators/grouping.ts';
import { compareShares, SHARE_INTERVAL, SHARE_INTERVALS, shareOfCustomers } from '../estimators/share.ts';
import { leftOut } from '../left-out.ts';
import { missingField } from '../missing-field.ts';

const NEEDS = ['customers.joined_at', 'customers.churned_at'];

/** Share of customers who stayed (B18). */
export const retention: Metric = {
  id: 'retention',
  name: 'Retention',
  label: 'Retention',
  lens: 'experience',
  question: 'How many customers stayed?',
  definition:
    'Of those who were customers when the period began, the share who still were when it ended. A customer who joined ' +
    'later does not count, nor one who had left before. Leaving is what the customer list states; being silent is not ' +
    'leaving. Where the data cover only part of a period, the part counts, so partial periods read higher than whole ' +
    'ones; and longer periods read lower than shorter ones, so compare only periods of equal length. The first and the ' +
    'last moment of the period decide, not the day of joining.',
  who: 'customers with a known joining day who were customers when the period began',
  date: 'the first and the last moment of the period',
  formula: 'customers at both ends of the period ÷ customers at its beginning',
  tex: String.raw`\frac{s}{n}`,
  symbols: [
    ['s', 'customers at both ends of the period'],
    ['n', 'customers at its beginning'],
  ],
  above: ['customers at both ends'],
  below: 'customers at the beginning',
  needs: NEEDS,
  unit: 'share',
  adds: { overPeriods: 'none' },
  direction: 'higher',
  counts: 'customers',
  minimum: { show: 30, compare: 50 },
  margin: 0.02,
  interval: SHARE_INTERVAL,
  intervals: SHARE_INTERVALS,
  source: 'Customer retention in a contractual setting, by the stated end of the relationship.',
  elsewhere: [
    {
      who: 'Businesses without contracts',
      what: 'Customers without activity for some time are taken as lost. That is being inactive, and is not called leaving here.',
    },
  ],
  dimensions: ['segment'],
  unavailable: ({ dataset }) => missingField(dataset, NEEDS),
  estimate: ({ dataset }, slice) => estimateRetention(dataset, slice),
  compare: compareShares,
  notes: ({ dataset }) =>
    leftOut(
      customerSpans(dataset).joinedUnknown,
      'customer without a joining day is not counted',
      'customers without a joining day are not counted',
    ),
};

function estimateRetention(dataset: Dataset, slice: Slice): Cells {
  const { value, values } = valueOfRows(dataset, 'customers', slice);
  const { from, to } = customerSpans(dataset);
  const { coverage } = dataset;
  const width = values.length;
  const present = new Int32Array(slice.periods.length * width);
  const stayed = new Int32Array(present.length);
  for (const [index, period] of slice.periods.entries()) {
    const begin = Math.max(period.start, coverage.start);
    const end = Math.min(period.end, coverage.end);
    if (!(begin < end)) continue;
    for (let row = 0; row < value.length; row++) {
      const column = value[row] as number;
      if (column < 0 || !((from[row] as number) <= begin && (to[row] as number) > begin)) continue;
      const group = index * width + column;
      present[group] = (present[group] as number) + 1;
      if ((to[row] as number) >= end) stayed[group] = (stayed[group] as number) + 1;
    }
  }
  return { values, cells: Array.from(present, (n, group) => shareOfCustomers(n, stayed[group] as number)) };
}
