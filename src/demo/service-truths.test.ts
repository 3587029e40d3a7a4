/**
 * What was planted for the contrasts of experience and service (C8 to C11), the similarities (S1 to S6) and automation
 * (A1), found again by arithmetic of its own.
 */
import { describe, expect, test } from 'vitest';
import {
  auc,
  average,
  distance,
  importance,
  type Mean,
  meanOf,
  regression,
  resampled,
  wilsonLow,
  withinStrata,
} from './arithmetic-for-tests.ts';
import { DAY, dayOf, instantAt, monthOf, openingHours } from './clock.ts';
import { CATEGORIES, STAGES } from './company.ts';
import { createRandom } from './random.ts';
import { besideAnswers, codedComments, longAnswers } from './rated-aspects-for-tests.ts';
import {
  type Answer,
  answers,
  atFirstContact,
  comesBack,
  contactsOf,
  demo,
  type Mature,
  mature,
  ratings,
  recommends,
  relationships,
  satisfied,
} from './rows-for-tests.ts';
import { EXPORT_END, type Ticket } from './tickets.ts';

const { actions, events, tickets, touchpoints } = demo;
const random = createRandom(2, 'resamples');
const rated = ratings.filter((answer): answer is Answer & { readonly ticket: Ticket } => answer.ticket !== null);
const ratingsOf = Map.groupBy(rated, ({ customer }) => customer);
const eventsOf = Map.groupBy(events, ({ ticketId }) => ticketId);
const latest = [...new Map(relationships.map((answer) => [answer.customer, answer])).values()];
const isPromoter = (answer: Answer) => Number(recommends(answer) > 0);

describe('C8: the whole journey and service', () => {
  test('customers who needed service within half a year recommend far less', () => {
    const needed = (answer: Answer) =>
      (contactsOf.get(answer.customer) ?? []).some(
        ({ createdAt }) => createdAt < answer.submittedAt && createdAt > answer.submittedAt - 180 * DAY,
      );
    const [with_, without] = [true, false].map((one) =>
      meanOf(
        latest.filter((answer) => needed(answer) === one),
        recommends,
      ),
    ) as [Mean, Mean];
    expect(with_.value - without.value).toBeLessThan(-20);
    expect(distance(without, with_)).toBeLessThan(-8);
  });

  test('using is a fifth of what the stages explain of recommending, renewing is most of it', () => {
    const parts = (rows: typeof longAnswers) => {
      const found = importance(
        rows.map(({ aspects }) => STAGES.map((stage) => aspects[stage] as number)),
        rows.map(({ nps }) => nps),
      );
      const total = found.reduce((sum, part) => sum + part, 0);
      return found.map((part) => part / total);
    };
    const [discover, join, setUp, use, renew] = parts(longAnswers) as [number, number, number, number, number];
    expect(longAnswers.length).toBeGreaterThan(400);
    expect(use).toBeGreaterThan(0.15);
    expect(use).toBeLessThan(0.28);
    expect(renew).toBeGreaterThan(0.55);
    expect(Math.max(discover, join, setUp)).toBeLessThan(use);
  });

  test('customers start most contacts while they use and renew, the company while they join and set up', () => {
    const ratio = (stage: string) => {
      const own = touchpoints.filter((touchpoint) => touchpoint.stage === stage);
      const byCustomer = own.filter(({ initiatedBy }) => initiatedBy === 'customer').length;
      expect(Math.min(byCustomer, own.length - byCustomer)).toBeGreaterThanOrEqual(20);
      // Standard errors of the logarithm of the ratio from zero.
      return (
        Math.log(byCustomer / (own.length - byCustomer)) / Math.sqrt(1 / byCustomer + 1 / (own.length - byCustomer))
      );
    };
    for (const stage of ['Discover', 'Use', 'Renew']) expect(ratio(stage)).toBeGreaterThan(4);
    for (const stage of ['Join', 'Set up']) expect(ratio(stage)).toBeLessThan(-2.5);
  });
});

