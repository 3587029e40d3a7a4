import { describe, expect, test } from 'vitest';
import { compareWithReference, type ReferenceCase, referenceCases } from '../../tests/reference-case.ts';
import { type WorkingClock, type WorkingHours, workingClock } from '../calendar/business-hours.ts';
import type { Period } from '../calendar/period.ts';
import { quantile } from '../statistics/quantile.ts';
import type { Cell, Metric, WorkingTime } from './definition.ts';
import { estimateShare } from './estimators/share.ts';
import { estimateSurvivalShare } from './estimators/survival-share.ts';
import { emotion } from './experience/emotion.ts';
import { nps } from './experience/nps.ts';
import { npsDetractors, npsPassives, npsPromoters } from './experience/nps-shares.ts';
import { ces } from './satisfaction/ces.ts';
import { cesMean } from './satisfaction/ces-mean.ts';
import { csat } from './satisfaction/csat.ts';
import { csatMean } from './satisfaction/csat-mean.ts';
import { backlog } from './service/backlog.ts';
import { fcrReopen } from './service/fcr-reopen.ts';
import { fcrReply } from './service/fcr-reply.ts';
import { fcrWindow, WINDOWS, type Window } from './service/fcr-window.ts';
import {
  firstResponseMedian,
  firstResponseMedianBusiness,
  firstResponseP90,
  firstResponseP90Business,
} from './service/first-response.ts';
import { nextContact, nextContactInCategory } from './service/next-contact.ts';
import { openAgeMedian, openAgeP90 } from './service/open-age.ts';
import { reopen } from './service/reopen.ts';
import { repeatContact, returnsOfCustomers } from './service/repeat-contact.ts';
import { resolutionMedian, resolutionP90 } from './service/resolution.ts';
import { solutionMoments } from './service/solution-moment.ts';
import { solvedOutcomes, wasReopened } from './service/solved-outcomes.ts';
import { type TicketFlow, ticketFlow } from './service/ticket-flow.ts';
import { transfers } from './service/transfers.ts';
import { transfersMean } from './service/transfers-mean.ts';
import { cellOf, cellsByValue, contextOf, datasetOf, instant, type Row, sliceOf } from './testing.ts';

/** Numbers agree to the tolerance of the stored cases. */
function close(actual: number | undefined, expected: number): void {
  expect(actual).toBeDefined();
  expect(Math.abs((actual as number) - expected)).toBeLessThanOrEqual(Math.max(1e-9, 1e-7 * Math.abs(expected)));
}

const given = (text: string | undefined) => (text === undefined || text === '' ? undefined : Number(text));

describe.each(referenceCases('base_metrics'))(
  'survey figures agree with R and statsmodels: $name',
  ({ rows, expected }) => {
    const answeredBy = (row: (typeof rows)[number]) => ({
      customer_id: row.respondent_id,
      submitted_at: '2026-03-01T12:00Z',
      csat: given(row.csat_1_5),
      ces: given(row.ces_1_7_agree),
      emotion: given(row.emotion_m2_p2),
    });
    const dataset = datasetOf({ responses: rows.map(answeredBy) });
    const stored = expected as Record<'csat' | 'ces' | 'emotion', Record<string, number>>;

    test.each([
      ['csat', csat, csatMean],
      ['ces', ces, cesMean],
    ] as const)('%s', (name, share, mean) => {
      const figures = stored[name];
      expect(cellOf(share, dataset).n).toBe(figures.n);
      close(cellOf(share, dataset).value, figures.top as number);
      close(cellOf(share, dataset).low, figures.top_lo as number);
      close(cellOf(share, dataset).high, figures.top_hi as number);
      close(cellOf(mean, dataset).value, figures.mean as number);
      close(cellOf(mean, dataset).low, figures.t_lo as number);
      close(cellOf(mean, dataset).high, figures.t_hi as number);
    });

    test('emotion', () => {
      const cell = cellOf(emotion, dataset);
      expect(cell.n).toBe(stored.emotion.n);
      close(cell.value, 100 * (stored.emotion.net as number));
      close(cell.low, 100 * (stored.emotion.net_adj_lo as number));
      close(cell.high, 100 * (stored.emotion.net_adj_hi as number));
    });
  },
);

