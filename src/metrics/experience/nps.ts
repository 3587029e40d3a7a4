import { ANSWER_DIMENSIONS } from '../breakdowns.ts';
import type { Metric } from '../definition.ts';
import { comparingNets, estimateNet, NET_INTERVAL, NET_INTERVALS } from '../estimators/net.ts';
import { ONLY_THE_LATEST } from '../latest-answer.ts';
import { missingNps, NPS_NEEDS, npsAnswers, npsNotes } from './nps-answers.ts';

/** Net Promoter Score (B2, B3). */
export const nps: Metric = {
  id: 'nps',
  name: 'Net Promoter Score (NPS)',
  label: 'NPS',
  lens: 'experience',
  question: 'Would customers recommend the company to others?',
  definition:
    'The share of promoters minus the share of detractors among the answers to “How likely are you to recommend us?” ' +
    'from 0 to 10. Promoters answer 9 or 10, passives 7 or 8, detractors 0 to 6. It runs from −100 to 100 and is no ' +
    'per cent; scores after a contact, of the relationship and against competitors are three different figures. ' +
    `Blank answers do not count. ${ONLY_THE_LATEST} A move of a few points is noise in most firms: an interval of ` +
    '±10 points takes about 230 answers. The day of the answer decides the period.',
  who: 'answers to the question of recommending, on a scale that ends at 10',
  date: 'the day of the answer',
  formula: '100 × (promoters − detractors) ÷ answers',
  tex: String.raw`100\,\frac{P - D}{n}`,
  symbols: [
    ['P', 'promoters: answers 9 and 10'],
    ['D', 'detractors: answers 0 to 6'],
    ['n', 'answers'],
  ],
  above: ['promoters', 'detractors'],
  needs: NPS_NEEDS,
  unit: 'net',
  direction: 'higher',
  counts: 'answers',
  minimum: { show: 10, compare: 30 },
  margin: 10,
  interval: NET_INTERVAL,
  intervals: NET_INTERVALS,
  source:
    'Reichheld (2003) for the score, Rocks (2016) for the interval, Lewis & Sauro (2021) for the difference. NHS ' +
    'England dropped the net form in 2014 because readers misunderstood it, so the three shares stand beside it.',
  elsewhere: [
    {
      who: 'Bain',
      what: 'Three scores of one name: of the relationship, of a contact, and against competitors in a blind survey. Only like may be set beside like.',
    },
    { who: 'Survey tools', what: 'Some treat every question from 0 to 10 as this one; here the question is declared.' },
    { who: 'Qualtrics Studio', what: 'Cut-offs can be chosen, so its promoters need not be these.' },
    { who: 'NHS England', what: 'Gave up the net form for plain shares in 2014.' },
  ],
  dimensions: ANSWER_DIMENSIONS,
  basis: () => ['9 and 10 minus 0 to 6, on a scale from 0 to 10'],
  unavailable: ({ dataset }) => missingNps(dataset),
  estimate: ({ dataset }, slice) => estimateNet(dataset, npsAnswers(dataset).sample, slice),
  compare: comparingNets((dataset) => npsAnswers(dataset).sample),
  notes: ({ dataset }) => npsNotes(dataset),
};