describe('C9: support and the other departments', () => {
  test('no category needs a second department in half of its cases', () => {
    for (const category of CATEGORIES) {
      const own = tickets.filter((ticket) => ticket.category === category && !ticket.proactive);
      const share = average(own.map(({ transfers }) => Number(transfers > 0)));
      expect(share).toBeGreaterThan(0.05);
      expect(share).toBeLessThan(0.35);
    }
  });

  test('close to half of the wait is outside support, most of it in Installations', () => {
    const minutes: Record<string, number> = {};
    const cases = tickets.filter(
      ({ id, proactive }) => !proactive && eventsOf.get(id)?.some(({ type }) => type === 'assigned'),
    );
    for (const ticket of cases) {
      const until = ticket.resolvedAt ?? EXPORT_END;
      let [holder, since, waiting] = ['nobody', ticket.createdAt, false];
      const pass = (at: number) => {
        const key = waiting ? 'customer' : holder;
        minutes[key] = (minutes[key] ?? 0) + openBetween(since, Math.min(at, until));
        since = at;
      };
      for (const { type, at, to } of eventsOf.get(ticket.id) ?? []) {
        if (at > until) break;
        pass(at);
        if (type === 'assigned' || type === 'group_changed') holder = to;
        if (type === 'status_changed') waiting = to === 'pending' || to === 'solved';
      }
      pass(until);
    }
    const { customer = 0, ...ours } = minutes;
    const total = Object.values(ours).reduce((sum, value) => sum + value, 0);
    const support = (ours['Help desk'] ?? 0) + (ours['Technical support'] ?? 0);
    expect(cases.length).toBeGreaterThan(1000);
    expect(1 - support / total).toBeGreaterThan(0.4);
    expect(1 - support / total).toBeLessThan(0.55);
    expect((ours.Installations ?? 0) / total).toBeGreaterThan(0.3);
    expect(customer).toBeGreaterThan(0);
  });

  test('cases of several departments are rated lower and take longer, category and priority held equal', () => {
    const { difference, error } = withinStrata(
      rated
        .filter(({ ticket }) => !ticket.automated)
        .map((answer) => ({
          stratum: `${answer.ticket.category} ${answer.ticket.priority}`,
          exposed: answer.ticket.transfers > 0,
          outcome: satisfied(answer) === 1,
        })),
    );
    expect(difference).toBeLessThan(-0.08);
    expect(difference / error).toBeLessThan(-5);
    const slow = withinStrata(
      mature
        .filter(({ automated }) => !automated)
        .map((ticket) => ({
          stratum: `${ticket.category} ${ticket.priority}`,
          exposed: ticket.transfers > 0,
          outcome: ticket.resolvedAt - ticket.createdAt > 2 * DAY,
        })),
    );
    expect(slow.difference / slow.error).toBeGreaterThan(5);
  });

  /** Milliseconds within opening hours. */
  function openBetween(from: number, to: number): number {
    let sum = 0;
    for (let day = dayOf(from); day <= dayOf(to); day++) {
      const hours = openingHours(day);
      if (hours === null) continue;
      sum += Math.max(0, Math.min(to, instantAt(day, hours[1])) - Math.max(from, instantAt(day, hours[0])));
    }
    return sum;
  }
});