describe.each(referenceCases('nps'))(
  'the Net Promoter Score agrees with R and statsmodels: $name',
  ({ rows, expected }) => {
    const stored = expected as Record<'n' | 'promoters' | 'passives' | 'detractors' | 'nps', number> & {
      adjusted_wald: { lo: number; hi: number };
    };
    const dataset = datasetOf({
      responses: rows.map((row) => ({
        customer_id: row.respondent_id,
        submitted_at: '2026-03-01T12:00Z',
        nps: given(row.score),
      })),
    });

    test('score, interval and shares', () => {
      const cell = cellOf(nps, dataset);
      expect(cell.n).toBe(stored.n);
      close(cell.value, 100 * stored.nps);
      close(cell.low, 100 * stored.adjusted_wald.lo);
      close(cell.high, 100 * stored.adjusted_wald.hi);
      close(cellOf(npsPromoters, dataset).value, stored.promoters / stored.n);
      close(cellOf(npsPassives, dataset).value, stored.passives / stored.n);
      close(cellOf(npsDetractors, dataset).value, stored.detractors / stored.n);
    });
  },
);

describe.each(referenceCases('cluster_se'))('customers with several answers: $name', ({ rows, expected }) => {
  const stored = expected as Record<'n' | 'customers' | 'estimate' | 'cluster_se' | 'deff', number>;

  test('standard error and design effect agree with R survey', () => {
    const cell = cellOf(
      csat,
      datasetOf({
        responses: rows.map((row) => ({
          customer_id: row.customer_id,
          submitted_at: '2026-03-01T12:00Z',
          csat: row.top2 === '1' ? 5 : 1,
        })),
      }),
    );
    expect([cell.n, cell.customers]).toEqual([stored.n, stored.customers]);
    close(cell.value, stored.estimate);
    close(cell.standardError, stored.cluster_se);
    close(cell.effectiveN, stored.n / Math.max(1, stored.deff));
  });
});

describe.each(referenceCases('fcr'))('first contact resolution agrees with R and pandas: $name', (reference) => {
  const dataset = datasetOf({
    tickets: reference.rows.map((row) => ({
      customer_id: row.customer_id,
      category: row.topic,
      created_at: row.created_at,
      resolved_at: row.resolved_at === '' ? undefined : row.resolved_at,
      status: row.status,
      reopens: Number(row.reopens),
      replies: Number(row.agent_public_replies),
      transfers: Number(row.assignees) - 1,
    })),
    coverage: ['2024-01-01', reference.params.extract_end as string],
  });
  const slice = sliceOf({ periods: ['2024'] });
  const figure = (metric: Metric, data = dataset): Cell => metric.estimate(contextOf(data), slice).cells[0] as Cell;

  test('every definition, every window and the Kaplan–Meier curve of returns', () => {
    const { waiting } = returnsOfCustomers(dataset);
    // Long after the end every solution has had its time: then the rate is over all solved tickets.
    const muchLater = { ...dataset, extractEnd: dataset.extractEnd + 365 * DAY };
    const { differences, compared } = compareWithReference(reference, {
      tickets: figure(transfers).n,
      solved: figure(fcrReply).n,
      vendor_one_touch: figure(fcrReply).value,
      reopen_rate: figure(reopen, muchLater).value,
      transfer_rate: figure(transfers).value,
      windows: WINDOWS.map((days) => windowFigures(days)),
      km_repeat_contact_any: WINDOWS.map((days) => ({
        days,
        repeat_by: estimateSurvivalShare(dataset, waiting, days * DAY, slice).cells[0]?.value,
      })),
      km_n: figure(repeatContact).n,
      km_events: waiting.ended.reduce((sum, ended) => sum + ended, 0),
    });
    expect(differences).toEqual([]);
    expect(compared).toBe(34);
  });

  /** Shares of solved tickets whose window is complete. */
  function windowFigures(days: Window) {
    const solvedAt = solutionMoments(dataset);
    const share = (needsCategory: boolean, outcome: (row: number) => boolean) => {
      const rule = { windowDays: days, customerCreated: true, needsCustomer: true, needsCategory };
      const { sample } = solvedOutcomes(dataset, { ...rule, outcome: (row) => (outcome(row) ? 1 : 0) });
      return estimateShare(dataset, sample, slice).cells[0]?.value;
    };
    const within = (next: Float64Array) => (row: number) =>
      (next[row] as number) <= (solvedAt[row] as number) + days * DAY;
    return {
      days,
      eligible: figure(fcrWindow(days, 'any')).n,
      fcr_no_reopen: share(false, (row) => wasReopened(dataset, row) === false),
      fcr_no_reopen_no_repeat_any: figure(fcrWindow(days, 'any')).value,
      fcr_no_reopen_no_repeat_same_topic: figure(fcrWindow(days, 'topic')).value,
      repeat_contact_any: share(false, within(nextContact(dataset))),
      repeat_contact_same_topic: share(true, within(nextContactInCategory(dataset))),
    };
  }

  test('the metrics of reopening and returning are those of the window of 7 days', () => {
    const stored = reference.expected as FcrExpected;
    const [week] = stored.windows;
    expect([figure(fcrReopen).n, figure(reopen).n]).toEqual([week?.eligible, week?.eligible]);
    close(figure(fcrReopen).value, week?.fcr_no_reopen ?? Number.NaN);
    close(figure(reopen).value, 1 - (week?.fcr_no_reopen ?? Number.NaN));
    close(figure(repeatContact).value, stored.km_repeat_contact_any[0]?.repeat_by ?? Number.NaN);
  });

  test('the mean number of transfers is that of the rows', () => {
    const sum = reference.rows.reduce((total, row) => total + Number(row.assignees) - 1, 0);
    close(figure(transfersMean).value, sum / reference.rows.length);
  });
});

