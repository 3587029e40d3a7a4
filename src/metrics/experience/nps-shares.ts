import { ANSWER_DIMENSIONS } from '../breakdowns.ts';
import type { Metric } from '../definition.ts';
import { comparingShares, estimateShare, SHARE_INTERVAL, SHARE_INTERVALS } from '../estimators/share.ts';
import { ONLY_THE_LATEST } from '../latest-answer.ts';
import { missingNps, NPS_NEEDS, type NpsGroup, npsMembership, npsNotes } from './nps-answers.ts';

interface GroupWords {
  readonly name: string;
  readonly answers: string;
  /** The answers in TeX. */
  readonly range: string;
  readonly question: string;
  readonly direction: Metric['direction'];
  readonly meaning: string;
}

const GROUPS: Readonly<Record<NpsGroup, GroupWords>> = {
  promoters: {
    name: 'Promoters',
    answers: '9 or 10',
    range: String.raw`x_i \ge 9`,
    question: 'How many customers would gladly recommend the company?',
    direction: 'higher',
    meaning: 'They are taken to speak well of the company unasked.',
  },
  passives: {
    name: 'Passives',
    answers: '7 or 8',
    range: String.raw`7 \le x_i \le 8`,
    question: 'How many customers would neither recommend the company nor advise against it?',
    direction: 'neutral',
    meaning: 'More of them is neither better nor worse: it depends on whom they replace.',
  },
  detractors: {
    name: 'Detractors',
    answers: '0 to 6',
    range: String.raw`x_i \le 6`,
    question: 'How many customers would not recommend the company?',
    direction: 'lower',
    meaning: 'They range from those who are angry to those who are merely unmoved.',
  },
};

/** Share of one of the three groups (B2). */
function npsShare(group: NpsGroup): Metric {
  const { name, answers, range, question, direction, meaning } = GROUPS[group];
  return {
    id: `nps_${group}`,
    name,
    label: name,
    lens: 'experience',
    variantOf: 'nps',
    question,
    definition:
      `The share of answers of ${answers} among all answers to “How likely are you to recommend us?” from 0 to 10. ` +
      `${meaning} Blank answers do not count. ${ONLY_THE_LATEST} The day of the answer decides the period.`,
    who: 'answers to the question of recommending, on a scale that ends at 10',
    date: 'the day of the answer',
    formula: `answers of ${answers} ÷ answers`,
    tex: `\\frac{1}{n}\\sum_i\\,[${range}]`,
    symbols: [
      ['n', 'answers'],
      ['x_i', 'answer i'],
    ],
    above: [`answers of ${answers}`],
    needs: NPS_NEEDS,
    unit: 'share',
    direction,
    counts: 'answers',
    minimum: { show: 10, compare: 30 },
    margin: 0.05,
    interval: SHARE_INTERVAL,
    intervals: SHARE_INTERVALS,
    source: 'Reichheld (2003) for the groups; Wilson (1927) for the interval.',
    elsewhere: [
      {
        who: 'HubSpot',
        what: 'Calls the answers to its satisfaction and effort questions promoters, passives and detractors as well.',
      },
    ],
    dimensions: ANSWER_DIMENSIONS,
    unavailable: ({ dataset }) => missingNps(dataset),
    estimate: ({ dataset }, slice) => estimateShare(dataset, npsMembership(dataset, group), slice),
    compare: comparingShares((dataset) => npsMembership(dataset, group)),
    notes: ({ dataset }) => npsNotes(dataset),
  };
}

export const npsPromoters = npsShare('promoters');
export const npsPassives = npsShare('passives');
export const npsDetractors = npsShare('detractors');
