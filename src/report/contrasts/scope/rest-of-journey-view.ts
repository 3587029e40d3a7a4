/**
 * C1b in words, with bars of what the last contact explains and what is added to it.
 */
import {
  FEWEST_JOURNEYS,
  type JourneyControl,
  type RestOfJourney,
  restOfJourney,
} from '../../../contrasts/scope/rest-of-journey.ts';
import type { Difference } from '../../../metrics/definition.ts';
import { comparedFrom } from '../../analyses/margin.ts';
import { quantityOf } from '../../analyses/quantity.ts';
import { formatFor, type ReportContext } from '../../context.ts';
import { figureBase } from '../../figures/base.ts';
import type { StackFigure } from '../../types/contrast-figure.ts';
import { count, percent } from '../../wording/format.ts';
import { differenceQuantity, numberOf } from '../quantities.ts';
import type { TestDesk, TestView, Weighed, WrittenAnswer } from '../view.ts';

const ID = restOfJourney.analysis.id;

/** So much has to be added before the journey is said to add anything. */
const SAID_FROM = 0.02;

export const restOfJourneyView: TestView<RestOfJourney> = {
  test: restOfJourney,
  charts: 'stacked bars',
  weighed: ({ added, control }, context): Readonly<Record<string, Weighed>> => {
    const margin = comparedFrom(context, restOfJourney.analysis);
    return {
      added: { difference: added, margin, unit: 'share' },
      ...(control === null ? {} : { lead: { difference: control.lead, margin, unit: 'share' } }),
    };
  },
  answer,
};

/** How the rest of the journey compares with further contacts. */
type Told = 'more' | 'no more' | 'less' | 'adds only' | 'nothing' | 'open';

function answer(result: RestOfJourney, desk: TestDesk): WrittenAnswer | null {
  const { context } = desk;
  const format = formatFor(context, ID);
  const { customers, last, added, control, controlled, together } = result;
  const counted = { n: customers, customers, counts: 'customers' };
  const gain = quantityOf(context, format, { ...added, value: added.difference, ...counted });
  if (gain.value === undefined) return null;
  const told = toldBy(result, desk);
  return {
    reading: READINGS[told],
    // Set against further contacts is only what adds anything.
    verdict: desk.verdict(['more', 'no more', 'less'].includes(told) ? 'lead' : 'added'),
    headline: HEADLINES[told],
    statement: statementOf(told, result, `${percent(last, 1)}`, points(context, added.difference)),
    sentences: [
      `Of the differences in recommending between ${count(customers, context.config.locale)} customers the last contact alone explains ${percent(last, 1)}, with the other stages ${percent(last + added.difference, 1)}: ${points(context, added.difference)} more (between ${between(added, context)}).`,
      controlSentence(result, told, context),
      ...(2 * together > customers
        ? [
            'Most of them rated the other stages together with the recommendation, so that part of what is added may be the mood of that moment.',
          ]
        : []),
    ],
    effect: {
      name: 'Added by the other stages',
      quantity: {
        ...gain,
        text: points(context, added.difference),
        range: format.differenceRange(added.low, added.high),
      },
      unit: 'share',
      method: 'F test, bootstrap',
      weighed: 'added',
    },
    figures: [figureOf(context, result)],
    numbers: [
      numberOf(context, 'last_contact_r2', quantityOf(context, format, { value: last, ...counted }), 'share', 'r2'),
      numberOf(context, ID, gain, 'share', 'f-test'),
      ...(control === null
        ? []
        : [
            numberOf(
              context,
              'rest_of_journey_lead',
              differenceQuantity(context, 'share', comparedFrom(context, restOfJourney.analysis), control.lead, {
                n: controlled,
                counts: 'customers',
              }),
              'share difference',
              'bootstrap',
            ),
          ]),
    ],
  };
}

function toldBy({ added, control }: RestOfJourney, desk: TestDesk): Told {
  const verdict = desk.verdict('added');
  if (verdict === 'equivalent' || verdict === 'negligible') return 'nothing';
  const adds = verdict === 'different' && added.difference >= SAID_FROM && added.low > 0;
  if (!adds) return 'open';
  if (control === null) return 'adds only';
  const lead = desk.verdict('lead');
  if (lead === 'equivalent' || lead === 'negligible') return 'no more';
  if (lead !== 'different') return 'adds only';
  return control.lead.difference > 0 ? 'more' : 'less';
}

const READINGS = {
  more: 'supports',
  'no more': 'contradicts',
  less: 'contradicts',
  nothing: 'contradicts',
  'adds only': 'open',
  open: 'open',
} as const;

const HEADLINES: Readonly<Record<Told, string>> = {
  more: 'The whole journey says more than the last contact',
  'no more': 'Other stages say about as much as more contacts of one stage',
  less: 'More contacts of one stage say more than the other stages',
  nothing: 'The rest of the journey adds little to the last contact',
  'adds only': 'Other stages add to the last contact; whether as a journey is not settled',
  open: 'Whether the rest of the journey adds anything is not settled',
};

