import { describe, expect, test } from 'vitest';
import type { Row, Tables } from '../../metrics/testing.ts';
import { testedOn } from '../../report/contrasts/tested-on.fixture.ts';
import { type Random, seededRandom } from '../../statistics/random.ts';
import { foundIn, lackIn } from '../found.fixture.ts';
import { restOfJourney } from './rest-of-journey.ts';

const { analysis } = restOfJourney;

interface Ratings {
  /** Of contacts, the last one at the end. */
  readonly contacts: readonly number[];
  readonly stages: Readonly<Record<string, number>>;
}

const rating = (random: Random) => 1 + random.below(5);

/** Contacts belong to the stage of use; other stages are rated once each; then the recommendation follows. */
function journeys(
  count: number,
  draw: (random: Random) => Ratings,
  recommendation: (ratings: Ratings, random: Random) => number,
): Tables {
  const random = seededRandom(4);
  const responses = Array.from({ length: count }, (_, index): Row[] => {
    const ratings = draw(random);
    const customer_id = `c${index}`;
    const on = (day: number) => new Date(Date.UTC(2026, 1, day)).toISOString();
    return [
      ...Object.entries(ratings.stages).map(([stage, csat], place) => ({
        customer_id,
        submitted_at: on(1 + place),
        stage,
        csat,
      })),
      ...ratings.contacts.map((csat, place) => ({ customer_id, submitted_at: on(10 + place), stage: 'Use', csat })),
      {
        customer_id,
        submitted_at: on(25),
        nps: Math.max(0, Math.min(10, Math.round(recommendation(ratings, random)))),
      },
    ];
  });
  return { responses: responses.flat() };
}

const independent = (random: Random): Ratings => ({
  contacts: [rating(random), rating(random), rating(random)],
  stages: { Join: rating(random), Renew: rating(random) },
});
const last = ({ contacts }: Ratings) => contacts.at(-1) as number;
const others = ({ stages }: Ratings) => ((stages.Join as number) + (stages.Renew as number)) / 2;

const whole = journeys(400, independent, (each, random) => 0.5 * last(each) + 1.5 * others(each) + random.normal());

describe('what the rest of the journey adds', () => {
  test('is the explained variance beyond the last contact', () => {
    // Of 0.5·x and 1.5·(y + z)/2 beside chance of variance 1: 0.5 and 2.25 of 3.75, ratings having variance 2.
    const { customers, last: alone, added } = foundIn(analysis, whole);
    expect(customers).toBe(400);
    expect(alone).toBeGreaterThan(0.08);
    expect(alone).toBeLessThan(0.22);
    expect(added.difference).toBeGreaterThan(0.5);
    expect(added.difference).toBeLessThan(0.7);
    expect(added.p).toBeLessThan(0.001);
  });

  test('is set against as many ratings of further contacts', () => {
    const { control, controlled } = foundIn(analysis, whole);
    expect(controlled).toBe(400);
    expect(control?.others).toBeGreaterThan(0.5);
    expect(control?.same).toBeLessThan(0.03);
    expect(control?.lead.low).toBeGreaterThan(0.4);
    expect(testedOn(whole, 'c1b').answer).toMatchObject({
      reading: 'supports',
      headline: 'The whole journey says more than the last contact',
    });
  });

  test('takes ratings of aspects that bear the name of a declared stage', () => {
    const { responses = [] } = journeys(120, independent, (each, random) => last(each) + random.normal());
    const rows = responses
      .filter(({ stage }) => stage === 'Use' || stage === undefined)
      .map((row, index): Row => ({ ...row, response_id: `r${index}` }));
    const aspects = rows
      .filter(({ nps }) => nps !== undefined)
      .flatMap(({ response_id }, place) => [
        { response_id, aspect: 'Join', score: 1 + (place % 5) },
        { response_id, aspect: 'renew', score: 1 + (place % 3) },
        { response_id, aspect: 'speed', score: 1 },
      ]);
    const missing = (settings: object) => testedOn({ responses: rows, aspects }, 'c1b', settings).missing;
    expect(missing({ stages: ['Join', 'Use', 'Renew'] })).toBe('');
    expect(missing({ stages: ['Join', 'Use'] })).toMatch(/these data have none$/);
  });

  test('is not the journey where several ratings of one stage say as much', () => {
    // Everybody has one opinion, and every rating is a noisy report of it.
    const steady = (random: Random): Ratings => {
      const opinion = random.normal();
      const report = () => Math.max(1, Math.min(5, Math.round(3 + opinion + random.normal())));
      return { contacts: [report(), report(), report()], stages: { Join: report(), Renew: report() } };
    };
    const tables = journeys(400, steady, (each, random) => {
      const all = [...each.contacts, ...Object.values(each.stages)];
      return 1 + 1.5 * (all.reduce((sum, value) => sum + value, 0) / all.length) + random.normal();
    });
    const { control } = foundIn(analysis, tables);
    expect(control?.same).toBeGreaterThan(0.05);
    expect(testedOn(tables, 'c1b').answer?.reading).not.toBe('supports');
  });

  test('is nothing to speak of where nothing goes together', () => {
    const tables = journeys(300, independent, (_, random) => 5 + 2 * random.normal());
    expect(testedOn(tables, 'c1b').answer?.reading).not.toBe('supports');
  });
});

describe('without enough', () => {
  test('the fields that are missing are named', () => {
    const lack = lackIn(analysis, { responses: [{ customer_id: 'c1', submitted_at: '2026-02-01', nps: 9 }] });
    for (const field of ['csat', 'stage', 'score']) expect(lack).toContain(`\`${field}\``);
  });

  test('customers are counted', () => {
    expect(lackIn(analysis, journeys(99, independent, last))).toMatch(/^it needs 100 customers .*these data have 99$/);
  });

  test('a control of few customers is none', () => {
    const single = (random: Random): Ratings => ({ ...independent(random), contacts: [rating(random)] });
    const tables = journeys(200, single, (each, random) => others(each) + random.normal());
    const { control, controlled } = foundIn(analysis, tables);
    expect([control, controlled]).toEqual([null, 0]);
    expect(testedOn(tables, 'c1b').answer).toMatchObject({ reading: 'open' });
  });
});
