/**
 * What data/README.md says was planted, found again in the rows by arithmetic that shares no code with the report.
 */
import { describe, expect, test } from 'vitest';
import { distance, type Mean, meanOf, wilsonLow } from './arithmetic-for-tests.ts';
import { DAY, dayNumber, HOUR, instantAt, monthOf } from './clock.ts';
import { CATEGORIES, CATEGORY_PROFILES, CHANGES, DEPARTMENTS, REGIONS, STAGES } from './company.ts';
import type { Customer } from './customers.ts';
import {
  type Answer,
  answers,
  atFirstContact,
  comesBack,
  demo,
  type Mature,
  mature,
  ratings,
  recommends,
  relationships,
  satisfied,
} from './rows-for-tests.ts';
import { EXPORT_END, type Ticket } from './tickets.ts';

const { customers, tickets, responses } = demo;

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] as number;
}

function quarterOf(instant: number): string {
  const month = monthOf(instant);
  return `${month.slice(0, 4)}-Q${Math.ceil(Number(month.slice(5)) / 3)}`;
}

const csatIn = (quarter: string) =>
  meanOf(
    ratings.filter((answer) => quarterOf(answer.submittedAt) === quarter),
    satisfied,
  );
const npsIn = (quarter: string) =>
  meanOf(
    relationships.filter((answer) => quarterOf(answer.submittedAt) === quarter),
    recommends,
  );

const quarters = [...new Set(tickets.map((ticket) => quarterOf(ticket.createdAt)))].sort();
const complete = quarters.filter((quarter) => quarter !== '2026-Q3');

const firstContactIn = (quarter: string, category?: string) =>
  meanOf(
    mature.filter(
      (ticket) => quarterOf(ticket.createdAt) === quarter && (category === undefined || ticket.category === category),
    ),
    atFirstContact,
  );

const waited = tickets.flatMap((ticket) =>
  ticket.firstResponseAt === null ? [] : [{ ticket, minutes: (ticket.firstResponseAt - ticket.createdAt) / 60_000 }],
);
const medianWait = (from: string, to: string) =>
  median(waited.filter(({ ticket }) => between(ticket.createdAt, from, to)).map(({ minutes }) => minutes));

/** From the first day up to and with the last. */
function between(instant: number, from: string, to: string): boolean {
  return instant >= instantAt(dayNumber(from), 0) && instant < instantAt(dayNumber(to) + 1, 0);
}

describe('the size of the demo', () => {
  test('about 20,000 tickets, 30,000 invitations and 8,000 customers over 24 months and a part of one', () => {
    expect(customers).toHaveLength(8000);
    expect(tickets.length).toBeGreaterThan(19_000);
    expect(tickets.length).toBeLessThan(22_000);
    expect(responses.length).toBeGreaterThan(29_000);
    expect(responses.length).toBeLessThan(36_000);
    expect(new Set(tickets.map((ticket) => monthOf(ticket.createdAt))).size).toBe(25);
    expect(monthOf((tickets[0] as Ticket).createdAt)).toBe('2024-07');
  });

  test('the first and the last day have tickets', () => {
    expect(between((tickets[0] as Ticket).createdAt, '2024-07-01', '2024-07-01')).toBe(true);
    expect(between((tickets.at(-1) as Ticket).createdAt, '2026-07-12', '2026-07-12')).toBe(true);
  });

  test('every stage but the first has answers enough to be told of', () => {
    for (const stage of STAGES.slice(1)) {
      expect(ratings.filter((answer) => answer.stage === stage).length).toBeGreaterThan(200);
    }
  });

  test('between 96 and 99 of 100 customers stay in each quarter', () => {
    const start = (quarter: string) =>
      instantAt(dayNumber(`${quarter.slice(0, 4)}-${String(3 * Number(quarter.slice(6)) - 2).padStart(2, '0')}-01`), 0);
    for (const [index, quarter] of complete.entries()) {
      const [from, to] = [start(quarter), start(quarters[index + 1] as string)];
      const there = customers.filter(
        ({ joinedAt, churnedAt }) => joinedAt < from && (churnedAt === null || churnedAt >= from),
      );
      const left = there.filter(({ churnedAt }) => churnedAt !== null && churnedAt < to);
      expect(1 - left.length / there.length).toBeGreaterThan(0.96);
      expect(1 - left.length / there.length).toBeLessThan(0.985);
    }
  });
});

