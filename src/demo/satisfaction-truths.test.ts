/**
 * What was planted for the contrasts of satisfaction and experience (C1 to C7), found again by arithmetic of its own.
 */
import { describe, expect, test } from 'vitest';
import type { Response } from './answers.ts';
import {
  average,
  betweenGroups,
  correlation,
  kappa,
  regression,
  resampled,
  wilsonLow,
  withinStrata,
} from './arithmetic-for-tests.ts';
import { DAY, dayNumber, instantAt, monthOf } from './clock.ts';
import { CHANGES, DEPARTMENTS, STAGES } from './company.ts';
import type { Customer } from './customers.ts';
import { createRandom } from './random.ts';
import { codedComments, longAnswers } from './rated-aspects-for-tests.ts';
import { answers, contactsOf, demo, ratings, recommends, relationships, satisfied } from './rows-for-tests.ts';
import { EXPORT_END, type Ticket } from './tickets.ts';

const { customers, responses, tickets, touchpoints } = demo;
const random = createRandom(1, 'resamples');
const rated = ratings.filter((answer): answer is typeof answer & { readonly ticket: Ticket } => answer.ticket !== null);

describe('C1: one contact or the whole journey', () => {
  test('all stages but the first have 30 answers or more; the offer is hardly asked about', () => {
    const counts = STAGES.map((stage) => answers.filter((answer) => answer.stage === stage).length);
    expect(counts[0]).toBeLessThan(30);
    expect(counts[0]).toBeGreaterThanOrEqual(10);
    expect(Math.min(...counts.slice(1))).toBeGreaterThan(400);
  });

  test('the other stages add much to what the last contact says about recommending', () => {
    const rows = longAnswers.filter(({ csat }) => csat !== null);
    const others = (row: (typeof rows)[number]) =>
      average(STAGES.filter((stage) => stage !== 'Use').map((stage) => row.aspects[stage] as number));
    const added = (sample: typeof rows) => {
      const nps = sample.map((row) => row.nps);
      const last = sample.map((row) => [row.csat as number]);
      const both = sample.map((row) => [row.csat as number, others(row)]);
      return regression(both, nps).r2 - regression(last, nps).r2;
    };
    expect(rows.length).toBeGreaterThan(500);
    expect(resampled(random, rows, (sample) => added([...sample]))[0]).toBeGreaterThan(0.2);
  });

  test('two contacts go well for the same customers more often than chance has it', () => {
    const pairs = [...Map.groupBy(ratings, ({ customer }) => customer).values()].filter((own) => own.length === 2);
    const share = average(pairs.map((own) => Number(own.every((answer) => satisfied(answer) === 1))));
    const pooled = average(ratings.map(satisfied));
    expect(pairs.length).toBeGreaterThan(500);
    expect(wilsonLow(share, pairs.length)).toBeGreaterThan(pooled ** 2);
  });
});

describe('C2: what is reasoned and what is felt', () => {
  test('three feelings carry more than four things that can be reasoned about, and more than both share', () => {
    const rational = ['speed', 'ease', 'quality', 'price'];
    const felt = ['valued', 'confident', 'relaxed'];
    const parts = (rows: typeof longAnswers) => {
      const explained = (names: readonly string[]) =>
        regression(
          rows.map(({ aspects }) => names.map((name) => aspects[name] as number)),
          rows.map(({ nps }) => nps),
        ).r2;
      const [all, one, other] = [explained([...rational, ...felt]), explained(rational), explained(felt)];
      return { rational: all - other, felt: all - one, common: one + other - all };
    };
    const { felt: own, common } = parts(longAnswers);
    expect(own).toBeGreaterThan(common);
    const [low] = resampled(
      random,
      longAnswers,
      (rows) => {
        const found = parts([...rows]);
        return found.felt - found.rational;
      },
      { times: 60 },
    );
    expect(low).toBeGreaterThan(0.15);
  });

  test('a quarter of the satisfied feel nothing or worse, most of all in Billing', () => {
    const content = ratings.filter(({ csat, emotion }) => (csat as number) >= 4 && emotion !== null);
    const flat = (rows: readonly Response[]) =>
      average(rows.map(({ emotion }) => Number(emotion !== 'happy' && emotion !== 'delighted')));
    const inBilling = ({ ticket, department }: Response) => (ticket?.department ?? department) === 'Billing';
    const [billing, others] = [content.filter(inBilling), content.filter((answer) => !inBilling(answer))];
    expect(flat(content)).toBeCloseTo(0.25, 1);
    expect(flat(billing) - flat(others)).toBeGreaterThan(0.07);
  });

  test('satisfied promoters write of neighbours and with feeling, satisfied detractors of prices', () => {
    const side = (test: (nps: number) => boolean) =>
      codedComments.filter(({ answer, nps }) => (answer.csat as number) >= 4 && test(nps));
    const [promoters, detractors] = [side((nps) => nps >= 9), side((nps) => nps <= 6)];
    const with_ = (rows: typeof promoters, word: string) =>
      average(rows.map(({ answer }) => Number(answer.comment.toLowerCase().includes(word))));
    const felt = (rows: typeof promoters) => average(rows.map(({ codes }) => Number(codes.Iris?.[2] === 'emotional')));
    for (const rows of [promoters, detractors]) {
      expect(rows.length).toBeGreaterThan(80);
      const words = rows.reduce((sum, { answer }) => sum + new Set(answer.comment.toLowerCase().split(/\W+/)).size, 0);
      expect(words).toBeGreaterThan(1500);
    }
    expect(with_(promoters, 'neighbours')).toBeGreaterThan(0.2);
    expect(with_(detractors, 'neighbours')).toBe(0);
    expect(with_(detractors, 'price')).toBeGreaterThan(0.4);
    expect(with_(promoters, 'price')).toBe(0);
    expect(felt(promoters) - felt(detractors)).toBeGreaterThan(0.3);
  });
});

