import { ANSWER_DIMENSIONS } from '../breakdowns.ts';
import type { Cell, Metric } from '../definition.ts';
import { compareShares, SHARE_INTERVAL, SHARE_INTERVALS, shareOfCustomers } from '../estimators/share.ts';
import { missingField } from '../missing-field.ts';
import { DAYS_BEFORE } from './before-answer.ts';
import { missingNps } from './nps-answers.ts';
import { FEWEST_RATINGS, type WatermelonCounts, watermelonCounts } from './watermelon-counts.ts';

const NEEDS = ['responses.customer_id', 'responses.nps', 'responses.csat | tickets.csat'];

/** Touchpoints and stages belong to single contacts: the answer to the recommendation question has none. */
const DIMENSIONS = ANSWER_DIMENSIONS.filter((dimension) => dimension === 'segment');

/** Who counts, in the words that the definitions share. */
const ELIGIBLE =
  `Counted are customers with at least ${FEWEST_RATINGS} satisfaction ratings in the ${DAYS_BEFORE} days before their latest ` +
  'answer of the period to the recommendation question. A detractor answers 0 to 6; a contact went well when its ' +
  'rating counts as satisfied. The day of the answer to the recommendation question decides the period.';

/** What the three shares have in common. */
function share(
  words: Pick<
    Metric,
    'id' | 'name' | 'label' | 'question' | 'definition' | 'who' | 'formula' | 'symbols' | 'direction' | 'counts'
  > &
    Partial<Pick<Metric, 'variantOf'>>,
  minimum: Metric['minimum'],
  cellOf: (counts: WatermelonCounts) => Cell,
): Metric {
  return {
    ...words,
    lens: 'experience',
    needs: NEEDS,
    unit: 'share',
    ownPass: true,
    // The latest answer of a longer period is the answer of one of the shorter ones: counts do not add up.
    adds: { overPeriods: 'none' },
    minimum,
    margin: 0.05,
    interval: SHARE_INTERVAL,
    intervals: SHARE_INTERVALS,
    date: 'the day of the answer to the recommendation question',
    tex: String.raw`\frac{d}{n}`,
    above: ['detractors'],
    elsewhere: [],
    source:
      'Name from service management, where a service can be green outside and red inside. The rule is this report’s: ' +
      'some such customers are to be expected by chance, so the share stands beside the rate among all others.',
    dimensions: DIMENSIONS,
    unavailable: ({ dataset }) => missingField(dataset, NEEDS) ?? missingNps(dataset),
    estimate: ({ dataset }, slice) => {
      const { values, counts } = watermelonCounts(dataset, slice);
      return { values, cells: counts.map(cellOf) };
    },
    compare: compareShares,
  };
}

/** Customers whose every contact went well and who are detractors all the same (B19). */
export const watermelon = share(
  {
    id: 'watermelon',
    name: 'Green outside, red inside',
    label: 'Green outside, red inside',
    question: 'How many customers rate every contact well and would still not recommend the company?',
    definition: `The share of customers whose every contact went well and who are detractors all the same. ${ELIGIBLE}`,
    who: `customers with at least ${FEWEST_RATINGS} ratings in the ${DAYS_BEFORE} days before their recommendation`,
    formula: 'customers with every rating satisfied who are detractors ÷ customers with two or more ratings',
    symbols: [
      ['d', 'detractors whose every rating was satisfied'],
      ['n', 'customers with two or more ratings'],
    ],
    direction: 'lower',
    counts: 'customers',
  },
  { show: 50, compare: 50 },
  ({ goodDetractors, goodOthers, mixedDetractors, mixedOthers }) =>
    shareOfCustomers(goodDetractors + goodOthers + mixedDetractors + mixedOthers, goodDetractors),
);

/** Detractors among customers whose every contact went well. */
export const watermelonGood = share(
  {
    id: 'watermelon_good',
    name: 'Detractors among customers whose every contact went well',
    label: 'Detractors, every contact good',
    variantOf: 'watermelon',
    question: 'Of customers whose every contact went well, how many would not recommend the company?',
    definition: `The share of detractors among customers whose every contact went well. ${ELIGIBLE}`,
    who: `customers with at least ${FEWEST_RATINGS} ratings in the ${DAYS_BEFORE} days before their recommendation, all of them satisfied`,
    formula: 'customers with every rating satisfied who are detractors ÷ customers with every rating satisfied',
    symbols: [
      ['d', 'detractors whose every rating was satisfied'],
      ['n', 'customers whose every rating was satisfied'],
    ],
    direction: 'lower',
    counts: 'customers whose every contact went well',
  },
  { show: 30, compare: 30 },
  ({ goodDetractors, goodOthers }) => shareOfCustomers(goodDetractors + goodOthers, goodDetractors),
);

/** Detractors among customers with a rating that was not satisfied. */
export const watermelonMixed = share(
  {
    id: 'watermelon_mixed',
    name: 'Detractors among customers with a contact that went badly',
    label: 'Detractors, a contact bad',
    variantOf: 'watermelon',
    question: 'Of customers with a contact that went badly, how many would not recommend the company?',
    definition: `The share of detractors among customers with at least one rating that does not count as satisfied. ${ELIGIBLE}`,
    who: `customers with at least ${FEWEST_RATINGS} ratings in the ${DAYS_BEFORE} days before their recommendation, one of them not satisfied`,
    formula: 'customers with a rating not satisfied who are detractors ÷ customers with a rating not satisfied',
    symbols: [
      ['d', 'detractors with a rating that was not satisfied'],
      ['n', 'customers with a rating that was not satisfied'],
    ],
    direction: 'lower',
    counts: 'customers with a contact that went badly',
  },
  { show: 30, compare: 30 },
  ({ mixedDetractors, mixedOthers }) => shareOfCustomers(mixedDetractors + mixedOthers, mixedDetractors),
);