describe('truth 1: satisfaction stays level while the willingness to recommend falls', () => {
  test.each(['2026-Q1', '2025-Q2'])('the satisfied share of 2026-Q2 is equivalent to that of %s', (earlier) => {
    const [before, after] = [csatIn(earlier), csatIn('2026-Q2')];
    expect(Math.min(before.n, after.n)).toBeGreaterThan(1000);
    const [difference, error] = [after.value - before.value, Math.hypot(before.error, after.error)];
    expect(difference - 1.645 * error).toBeGreaterThan(-0.05);
    expect(difference + 1.645 * error).toBeLessThan(0.05);
  });

  test('no quarter is far from the others', () => {
    const shares = complete.map((quarter) => csatIn(quarter).value);
    expect(Math.max(...shares) - Math.min(...shares)).toBeLessThan(0.05);
  });

  test('the net promoter score falls by more than 15 points in a year, and in the last quarter too', () => {
    const [yearEarlier, previous, last] = [npsIn('2025-Q2'), npsIn('2026-Q1'), npsIn('2026-Q2')];
    expect(Math.min(yearEarlier.n, previous.n, last.n)).toBeGreaterThan(500);
    expect(last.value - yearEarlier.value).toBeLessThan(-15);
    expect(distance(yearEarlier, last)).toBeLessThan(-5);
    expect(distance(previous, last)).toBeLessThan(-3);
  });

  test('it falls gradually: the half-way quarter lies between', () => {
    expect(npsIn('2025-Q4').value).toBeLessThan(npsIn('2025-Q2').value - 5);
    expect(npsIn('2025-Q4').value).toBeGreaterThan(npsIn('2026-Q2').value + 10);
  });
});

describe('truth 2: first-contact resolution gets better in every category and worse in total', () => {
  test('every category gains more than 4 points between 2025-Q2 and 2026-Q2', () => {
    for (const category of CATEGORIES) {
      const [before, after] = [firstContactIn('2025-Q2', category), firstContactIn('2026-Q2', category)];
      expect(Math.min(before.n, after.n)).toBeGreaterThan(100);
      expect(after.value - before.value).toBeGreaterThan(0.04);
    }
  });

  test('the total loses more than 4 points', () => {
    const [before, after] = [firstContactIn('2025-Q2'), firstContactIn('2026-Q2')];
    expect(after.value - before.value).toBeLessThan(-0.04);
    expect(distance(before, after)).toBeLessThan(-3);
  });

  test('with the shares of a year earlier the total would have risen', () => {
    const before = firstContactIn('2025-Q2');
    const weighted = CATEGORIES.map(
      (category) => firstContactIn('2025-Q2', category).n * firstContactIn('2026-Q2', category).value,
    );
    expect(weighted.reduce((sum, part) => sum + part, 0) / before.n).toBeGreaterThan(before.value + 0.06);
  });
});

describe('truth 3: customers whose every rating is good and who still would not recommend', () => {
  test('they are clearly more than one in ten', () => {
    const everyRatingGood: boolean[] = [];
    const later: number[] = [];
    const ratingsOf = Map.groupBy(ratings, (answer) => answer.customer);
    for (const [customer, opinions] of Map.groupBy(relationships, (answer) => answer.customer)) {
      const last = opinions.reduce((a, b) => (a.submittedAt > b.submittedAt ? a : b));
      const own = (ratingsOf.get(customer) ?? []).filter(
        (answer) => answer.submittedAt < last.submittedAt && answer.submittedAt >= last.submittedAt - 180 * DAY,
      );
      if (own.length < 2) continue;
      everyRatingGood.push(own.every((answer) => satisfied(answer) === 1));
      later.push(last.nps as number);
    }
    const green = later.filter((_, index) => everyRatingGood[index]);
    const red = green.filter((score) => score <= 6);
    expect(later.length).toBeGreaterThan(200);
    expect(green.length).toBeGreaterThan(100);
    expect(wilsonLow(red.length / green.length, green.length)).toBeGreaterThan(0.2);
  });
});

describe('truth 4: hand-offs go with low satisfaction in one department', () => {
  const byHandOffs = (department: string) =>
    [false, true].map((handedOff) =>
      meanOf(
        ratings.filter(({ ticket }) => ticket?.department === department && ticket.transfers > 0 === handedOff),
        satisfied,
      ),
    ) as [Mean, Mean];

  test('in Installations, by more than 30 points', () => {
    const [alone, handedOff] = byHandOffs('Installations');
    expect(Math.min(alone.n, handedOff.n)).toBeGreaterThan(300);
    expect(handedOff.value - alone.value).toBeLessThan(-0.3);
    expect(distance(alone, handedOff)).toBeLessThan(-10);
  });

  test('nowhere else by nearly as much', () => {
    for (const department of DEPARTMENTS.filter((name) => name !== 'Installations')) {
      const [alone, handedOff] = byHandOffs(department);
      expect(handedOff.value - alone.value).toBeGreaterThan(-0.2);
    }
  });
});

