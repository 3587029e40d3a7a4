/**
 * The words of the report, each explained so that it can be understood without the others.
 */

import { sameName } from '../config/values.ts';

/** A term of the glossary. */
export interface Term {
  /** Anchor on the glossary page. */
  readonly id: string;
  readonly term: string;
  readonly meaning: string;
  /** Metrics that put the term to use, linked where the report has them. */
  readonly metrics?: readonly string[];
  /** What sentences call the first of them, besides its name and its label. */
  readonly spoken?: readonly string[];
}

/** In alphabetical order. */
export const GLOSSARY: readonly Term[] = [
  {
    id: 'about-the-same',
    term: 'About the same',
    meaning:
      'Said only when the data rule out a difference large enough to matter. It is more than “no clear change”, which may simply mean that there are too few answers to tell.',
  },
  {
    id: 'adjusted-for-many-comparisons',
    term: 'Adjusted for many comparisons',
    meaning:
      'Whoever compares often enough finds a difference by luck. The more a panel compares, the stronger the evidence it asks for before it calls a difference real (the Benjamini–Hochberg rule).',
  },
  {
    id: 'backlog',
    term: 'Backlog',
    meaning: 'Tickets that were open at a given moment: created before it and not yet solved.',
    metrics: ['backlog', 'open_age_median', 'open_age_p90'],
    spoken: ['backlog'],
  },
  {
    id: 'business-clock',
    term: 'Business clock',
    meaning:
      'Time counted only while support is open: for each ticket, while its own department is. A ticket that arrives on Friday evening and is answered on Monday morning has waited minutes on the business clock and days on the calendar clock; the customer lives by the calendar.',
    metrics: ['first_response_median_business', 'resolution_median_business'],
  },
  {
    id: 'ces',
    term: 'CES, customer effort score',
    meaning:
      'An answer to “the company made it easy for me to handle my issue”. The report gives the share of customers who found it easy, and the mean.',
    metrics: ['ces', 'ces_mean'],
    spoken: ['effort score', 'customer effort', 'ease score'],
  },
  {
    id: 'complete-period',
    term: 'Complete period',
    meaning:
      'A month, quarter or year that the data cover from its first day to its last. Only complete periods are compared, because half a month always looks like a fall.',
  },
  {
    id: 'confidence-interval',
    term: 'Confidence interval',
    meaning:
      'The range after a figure. Had other customers happened to answer, the figure would have come out a little different; a 95% interval is made so that, in the long run, 19 of 20 such ranges hold the true value.',
  },
  {
    id: 'csat',
    term: 'CSAT, customer satisfaction',
    meaning:
      'How satisfied customers say they were with one transaction or contact. On a scale of 1 to 5, answers of 4 and 5 count as satisfied, and every answer counts in the denominator.',
    metrics: ['csat', 'csat_mean'],
    spoken: ['customer satisfaction', 'satisfaction', 'satisfaction score', 'satisfied', 'satisfied share'],
  },
  {
    id: 'cut-off',
    term: 'Cut-off',
    meaning: 'The last day that the data cover. What happened later is not in the report.',
  },
  {
    id: 'design-effect',
    term: 'Design effect',
    meaning:
      'By how much answers tell less than as many independent answers with equal weights would. With a design effect of 2, a thousand answers are worth five hundred. Several answers of one customer have one, and so have unequal weights.',
  },
  {
    id: 'detractor',
    term: 'Detractor',
    meaning:
      'A customer who answers 0 to 6, on a scale of 0 to 10, when asked whether they would recommend the company.',
    metrics: ['nps_detractors'],
    spoken: ['detractor'],
  },
  {
    id: 'emotion-score',
    term: 'Emotion score',
    meaning:
      'The share of customers who name a pleasant feeling about the company minus the share who name an unpleasant one. It runs from −100 to +100.',
    metrics: ['emotion'],
    spoken: ['emotion score', 'emotion net score'],
  },
  {
    id: 'first-contact-resolution',
    term: 'First-contact resolution',
    meaning:
      'Solving an issue at the first attempt. There are several ways to count it, and they differ widely: one reply was enough, the ticket was never reopened, the customer did not come back within a week, or says so when asked. The report always says which it uses.',
    metrics: ['fcr_reply', 'fcr_reopen', 'fcr_7d_any', 'fcr_7d_topic', 'fcr_survey'],
    spoken: [
      'first-contact resolution',
      'first-time resolution',
      'FCR',
      'resolved at first contact',
      'solved at first contact',
      'settled at first contact',
      'resolved at the first contact',
      'solved at the first contact',
      'settled at the first contact',
    ],
  },
  {
    id: 'first-response-time',
    term: 'First response time',
    meaning:
      'How long a customer waits, after opening a ticket, for the first reply. Tickets still waiting are counted as waiting, not left out.',
    metrics: ['first_response_median', 'first_response_p90'],
    spoken: [
      'first response time',
      'first response',
      'first reply',
      'reply time',
      'response time',
      'wait for a reply',
      'waiting time',
      'wait time',
    ],
  },
  {
    id: 'goes-with',
    term: 'Goes with',
    meaning:
      'Two things tend to occur together. That is all: it does not say that one brings about the other, and both may have a third cause.',
  },
  {
    id: 'kaplan-meier',
    term: 'Kaplan–Meier estimate',
    meaning:
      'A way to say how long something takes when some of it is not finished. Leaving open tickets out would make support look faster than it is, since the slow ones are still open; this method lets them count for the time they have waited so far.',
    metrics: ['first_response_median', 'resolution_median'],
  },
  {
    id: 'low-base',
    term: 'Low base',
    meaning:
      'The figure rests on few answers. It is shown so that nothing is hidden, marked so that nobody leans on it, and never compared.',
  },
  {
    id: 'margin',
    term: 'Margin, the smallest difference that matters',
    meaning:
      'How large a difference must be before anyone should act on it, decided before looking at the data. With many answers even a trifle can be shown to be real; the margin keeps it a trifle.',
  },
  {
    id: 'median',
    term: 'Median',
    meaning:
      'The one in the middle: half of the tickets took less, half took longer. Unlike a mean, it is not pulled up by a few very long cases.',
    metrics: ['first_response_median', 'resolution_median'],
  },
  {
    id: 'n',
    term: 'n, the base',
    meaning: 'How many answers, tickets or customers a figure rests on.',
  },
  {
    id: 'ninetieth-percentile',
    term: '90th percentile',
    meaning:
      'Nine in ten took less, one in ten took longer. It tells what the unlucky tenth of customers lived through.',
    metrics: ['first_response_p90', 'resolution_p90'],
  },
  {
    id: 'no-clear-change',
    term: 'No clear change',
    meaning: 'Chance alone could explain the difference. Things may have changed or not: these data cannot tell.',
  },
  {
    id: 'no-data',
    term: 'No data',
    meaning:
      'Nothing was recorded. That is different from zero, which was counted, and from suppressed, which is known and kept back.',
  },
  {
    id: 'not-applicable',
    term: 'Not applicable',
    meaning:
      'The figure cannot exist, whatever the data: for example the reply time of a group that has no tickets by its nature.',
  },
  {
    id: 'nps',
    term: 'NPS, Net Promoter Score',
    meaning:
      'The share of promoters minus the share of detractors, among customers asked whether they would recommend the company. It runs from −100 to +100. Very different crowds can share a score, so the three shares stand beside it.',
    metrics: ['nps', 'nps_promoters', 'nps_passives', 'nps_detractors'],
    spoken: ['promoter score', 'recommendation score', 'willingness to recommend'],
  },
  {
    id: 'passive',
    term: 'Passive',
    meaning:
      'A customer who answers 7 or 8, on a scale of 0 to 10, when asked whether they would recommend the company.',
    metrics: ['nps_passives'],
    spoken: ['passives'],
  },
  {
    id: 'promoter',
    term: 'Promoter',
    meaning:
      'A customer who answers 9 or 10, on a scale of 0 to 10, when asked whether they would recommend the company.',
    metrics: ['nps_promoters'],
    spoken: ['promoter'],
  },
  {
    id: 'provisional',
    term: 'Provisional',
    meaning:
      'The figure may still move, because its period is not over or because some of what it counts is not finished.',
  },
  {
    id: 'reopened',
    term: 'Reopened',
    meaning: 'A ticket that had been solved and became active again, as a rule because the customer replied.',
    metrics: ['reopen'],
    spoken: ['reopen rate', 'reopened', 'reopening'],
  },
  {
    id: 'repeat-contact',
    term: 'Repeat contact',
    meaning: 'A customer who opens another ticket soon after the last one was solved.',
    metrics: ['repeat_contact_7d'],
    spoken: ['repeat contact'],
  },
  {
    id: 'resolution-time',
    term: 'Resolution time',
    meaning: 'How long it takes from the opening of a ticket to its last solution.',
    metrics: ['resolution_median', 'resolution_p90'],
    spoken: ['resolution time', 'time to resolution', 'time to resolve', 'time to solve'],
  },
  {
    id: 'response-rate',
    term: 'Response rate',
    meaning:
      'How many of the customers who were invited to a survey answered it. Those who stay silent may think differently, and a low rate leaves more room for that.',
    metrics: ['response_rate'],
    spoken: ['response rate'],
  },
  {
    id: 'retention',
    term: 'Retention',
    meaning: 'The share of customers who are still customers after a given time.',
    metrics: ['retention'],
    spoken: ['retention', 'retention rate'],
  },
  {
    id: 'service-level',
    term: 'Service level, SLA',
    meaning:
      'A promise to reply or to solve within a set time. A ticket past its time counts as missed even if it is still open; one whose time has not come yet does not count.',
    metrics: ['sla'],
    spoken: ['service level', 'SLA', 'SLA attainment'],
  },
  {
    id: 'suppressed',
    term: 'Suppressed',
    meaning:
      'Known but not shown, because it would reveal a group of too few customers, who might be recognised: they are the group itself, or what would be left after subtracting. Which of the two it is, is not told.',
  },
  {
    id: 'transfer',
    term: 'Transfer',
    meaning: 'Handing a ticket from one team or person to another.',
    metrics: ['transfers', 'transfers_mean'],
    spoken: ['transfer rate'],
  },
  {
    id: 'watermelon',
    term: 'Watermelon',
    meaning:
      'Green outside, red inside: a customer who rates each contact well and yet would not recommend the company.',
    metrics: ['watermelon'],
    spoken: ['watermelon'],
  },
  {
    id: 'weighting',
    term: 'Weighting',
    meaning:
      'Letting some answers count for more than others, so that the answers have the mix of those they shall stand for. It corrects for what is weighted by and for nothing else, and it costs precision, which the design effect tells. The report shows weighted figures beside the figures as answered.',
    metrics: ['weighting_satisfaction', 'weighting_experience'],
  },
  {
    id: 'wilson-interval',
    term: 'Wilson interval',
    meaning:
      'The confidence interval that the report uses for shares. It stays sensible where simpler ones fail: with few answers, and near 0% and 100%.',
    metrics: ['csat', 'sla', 'response_rate'],
  },
];

/** The term that a text calls by its name, one of its names or its plural, case aside; undefined for no term. */
export function termNamed(written: string): Term | undefined {
  const wanted = sameName(written);
  return GLOSSARY.find(({ term }) =>
    [term, ...term.split(', ')].map(sameName).some((name) => wanted === name || wanted === `${name}s`),
  );
}