describe('C3: satisfaction is of the moment, the willingness to recommend lasts', () => {
  /** Two answers of one customer so many days apart. */
  function pairs(
    rows: readonly (typeof answers)[number][],
    value: (answer: Response) => number,
    from: number,
    to: number,
  ) {
    const found: { customer: Customer; pair: [number, number] }[] = [];
    for (const [customer, own] of Map.groupBy(rows, (row) => row.customer)) {
      for (const [index, one] of own.entries()) {
        for (const other of own.slice(index + 1)) {
          const gap = Math.abs(other.submittedAt - one.submittedAt) / DAY;
          if (gap > from && gap <= to) found.push({ customer, pair: [value(one), value(other)] });
        }
      }
    }
    return found;
  }
  const csat = (from: number, to: number) => pairs(ratings, (answer) => answer.csat as number, from, to);
  const nps = (from: number, to: number) => pairs(relationships, (answer) => answer.nps as number, from, to);

  test('a quarter apart, recommendations agree far better than ratings', () => {
    const [one, other] = [csat(60, 120), nps(60, 120)];
    for (const found of [one, other]) expect(new Set(found.map(({ customer }) => customer)).size).toBeGreaterThan(100);
    const low = resampled(random, other, (rows) => correlation(rows.map(({ pair }) => pair)))[0];
    expect(low - correlation(one.map(({ pair }) => pair))).toBeGreaterThan(0.15);
  });

  test.each([
    [0, 30],
    [30, 90],
    [90, 180],
    [180, 800],
  ])('pairs %i to %i days apart are 50 or more of both, in different quarters', (from, to) => {
    expect(csat(from, to).length).toBeGreaterThan(50);
    expect(nps(from, to).length).toBeGreaterThan(60);
  });
});

describe('C4: departments', () => {
  test('ratings differ between them, recommendations do not', () => {
    const byDepartment = DEPARTMENTS.map((name) =>
      rated.filter(({ ticket }) => ticket.department === name).map(({ csat }) => csat as number),
    );
    const latest = new Map(relationships.map((answer) => [answer.customer, answer.nps as number]));
    const usual = (customer: Customer) => {
      const counts = Map.groupBy(contactsOf.get(customer) ?? [], ({ department }) => department);
      return [...counts].sort((a, b) => b[1].length - a[1].length)[0]?.[0];
    };
    const customersOf = DEPARTMENTS.map((name) =>
      [...latest].filter(([customer]) => usual(customer) === name).map(([, nps]) => nps),
    );
    expect(betweenGroups(byDepartment)).toBeGreaterThan(0.06);
    expect(betweenGroups(customersOf)).toBeLessThan(0.01);
  });

  test('who had to do with several within 90 days is less satisfied, topic and number of contacts held equal', () => {
    const rows = rated.flatMap((answer) => {
      const recent = (contactsOf.get(answer.customer) ?? []).filter(
        ({ createdAt }) => createdAt <= answer.ticket.createdAt && createdAt > answer.ticket.createdAt - 90 * DAY,
      );
      if (recent.length < 2) return [];
      const stratum = `${answer.ticket.category} ${Math.min(recent.length, 4)}`;
      const exposed = new Set(recent.map(({ department }) => department)).size > 1;
      return [{ stratum, exposed, outcome: satisfied(answer) === 1 }];
    });
    const { difference, error } = withinStrata(rows);
    expect(difference).toBeLessThan(-0.05);
    expect(difference / error).toBeLessThan(-3);
  });
});