describe('truth 5: the first reply comes much sooner from the day of the new rota', () => {
  test('the median wait falls to less than half of that a year earlier', () => {
    const before = medianWait('2025-02-02', '2025-06-30');
    const after = medianWait(CHANGES.rota, '2026-06-30');
    expect(after / before).toBeLessThan(0.5);
  });

  test('it is a step: the four weeks from that day differ as the months do', () => {
    expect(medianWait(CHANGES.rota, '2026-03-01') / medianWait('2025-10-06', '2025-11-02')).toBeLessThan(0.5);
    expect(medianWait('2026-04-01', '2026-06-30') / medianWait(CHANGES.rota, '2026-03-31')).toBeGreaterThan(0.8);
  });
});

describe('truth 6: winter is busy and slow', () => {
  const perDay = (from: string, to: string) =>
    tickets.filter((ticket) => between(ticket.createdAt, from, to)).length / (dayNumber(to) - dayNumber(from) + 1);

  test.each([2024, 2025])('December %i and January have a third more contacts than the two months before', (year) => {
    const winter = perDay(`${year}-12-01`, `${year + 1}-01-31`);
    expect(winter / perDay(`${year}-10-01`, `${year}-11-30`)).toBeGreaterThan(1.33);
  });

  test.each([2024, 2025])('and customers wait longer in December %i and January', (year) => {
    const winter = medianWait(`${year}-12-01`, `${year + 1}-01-31`);
    expect(winter / medianWait(`${year}-10-01`, `${year}-11-30`)).toBeGreaterThan(1.4);
  });
});

describe('truth 7: the chatbot closes much and much of it comes back', () => {
  const chats = mature.filter((ticket) => ticket.channel === 'chatbot');
  const back = (ticket: Mature) => Number(comesBack(ticket));

  test('it closes three in five of its cases without a person', () => {
    expect(meanOf(chats, (ticket) => Number(ticket.automated)).value).toBeGreaterThan(0.6);
  });

  test('more than a third are in touch again within seven days, twice as many as elsewhere', () => {
    const bot = meanOf(chats, back);
    const others = meanOf(
      mature.filter((ticket) => ticket.channel !== 'chatbot'),
      back,
    );
    expect(bot.value).toBeGreaterThan(0.33);
    expect(bot.value / others.value).toBeGreaterThan(1.8);
    expect(distance(others, bot)).toBeGreaterThan(10);
  });

  test('among easy cases the contrast is greater still', () => {
    const easy = mature.filter((ticket) => !CATEGORY_PROFILES[ticket.category].hard);
    const [people, bot] = [false, true].map((automated) =>
      meanOf(
        easy.filter((ticket) => ticket.automated === automated),
        back,
      ),
    ) as [Mean, Mean];
    expect(bot.value / people.value).toBeGreaterThan(3);
  });
});

describe('truth 8: those who answer are not like those who do not', () => {
  const invited = responses.flatMap((response) =>
    response.ticket === null ? [] : [{ customer: response.customer, ticket: response.ticket, response }],
  );
  const answered = (row: (typeof invited)[number]) => Number(row.response.submittedAt !== null);

  test('customers whose case was reopened answer more than 10 points less often', () => {
    const [once, again] = [false, true].map((reopened) =>
      meanOf(
        invited.filter(({ ticket }) => ticket.reopens > 0 === reopened),
        answered,
      ),
    ) as [Mean, Mean];
    expect(again.value - once.value).toBeLessThan(-0.1);
    expect(distance(once, again)).toBeLessThan(-8);
  });

  test('so do, by more than 5 points, those who waited more than eight hours for a reply', () => {
    const replied = invited.filter(({ ticket }) => ticket.firstResponseAt !== null);
    const [soon, late] = [false, true].map((long) =>
      meanOf(
        replied.filter(({ ticket }) => (ticket.firstResponseAt as number) - ticket.createdAt > 8 * HOUR === long),
        answered,
      ),
    ) as [Mean, Mean];
    expect(late.value - soon.value).toBeLessThan(-0.05);
    expect(distance(soon, late)).toBeLessThan(-6);
  });

  test('and the share that answers differs by channel', () => {
    const shareIn = (channel: string) =>
      meanOf(
        invited.filter(({ ticket }) => ticket.channel === channel),
        answered,
      ).value;
    expect(shareIn('live chat') - shareIn('chatbot')).toBeGreaterThan(0.2);
  });

  test('yet had all answered like those of their kind, the satisfied share would be little lower', () => {
    const solved = tickets.filter((ticket) => ticket.resolvedAt !== null && !ticket.proactive);
    const kindOf = ({ channel, reopens, firstResponseAt, createdAt }: Ticket) =>
      `${channel} ${reopens > 0} ${firstResponseAt === null ? '' : firstResponseAt - createdAt > 8 * HOUR}`;
    const rated = Map.groupBy(
      invited.filter(({ response }) => response.csat !== null),
      ({ ticket }) => kindOf(ticket),
    );
    const all = [...rated.values()].flat();
    const share = (rows: typeof all) => meanOf(rows, ({ response }) => satisfied(response)).value;
    let [population, satisfiedOnes] = [0, 0];
    for (const [kind, own] of Map.groupBy(solved, kindOf)) {
      if (!rated.has(kind)) continue;
      population += own.length;
      satisfiedOnes += own.length * share(rated.get(kind) as typeof all);
    }
    expect(population).toBeGreaterThan(0.99 * solved.length);
    const moved = satisfiedOnes / population - share(all);
    expect(moved).toBeLessThan(-0.007);
    expect(moved).toBeGreaterThan(-0.017);
  });
});