describe('C10: happiness and leaving', () => {
  const left = (answer: Answer, days: number) =>
    answer.customer.churnedAt !== null && answer.customer.churnedAt <= answer.submittedAt + days * DAY;
  const followed = (days: number) => relationships.filter(({ submittedAt }) => submittedAt + days * DAY <= EXPORT_END);
  const detractors = followed(90).filter((answer) => recommends(answer) < 0);

  test('what customers say on recommending tells more about leaving within 90 days than their last rating', () => {
    const both = followed(90).flatMap((answer) => {
      const last = (ratingsOf.get(answer.customer) ?? []).findLast(
        ({ submittedAt }) => submittedAt <= answer.submittedAt,
      );
      return last === undefined
        ? []
        : [{ nps: answer.nps as number, csat: last.csat as number, left: left(answer, 90) }];
    });
    expect(both.filter((row) => row.left).length).toBeGreaterThan(50);
    const area = (rows: readonly (typeof both)[number][], of: 'nps' | 'csat') =>
      auc(
        rows.filter((row) => row.left).map((row) => row[of]),
        rows.filter((row) => !row.left).map((row) => row[of]),
      );
    expect(area(both, 'nps') - area(both, 'csat')).toBeGreaterThan(0.12);
  });

  test('detractors leave sooner: more than five points fewer of them than of promoters are there after 180 days', () => {
    const share = (code: number) =>
      meanOf(
        followed(180).filter((answer) => Math.sign(recommends(answer)) === code),
        (answer) => Number(left(answer, 180)),
      );
    const [promoters, passives, bad] = [share(1), share(0), share(-1)];
    for (const one of [promoters, passives, bad]) expect(one.value * one.n).toBeGreaterThan(20);
    expect(bad.value - promoters.value - 1.96 * Math.hypot(bad.error, promoters.error)).toBeGreaterThan(0.05);
  });

  const soon = ({ submittedAt, followedUpAt }: Answer) =>
    followedUpAt !== null && followedUpAt - submittedAt <= 2 * DAY;

  test('of those who would not recommend, the ones called within two days stay more often', () => {
    const there = detractors.filter((answer) => !left(answer, 2));
    const stay = (called: boolean) =>
      meanOf(
        there.filter((answer) => soon(answer) === called),
        (answer) => Number(!left(answer, 90)),
      );
    const [called, others] = [stay(true), stay(false)];
    expect(Math.min(called.n, others.n)).toBeGreaterThan(300);
    expect(called.value - others.value).toBeGreaterThan(0.05);
    expect(distance(others, called)).toBeGreaterThan(3);
  });

  test('half are called within two days; the next answer of those who were called rises by more', () => {
    const all = relationships.filter((answer) => recommends(answer) < 0);
    expect(average(all.map((answer) => Number(soon(answer))))).toBeCloseTo(0.5, 1);
    const called = new Set(actions.filter(({ action }) => action === 'contacted').map(({ responseId }) => responseId));
    const change = { yes: [] as number[], no: [] as number[] };
    for (const own of Map.groupBy(relationships, ({ customer }) => customer).values()) {
      for (const [index, answer] of own.entries()) {
        const next = own[index + 1];
        if (next === undefined || recommends(answer) >= 0) continue;
        change[called.has(answer.id) ? 'yes' : 'no'].push((next.nps as number) - (answer.nps as number));
      }
    }
    expect(Math.min(change.yes.length, change.no.length)).toBeGreaterThan(60);
    const spread = (values: readonly number[]) =>
      Math.sqrt(average(values.map((value) => (value - average(values)) ** 2)) / values.length);
    const gain = average(change.yes) - average(change.no);
    expect(gain / Math.hypot(spread(change.yes), spread(change.no))).toBeGreaterThan(3);
    // Without any call the next answer is higher as well: whoever scored lowest had bad luck too.
    expect(average(change.no)).toBeGreaterThan(0);
  });
});