interface FcrExpected {
  readonly windows: readonly { readonly days: number; readonly eligible: number; readonly fcr_no_reopen: number }[];
  readonly km_repeat_contact_any: readonly { readonly repeat_by: number }[];
}

describe.each(referenceCases('backlog'))('open tickets agree with R and an event sweep: $name', (reference) => {
  const { rows, params } = reference;
  const [from, to] = [params.window_start as string, params.window_end as string];
  const dataset = datasetOf({
    tickets: rows.map((row) => ({
      created_at: row.created_at,
      resolved_at: row.resolved_at === '' ? undefined : row.resolved_at,
      // A category a ticket, so that the age of each can be read.
      category: row.ticket_id,
    })),
    coverage: [from, to],
  });
  const stored = reference.expected as { end_of_day: readonly { day: string }[]; mean_age_of_open_days: number | null };
  const days = stored.end_of_day.map(({ day }): Period => {
    const start = instant(day);
    return { code: day, grain: 'month', start, end: start + DAY, label: day, partial: false };
  });
  const window = { ...(days[0] as Period), end: instant(to) };
  const overall = (metric: Metric, periods: readonly Period[]) =>
    metric.estimate(contextOf(dataset), { periods, dimension: null, where: {} }).cells;

  test('every day, Little’s law and the age of what is left', () => {
    const { flow } = ticketFlow(dataset, window) as TicketFlow;
    const ages = openAgeMedian
      .estimate(contextOf(dataset), { periods: [window], dimension: 'category', where: {} })
      .cells.flatMap(({ n, value = 0 }) => (n === 0 ? [] : [value / 86_400]));
    const { differences, compared } = compareWithReference(reference, {
      days: flow.steps,
      opening_backlog: flow.opening,
      arrivals: flow.arrivals,
      resolved_in_window: flow.departures,
      end_of_day: overall(backlog, days).map(({ value }, index) => ({ day: days[index]?.code, open: value })),
      L_time_average: flow.averageInside,
      lambda_per_day: flow.arrivalRate,
      W_days_in_window: flow.timeInside,
      closing_backlog: overall(backlog, [window])[0]?.value,
      mean_age_of_open_days: ages.length === 0 ? null : ages.reduce((sum, age) => sum + age, 0) / ages.length,
    });
    expect(differences).toEqual([]);
    expect(compared).toBe(2 * days.length + 9);
    expect([...flow.inside]).toEqual(overall(backlog, days).map(({ value }) => value));

    const sorted = Float64Array.from(ages).sort();
    for (const [metric, p] of [
      [openAgeMedian, 0.5],
      [openAgeP90, 0.9],
    ] as const) {
      const cell = overall(metric, [window])[0];
      expect(cell?.n).toBe(ages.length);
      if (ages.length > 0) close(cell?.value, quantile(sorted, p) * 86_400);
    }
  });
});

