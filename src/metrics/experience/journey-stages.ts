/**
 * What customers meet with at each stage of the journey besides what they say of it: contacts and waits.
 */
import type { CategoryColumn } from '../../dataset/column.ts';
import { dimensionColumn } from '../../dataset/dimension.ts';
import type { INITIATORS } from '../../dataset/model.ts';
import { quantile, quantileInterval } from '../../statistics/quantile.ts';
import type { Analysis, Lack, Span } from '../analysis.ts';
import type { Context } from '../definition.ts';
import { missingField } from '../missing-field.ts';
import { firstResponseTimes } from '../service/first-response-times.ts';

const NEEDS = ['responses.stage | touchpoints.stage'];

/** A number of things and of the customers behind them. */
export interface Counted {
  readonly n: number;
  readonly customers: number;
}

export interface StageFacts {
  readonly stage: string;
  /** Contacts that customers began; null where no table of touchpoints knows the stage. */
  readonly contacts: Counted | null;
  /** Contacts that the company began; null likewise. */
  readonly outreach: Counted | null;
  /** Typical wait for a first answer in tickets that ratings at the stage are about, in seconds; null without any. */
  readonly wait: (Counted & { readonly median: number; readonly low?: number; readonly high?: number }) | null;
}

export interface JourneyStages {
  /** In the order of the journey, stages that nobody declared behind the others by name. */
  readonly stages: readonly StageFacts[];
}

export const journeyStages: Analysis<JourneyStages> = {
  id: 'journey_stages',
  name: 'Stages of the journey',
  label: 'Stages',
  lens: 'experience',
  question: 'What do customers meet with at each stage of the journey?',
  definition:
    'For each stage, in the order that the configuration gives: contacts that customers and the company began, from the ' +
    'table of touchpoints; and the median wait for a first answer, by the calendar, in tickets that a rating at the stage ' +
    'is about. Tickets that nobody rated have no stage, so the wait is that of rated tickets.',
  formula: 'count of contacts; median of the waits that ended',
  who: 'contacts whose stage is known, and tickets that a rating with a stage is about',
  date: 'everything that the data cover',
  tex: String.raw`\tilde{w}_s`,
  symbols: [[String.raw`\tilde{w}_s`, 'the median wait at stage s']],
  elsewhere: [],
  needs: NEEDS,
  unit: 'count',
  direction: 'neutral',
  counts: 'contacts',
  minimum: 'A stage that some row names.',
  margin: null,
  interval: 'Of the wait by order statistics; contacts are full counts.',
  source: 'This report; the table of touchpoints as the company keeps it.',
  analyse,
};

function analyse(context: Context, { all }: Span): JourneyStages | Lack {
  const { dataset, company } = context;
  const missing = missingField(dataset, NEEDS);
  if (missing !== null) return { lacks: missing };
  const named = new Set([
    ...(dimensionColumn(dataset, 'responses', 'stage')?.values ?? []),
    ...(dataset.touchpoints?.columns.stage?.values ?? []),
  ]);
  const stages = [...company.stages, ...[...named].filter((stage) => !company.stages.includes(stage)).sort()];
  const started = startedContacts(context, all.start, all.end);
  const waits = waitsByStage(context);
  return {
    stages: stages.map((stage) => ({
      stage,
      contacts: started?.get(stage)?.customer ?? (started === null ? null : NONE),
      outreach: started?.get(stage)?.company ?? (started === null ? null : NONE),
      wait: waits.get(stage) ?? null,
    })),
  };
}

const NONE: Counted = { n: 0, customers: 0 };

/** Contacts by stage and by who began them; null where no touchpoint has a stage and an initiator. */
function startedContacts(
  { dataset: { touchpoints } }: Context,
  start: number,
  end: number,
): Map<string, Record<(typeof INITIATORS)[number], Counted>> | null {
  const { stage, at, initiated_by: initiator } = touchpoints?.columns ?? {};
  if (touchpoints === null || stage === undefined || initiator === undefined || at === undefined) return null;
  const counts = new Map<string, Record<(typeof INITIATORS)[number], { n: number; customers: number; last: number }>>();
  for (let row = 0; row < touchpoints.rows; row++) {
    const name = valueAt(stage, row);
    const who = valueAt(initiator, row) as (typeof INITIATORS)[number] | null;
    const moment = at[row] as number;
    if (name === null || who === null || moment < start || moment >= end) continue;
    let entry = counts.get(name);
    if (entry === undefined) {
      entry = { customer: { n: 0, customers: 0, last: -1 }, company: { n: 0, customers: 0, last: -1 } };
      counts.set(name, entry);
    }
    const count = entry[who];
    const customer = touchpoints.customer[row] as number;
    count.n++;
    // Rows of one customer follow each other.
    if (customer !== count.last) count.customers++;
    count.last = customer;
  }
  return counts;
}

/** The median wait of the tickets that ratings of each stage are about. */
function waitsByStage(context: Context): Map<string, NonNullable<StageFacts['wait']>> {
  const { dataset } = context;
  const { responses, tickets } = dataset;
  const stage = dimensionColumn(dataset, 'responses', 'stage');
  const waits = new Map<string, { seconds: number[]; customers: Set<number> }>();
  if (responses === null || tickets === null || stage === null) return new Map();
  const { waiting } = firstResponseTimes(context, 'calendar');
  const seen = new Set<number>();
  for (let row = 0; row < responses.rows; row++) {
    const ticket = responses.ticket[row] as number;
    const name = valueAt(stage, row);
    if (ticket < 0 || name === null || waiting.ended[ticket] !== 1 || seen.has(ticket)) continue;
    seen.add(ticket);
    const entry = waits.get(name) ?? { seconds: [], customers: new Set() };
    entry.seconds.push((waiting.milliseconds[ticket] as number) / 1000);
    const customer = tickets.customer[ticket] as number;
    // Whoever is not known stands for nobody else.
    entry.customers.add(customer < 0 ? -2 - ticket : customer);
    waits.set(name, entry);
  }
  return new Map(
    Array.from(waits, ([name, { seconds, customers }]) => {
      const sorted = Float64Array.from(seconds).sort();
      return [
        name,
        {
          n: sorted.length,
          customers: customers.size,
          median: quantile(sorted, 0.5),
          ...(quantileInterval(sorted, 0.5) ?? {}),
        },
      ];
    }),
  );
}

function valueAt({ codes, values }: CategoryColumn, row: number): string | null {
  return values[codes[row] as number] ?? null;
}