describe('C5: scores and words', () => {
  test('a fifth of the customers of today were heard by nothing within a year', () => {
    const since = EXPORT_END - 365 * DAY;
    const heard = new Set([
      ...answers.filter(({ submittedAt }) => submittedAt >= since).map(({ customer }) => customer),
      ...tickets
        .filter(({ createdAt, named, proactive }) => createdAt >= since && named && !proactive)
        .map(({ customer }) => customer),
    ]);
    const here = customers.filter(({ churnedAt }) => churnedAt === null);
    expect(average(here.map((customer) => Number(!heard.has(customer))))).toBeCloseTo(0.2, 1);
  });

  test('two people agree on what they read, and read complaints beside the best rating', () => {
    expect(codedComments.length).toBeGreaterThan(250);
    for (const kind of [0, 1, 2]) {
      const pairs = codedComments.map(({ codes }) => [codes.Iris?.[kind], codes.Tom?.[kind]] as [string, string]);
      expect(kappa(pairs)).toBeGreaterThan(0.7);
    }
    const best = codedComments.filter(({ answer }) => answer.csat === 5);
    const complaints = best.filter(({ codes }) => codes.Iris?.[0] === 'negative' && codes.Tom?.[0] === 'negative');
    expect(best.length).toBeGreaterThan(100);
    expect(wilsonLow(complaints.length / best.length, best.length)).toBeGreaterThan(0.2);
  });
});

describe('C6: ahead of complaints and departures', () => {
  test('the company starts more of the contacts from the day of the notices', () => {
    const share = (rows: typeof touchpoints) =>
      average(rows.map(({ initiatedBy }) => Number(initiatedBy === 'company')));
    const day = instantAt(dayNumber(CHANGES.notices), 0);
    const [before, since] = [touchpoints.filter(({ at }) => at < day), touchpoints.filter(({ at }) => at >= day)];
    expect(share(since) - share(before)).toBeGreaterThan(0.12);
    const months = Map.groupBy(touchpoints, ({ at }) => monthOf(at));
    expect(months.size).toBe(25);
    for (const own of months.values()) expect(own.length).toBeGreaterThan(50);
    // Three standard errors of a month above the level before.
    const level = share(before);
    const later = [...months].filter(([month]) => month > '2025-11').map(([, own]) => own);
    const above = later.filter((own) => share(own) > level + 3 * Math.sqrt((level * (1 - level)) / own.length));
    expect(above.length).toBeGreaterThan(2);
  });

  test('customers with a bad answer leave more often within the next 90 days', () => {
    const of = Map.groupBy(answers, ({ customer }) => customer);
    const bad = ({ csat, ces, emotion }: Response) =>
      (csat !== null && csat <= 2) ||
      (ces !== null && ces <= 3) ||
      ['angry', 'frustrated', 'disappointed'].includes(emotion ?? '');
    const left = { alarm: [] as number[], all: [] as number[] };
    for (const at of [180, 90].map((days) => EXPORT_END - days * DAY)) {
      for (const customer of customers) {
        const { joinedAt, churnedAt } = customer;
        if (joinedAt > at || (churnedAt !== null && churnedAt <= at)) continue;
        const recent = (of.get(customer) ?? []).filter(
          ({ submittedAt }) => submittedAt <= at - 7 * DAY && submittedAt > at - 97 * DAY,
        );
        const leaves = Number(churnedAt !== null && churnedAt <= at + 90 * DAY);
        left.all.push(leaves);
        if (recent.some(bad)) left.alarm.push(leaves);
      }
    }
    expect(wilsonLow(average(left.alarm), left.alarm.length)).toBeGreaterThan(average(left.all));
  });
});

describe('C7: one contact and the relationship', () => {
  test('a fifth of those who answer both within 90 days are satisfied and would not recommend, few the other way round', () => {
    const of = Map.groupBy(rated, ({ customer }) => customer);
    const pairs = relationships.flatMap((answer) => {
      const before = (of.get(answer.customer) ?? []).filter(
        ({ submittedAt }) => submittedAt < answer.submittedAt && submittedAt > answer.submittedAt - 90 * DAY,
      );
      const last = before.toSorted((a, b) => b.submittedAt - a.submittedAt)[0];
      return last === undefined ? [] : [{ good: satisfied(last) === 1, recommends: recommends(answer) }];
    });
    const share = (test: (pair: (typeof pairs)[number]) => boolean) => average(pairs.map((pair) => Number(test(pair))));
    expect(pairs.length).toBeGreaterThan(500);
    expect(share(({ good, recommends: code }) => good && code < 0)).toBeGreaterThan(0.15);
    expect(share(({ good, recommends: code }) => !good && code > 0)).toBeLessThan(0.08);
  });

  test('no survey after a contact asks whether one recommends', () => {
    expect(responses.filter(({ ticket, nps }) => ticket !== null && nps !== null)).toEqual([]);
  });
});