describe.each(referenceCases('km'))('resolution times agree with R survival: $name', ({ rows, expected }) => {
  const { groups } = expected as { groups: Record<string, KmGroup> };
  const unit = Object.keys(rows[0] ?? {}).includes('hours') ? 'hours' : 'time';
  const end = instant('2026-07-01');
  // A ticket that is still open after t hours was created t hours before the data end.
  const dataset = datasetOf({
    tickets: rows.map((row) => {
      const created = end - Math.round(Number(row[unit]) * HOUR);
      return {
        created_at: new Date(created).toISOString(),
        resolved_at: row.resolved === '1' || row.event === '1' ? new Date(end).toISOString() : undefined,
        category: row.group,
      };
    }),
  });

  test.each(Object.keys(groups))('%s', (name) => {
    const quantiles = groups[name]?.loglog.quantiles ?? [];
    for (const [metric, p] of [
      [resolutionMedian, 0.5],
      [resolutionP90, 0.9],
    ] as const) {
      const cell = cellsByValue(metric, dataset, sliceOf({ dimension: 'category' }))[name] as Cell;
      const { est, lo, hi } = quantiles.find(({ prob }) => prob === p) as KmQuantile;
      expect([cell.n, cell.events]).toEqual([groups[name]?.n, groups[name]?.events]);
      expect(hours(cell.value)).toBe(est);
      expect(hours(cell.low)).toBe(lo);
      expect(hours(cell.high)).toBe(hi);
    }
  });
});

/** The schedule of a case as opening hours. */
function hoursOf({ params }: ReferenceCase): WorkingHours {
  const schedule = params.schedule as Readonly<Record<string, [string, string][]>>;
  return {
    zone: params.timezone as string,
    week: {
      monday: schedule.mon ?? [],
      tuesday: schedule.tue ?? [],
      wednesday: schedule.wed ?? [],
      thursday: schedule.thu ?? [],
      friday: schedule.fri ?? [],
      saturday: schedule.sat ?? [],
      sunday: schedule.sun ?? [],
    },
    holidays: params.holidays as string[],
  };
}

const MINUTE = 60_000;

/** Median and 90th percentile of first responses in minutes, as the metrics give them. */
function responseMinutes(tickets: readonly Row[], workingTime: WorkingClock | WorkingTime, department?: string) {
  const dataset = datasetOf({ tickets, coverage: ['2024-01-01', '2025-01-01'] });
  const where = department === undefined ? {} : { department };
  const minutes = (metric: Metric) =>
    (metric.estimate(contextOf(dataset, workingTime), sliceOf({ periods: ['2024'], where })).cells[0]?.value ?? 0) / 60;
  return {
    business: { median: minutes(firstResponseMedianBusiness), p90: minutes(firstResponseP90Business) },
    calendar: { median: minutes(firstResponseMedian), p90: minutes(firstResponseP90) },
  };
}

describe('business hours agree with an enumeration of every minute in R and Python', () => {
  const answered = ({ rows }: ReferenceCase, department: string): Row[] =>
    rows.map((row) => ({ created_at: row.created_at, first_response_at: row.first_reply_at, department }));
  const cases = referenceCases('business_hours');

  test.each(cases)('every ticket, the median and the 90th percentile on both clocks: $name', (reference) => {
    const worked = workingClock(hoursOf(reference));
    const found = {
      rows: reference.rows.map((row) => {
        const [from, to] = [instant(row.created_at as string), instant(row.first_reply_at as string)];
        return {
          ticket_id: row.ticket_id,
          calendar_minutes: (to - from) / MINUTE,
          business_minutes: worked(from, to) / MINUTE,
        };
      }),
      ...responseMinutes(answered(reference, 'all'), worked),
    };
    const { differences, compared } = compareWithReference(reference, found);
    expect(differences).toEqual([]);
    expect(compared).toBeGreaterThan(75);
  });

  test('each case keeps its own hours where both are departments of one company', () => {
    const [first, second] = cases as [ReferenceCase, ReferenceCase];
    const clocks: WorkingTime = {
      usual: workingClock(hoursOf(first)),
      ofDepartment: new Map([['second', workingClock(hoursOf(second))]]),
      words: 'the business hours of each department',
    };
    const tickets = [...answered(first, 'first'), ...answered(second, 'second')];
    for (const [department, { expected }] of Object.entries({ first, second })) {
      const stored = expected as { business: Quantiles; calendar: Quantiles };
      const found = responseMinutes(tickets, clocks, department);
      for (const clock of ['business', 'calendar'] as const) {
        close(found[clock].median, stored[clock].median);
        close(found[clock].p90, stored[clock].p90);
      }
    }
  });
});

interface Quantiles {
  readonly median: number;
  readonly p90: number;
}

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

const hours = (seconds: number | undefined) => (seconds === undefined ? null : seconds / 3600);

interface KmQuantile {
  readonly prob: number;
  readonly est: number | null;
  readonly lo: number | null;
  readonly hi: number | null;
}

interface KmGroup {
  readonly n: number;
  readonly events: number;
  readonly loglog: { readonly quantiles: readonly KmQuantile[] };
}