describe('truth 9: nothing differs between regions', () => {
  const regions = Object.keys(REGIONS);

  /** Chi-square of the means of the regions about their weighted mean, 3 degrees of freedom. */
  function unrest<Row extends { readonly customer: Customer }>(
    rows: readonly Row[],
    value: (row: Row) => number,
  ): number {
    const means = regions.map((region) =>
      meanOf(
        rows.filter((row) => row.customer.segment === region),
        value,
      ),
    );
    const weight = means.reduce((sum, { error }) => sum + error ** -2, 0);
    const centre = means.reduce((sum, { value: one, error }) => sum + one * error ** -2, 0) / weight;
    return means.reduce((sum, { value: one, error }) => sum + ((one - centre) / error) ** 2, 0);
  }

  const counts = new Map(customers.map((customer) => [customer, 0]));
  for (const { customer } of tickets) counts.set(customer, (counts.get(customer) as number) + 1);
  const people = customers.map((customer) => ({ customer }));

  test.each<[string, () => number]>([
    ['satisfaction', () => unrest(ratings, satisfied)],
    ['willingness to recommend', () => unrest(relationships, recommends)],
    [
      'ease',
      () =>
        unrest(
          answers.filter(({ ces }) => ces !== null),
          ({ ces }) => Number((ces as number) >= 5),
        ),
    ],
    ['first-contact resolution', () => unrest(mature, atFirstContact)],
    ['response', () => unrest(responses, ({ submittedAt }) => Number(submittedAt !== null))],
    [
      'wait',
      () =>
        unrest(
          waited.map(({ ticket, minutes }) => ({ customer: ticket.customer, minutes })),
          ({ minutes }) => Math.log(minutes),
        ),
    ],
    ['contacts', () => unrest(people, ({ customer }) => counts.get(customer) as number)],
    ['leaving', () => unrest(people, ({ customer }) => Number(customer.churnedAt !== null))],
  ])('%s: the regions are as close as chance has it', (_, chiSquare) => {
    // The 95th percentile with 3 degrees of freedom.
    expect(chiSquare()).toBeLessThan(7.815);
  });
});

describe('what else is in the data', () => {
  test('long waits go with low satisfaction', () => {
    const rated = ratings.flatMap(({ customer, csat, ticket }) =>
      ticket === null || ticket.firstResponseAt === null
        ? []
        : [{ customer, csat: csat as number, minutes: (ticket.firstResponseAt - ticket.createdAt) / 60_000 }],
    );
    const share = (rows: typeof rated) => meanOf(rows, ({ csat }) => Number(csat >= 4));
    const soon = share(rated.filter(({ minutes }) => minutes < 30));
    const late = share(rated.filter(({ minutes }) => minutes > 480));
    expect(distance(soon, late)).toBeLessThan(-5);
  });

  test('the less likely to recommend are more likely to leave within half a year', () => {
    const followed = relationships.filter((answer) => answer.submittedAt + 180 * DAY <= EXPORT_END);
    const leaves = ({ customer, submittedAt }: Answer) =>
      Number(customer.churnedAt !== null && customer.churnedAt <= submittedAt + 180 * DAY);
    const detractors = meanOf(
      followed.filter((answer) => recommends(answer) < 0),
      leaves,
    );
    const promoters = meanOf(
      followed.filter((answer) => recommends(answer) > 0),
      leaves,
    );
    expect(distance(promoters, detractors)).toBeGreaterThan(4);
  });

  test('open tickets are mostly recent', () => {
    const open = tickets.filter((ticket) => ticket.status === 'open' || ticket.status === 'pending');
    expect(open.length).toBeGreaterThan(50);
    expect(open.filter((ticket) => EXPORT_END - ticket.createdAt > 30 * DAY).length).toBeGreaterThan(3);
    expect(open.filter((ticket) => EXPORT_END - ticket.createdAt < 14 * DAY).length).toBeGreaterThan(open.length / 2);
  });
});