describe('C11: what stays in mind', () => {
  test('ease is a must-be; empathy and something extra are delights', () => {
    const names = ['ease', 'empathy', 'extra'];
    const asymmetry = (rows: typeof longAnswers, index: number) => {
      const dummies = rows.map(({ aspects }) =>
        names.flatMap((name) => [Number((aspects[name] as number) <= 2), Number(aspects[name] === 5)]),
      );
      const { slopes } = regression(
        dummies,
        rows.map(({ nps }) => nps),
      );
      const [penalty, reward] = [-(slopes[2 * index] as number), slopes[2 * index + 1] as number];
      return (reward - penalty) / (reward + penalty);
    };
    for (const name of names) {
      for (const test of [(score: number) => score <= 2, (score: number) => score === 5]) {
        expect(longAnswers.filter(({ aspects }) => test(aspects[name] as number)).length).toBeGreaterThan(60);
      }
    }
    const ends = names.map((_, index) =>
      resampled(random, longAnswers, (rows) => asymmetry([...rows], index), { times: 80 }),
    );
    expect(ends[0]?.[1]).toBeLessThan(0);
    expect(ends[1]?.[0]).toBeGreaterThan(0);
    expect(ends[2]?.[0]).toBeGreaterThan(0);
  });

  test('a moment goes with more promoters, whether or not the matter was settled at the first contact', () => {
    const solved = new Map<string, Mature>(mature.map((ticket) => [ticket.id, ticket]));
    const rows = codedComments.flatMap(({ answer, nps, codes }) => {
      const ticket = solved.get(answer.ticket?.id ?? '');
      if (ticket === undefined || codes.Iris?.[1] !== codes.Tom?.[1]) return [];
      const [fixed, moment] = [atFirstContact(ticket) === 1, codes.Iris?.[1] === 'moment'];
      return [{ fixed, moment, promoter: nps >= 9 }];
    });
    for (const fixed of [true, false]) {
      for (const moment of [true, false]) {
        expect(rows.filter((row) => row.fixed === fixed && row.moment === moment).length).toBeGreaterThan(30);
      }
    }
    const of = (by: 'moment' | 'fixed', within: 'moment' | 'fixed') =>
      withinStrata(rows.map((row) => ({ stratum: String(row[within]), exposed: row[by], outcome: row.promoter })));
    const [moment, fixed] = [of('moment', 'fixed'), of('fixed', 'moment')];
    expect(moment.difference).toBeGreaterThan(0.2);
    expect(moment.difference / moment.error).toBeGreaterThan(3);
    expect(Math.abs(fixed.difference / fixed.error)).toBeLessThan(2);
  });

  test('customers whose case was opened again and settled are not as satisfied as others', () => {
    const share = (again: boolean) =>
      meanOf(
        rated.filter(({ ticket }) => !ticket.automated && ticket.reopens > 0 === again),
        satisfied,
      );
    expect(share(true).value - share(false).value).toBeLessThan(-0.1);
    expect(distance(share(false), share(true))).toBeLessThan(-5);
  });
});