function statementOf(told: Told, { control }: RestOfJourney, last: string, gain: string): string {
  const adds = `ratings of the other stages add ${gain} to the ${last} of the differences in recommending that the last contact explains`;
  switch (told) {
    case 'more':
      return `The whole journey says more than the last contact: ${adds}, more than as many ratings of further contacts do.`;
    case 'no more':
      return `The other stages say no more than as many ratings of further contacts do, though ${adds}.`;
    case 'less':
      return `As many ratings of further contacts say more of recommending than ratings of the other stages, though ${adds}.`;
    case 'nothing':
      return `The rest of the journey adds less than matters: ${adds}.`;
    case 'adds only':
      return control === null
        ? `Beside the last contact, ${adds}; whether that is the journey or merely more ratings, these data cannot tell.`
        : `Beside the last contact, ${adds}; whether ratings of more contacts would do the same, these data cannot tell.`;
    case 'open':
      return `Whether ratings of the other stages tell more of recommending than the last contact, these data cannot tell.`;
  }
}

function controlSentence({ control, controlled }: RestOfJourney, told: Told, context: ReportContext): string {
  const { locale } = context.config;
  if (control === null) {
    return `For the control it needs ${FEWEST_JOURNEYS} customers who rated further contacts of one stage besides; ${controlled < context.config.minimum_base ? 'there are not as many' : `these data have ${count(controlled, locale)}`}.`;
  }
  const { lead } = control;
  const by = `${points(context, lead.difference)} (between ${between(lead, context)})`;
  const compared = {
    more: `more by ${by}`,
    less: `less by ${by}`,
    'no more': 'about the same',
    'adds only': `a difference of ${by} that settles nothing`,
    nothing: `a difference of ${by}`,
    open: `a difference of ${by}`,
  }[told];
  return `Of ${count(controlled, locale)} customers who rated further contacts of one stage too, equally many ratings add ${points(context, control.others)} from other stages and ${points(context, control.same)} from those contacts: ${compared}.`;
}

/** Both ends of the interval of a difference: `2.1 and 9.4`. */
function between({ low, high }: Difference, context: ReportContext): string {
  return formatFor(context, ID).differenceRange(low, high).replace(' to ', ' and ');
}

/** A part of the variance as points of it: `12.4 points`. */
function points(context: ReportContext, part: number): string {
  return formatFor(context, ID).difference(part);
}

interface Bar {
  readonly label: string;
  readonly last: number;
  readonly added: number;
  readonly n: number;
}

function barsOf({ customers, last, added, control, controlled }: RestOfJourney): Bar[] {
  const all = { label: 'Last contact and other stages', last, added: added.difference, n: customers };
  const beside = ({ last: alone, others, same }: JourneyControl): Bar[] => [
    { label: 'Other stages, equally many ratings', last: alone, added: others, n: controlled },
    { label: 'Further contacts, equally many ratings', last: alone, added: same, n: controlled },
  ];
  return [all, ...(control === null ? [] : beside(control))];
}

function figureOf(context: ReportContext, result: RestOfJourney): StackFigure {
  const { all } = context.analyses.span;
  const { locale } = context.config;
  const format = formatFor(context, ID);
  const bars = barsOf(result);
  const drawn = bars.map(({ label, last, added, n }) => ({
    label,
    quantities: [last, added].map((value) =>
      quantityOf(context, format, { value, n, customers: n, counts: 'customers' }),
    ),
    end: `${percent(last + added, 1)} of ${count(n, locale)}`,
  }));
  const base = `n = ${count(result.customers, locale)} customers`;
  const { added } = result;
  return {
    kind: 'stack',
    ...figureBase(
      context,
      ID,
      {},
      'explained',
      {
        columns: ['model', 'n', 'last_contact', 'added', 'unit'],
        rows: bars.map(({ label, last, added: gain, n }) => [label, n, last, gain, 'share']),
      },
      { base },
    ),
    unit: 'share',
    headline: `${percent(result.last, 1)} explained by the last contact, ${percent(result.last + added.difference, 1)} with the other stages`,
    subtitle: `Share of the variance in recommending that ratings explain; ${all.label}; ${base}; added by other stages: 95% interval ${format.differenceRange(added.low, added.high)} points`,
    summary: drawn
      .map(
        ({ label, quantities: [last, gain] }) => `${label}: ${last?.text} from the last contact, ${gain?.text} added.`,
      )
      .join(' '),
    parts: [
      { label: 'Last contact', role: 'second' },
      { label: 'Added', role: 'main' },
    ],
    bars: drawn,
    length: 'axis',
    table: {
      caption: `Explained share of the variance in recommending, ${all.label}.`,
      columns: [
        { name: 'Ratings', numeric: false },
        { name: 'Last contact', numeric: true },
        { name: 'Added', numeric: true },
        { name: 'Together', numeric: true },
        { name: 'n (customers)', numeric: true },
      ],
      rows: bars.map(({ label, last, added: gain, n }) => [
        label,
        percent(last, 1),
        percent(gain, 1),
        percent(last + gain, 1),
        count(n, locale),
      ]),
    },
  };
}