describe('S and A: what the views share, and automation', () => {
  test('S1: dealings with people have the same part in satisfaction and in recommending', () => {
    const rows = longAnswers.filter(({ csat }) => csat !== null);
    const names = ['interaction', 'speed', 'ease', 'price'];
    const part = (sample: typeof rows, outcome: (row: (typeof rows)[number]) => number) => {
      const found = importance(
        sample.map(({ aspects }) => names.map((name) => aspects[name] as number)),
        sample.map(outcome),
      );
      return (found[0] as number) / found.reduce((sum, one) => sum + one, 0);
    };
    const gap = (sample: readonly (typeof rows)[number][]) =>
      part([...sample], ({ csat }) => csat as number) - part([...sample], ({ nps }) => nps);
    const [low, high] = resampled(random, rows, gap, { times: 60, level: 0.9 });
    expect(low).toBeGreaterThan(-0.1);
    expect(high).toBeLessThan(0.1);
  });

  test('S2: people are rated higher than the chatbot, category and priority held equal; recommending hardly differs', () => {
    const alone = ({ automated, channel }: Ticket) => automated || channel !== 'chatbot';
    const stratum = ({ category, priority }: Ticket) => `${category} ${priority}`;
    const ratedHigher = withinStrata(
      rated
        .filter(({ ticket }) => alone(ticket))
        .map((answer) => ({
          stratum: stratum(answer.ticket),
          exposed: !answer.ticket.automated,
          outcome: satisfied(answer) === 1,
        })),
    );
    expect(ratedHigher.difference).toBeGreaterThan(0.07);
    expect(ratedHigher.difference / ratedHigher.error).toBeGreaterThan(4);
    const of = Map.groupBy(relationships, ({ customer }) => customer);
    const promoters = withinStrata(
      tickets
        .filter((ticket) => alone(ticket) && !ticket.proactive)
        .flatMap((ticket) => {
          const next = (of.get(ticket.customer) ?? []).find(
            ({ submittedAt }) => submittedAt > ticket.createdAt && submittedAt < ticket.createdAt + 180 * DAY,
          );
          return next === undefined
            ? []
            : [{ stratum: stratum(ticket), exposed: !ticket.automated, outcome: isPromoter(next) === 1 }];
        }),
    );
    expect(Math.abs(promoters.difference / promoters.error)).toBeLessThan(1.96);
  });

  test('S6: who need not repeat the story is no larger a share in the second year', () => {
    const item = besideAnswers('no_repeat');
    const months = Map.groupBy(item, ({ answer }) => monthOf(answer.submittedAt));
    expect(months.size).toBe(25);
    for (const own of months.values()) expect(own.length).toBeGreaterThanOrEqual(10);
    const share = (from: string, to: string) =>
      average(
        item
          .filter(({ answer }) => monthOf(answer.submittedAt) >= from && monthOf(answer.submittedAt) <= to)
          .map(({ score }) => Number(score >= 4)),
      );
    expect(Math.abs(share('2025-07', '2026-06') - share('2024-07', '2025-06'))).toBeLessThan(0.08);
  });

  test('S6: comments are read more often than answered, and answered more often than acted upon', () => {
    const comments = new Set(answers.filter(({ comment }) => comment !== '').map(({ id }) => id));
    const having = (action: string) =>
      new Set(
        actions
          .filter((one) => one.action === action && comments.has(one.responseId))
          .map(({ responseId }) => responseId),
      ).size / comments.size;
    expect(having('coded')).toBeGreaterThan(0.4);
    expect(having('contacted')).toBeGreaterThan(0.1);
    expect(having('contacted')).toBeLessThan(having('coded'));
    expect(having('changed')).toBeLessThan(having('contacted'));
  });

  test('A1: three in five chats are contained, fewer than one in three hold', () => {
    const chats = mature.filter(({ id, channel }) => channel === 'chatbot' && eventsOf.has(id));
    const contained = chats.filter(({ automated }) => automated);
    const held = contained.filter((ticket) => {
      const own = eventsOf.get(ticket.id) ?? [];
      const confirmed = own.some(({ type }) => type === 'confirmed');
      const within = (days: number) =>
        (contactsOf.get(ticket.customer) ?? []).some(
          ({ createdAt }) => createdAt > ticket.resolvedAt && createdAt <= ticket.resolvedAt + days * DAY,
        );
      const quiet = !own.some(({ type, at }) => type === 'customer_message' && at > ticket.resolvedAt) && !within(1);
      return (confirmed || quiet) && !comesBack(ticket);
    });
    expect(chats.length).toBeGreaterThan(100);
    expect(contained.length / chats.length).toBeGreaterThan(0.55);
    expect(held.length / chats.length).toBeLessThan(0.34);
    expect(wilsonLow(contained.length / chats.length, chats.length)).toBeGreaterThan(held.length / chats.length);
  });

  test('A1: the chatbot treats far fewer as a person', () => {
    const item = besideAnswers('personal');
    const share = (automated: boolean) =>
      meanOf(
        item
          .filter(({ answer }) => answer.ticket?.automated === automated)
          .map(({ answer, score }) => ({ customer: answer.customer, score })),
        ({ score }) => Number(score >= 4),
      );
    const [people, bot] = [share(false), share(true)];
    expect(Math.min(people.n, bot.n)).toBeGreaterThan(100);
    expect(bot.value - people.value).toBeLessThan(-0.2);
  });
});
