import { describe, expect, test } from 'vitest';
import { isLack } from '../../metrics/analysis.ts';
import type { Row, Tables } from '../../metrics/testing.ts';
import { publishedBy, testedOn } from '../../report/contrasts/tested-on.fixture.ts';
import { foundIn, lackIn } from '../found.fixture.ts';
import { type Kind, ticketsOf } from '../tickets.fixture.ts';
import { automation } from './automation.ts';

const { analysis } = automation;

/** Equally many tickets of bots and of people: how many are treated as a person, and how many come back. */
function sides(n: number, bot: Partial<Kind>, human: Partial<Kind>): Tables {
  return ticketsOf({ n, automated: true, ...bot }, { n, automated: false, ...human });
}

/** Messages for tickets of bots. */
function withEvents(
  tables: Tables,
  eventsOf: (place: number) => readonly (readonly [at: string, type: string])[],
): Tables {
  const bots = (tables.tickets ?? []).filter(({ automated }) => automated);
  const ticket_events = bots.flatMap(({ ticket_id }, place): Row[] =>
    eventsOf(place).map(([at, type]) => ({ ticket_id, at: `2026-02-0${at}Z`, type })),
  );
  return { ...tables, ticket_events };
}

const BOT = [
  ['2T09:00', 'customer_message'],
  ['2T09:01', 'bot_message'],
] as const;

describe('what bots settle', () => {
  const tables = sides(100, { back: 10 }, { back: 10 });

  test('counts under four definitions', () => {
    const { steps, mixed } = foundIn(
      analysis,
      withEvents(tables, (place) => {
        // The first ten come back; of the others ten ask again within a day, ten confirm, and a person joins ten.
        if (place < 20 && place >= 10) return [...BOT, ['2T20:00', 'customer_message']];
        if (place < 30 && place >= 20) return [...BOT, ['2T16:00', 'confirmed']];
        if (place >= 90) return [...BOT, ['2T12:00', 'agent_message']];
        return BOT;
      }),
    );
    expect(mixed).toBe(10);
    if (isLack(steps)) throw new Error(steps.lacks);
    expect(steps.n).toBe(100);
    expect(steps.steps.map(({ id, n }) => [id, n])).toEqual([
      ['contained', 90],
      ['soft', 80],
      ['hard', 10],
      ['held', 70],
    ]);
  });

  test('a customer who asks again and then confirms is settled, hard', () => {
    const { steps } = foundIn(
      analysis,
      withEvents(tables, () => [...BOT, ['2T10:00', 'customer_message'], ['2T11:00', 'confirmed']]),
    );
    if (isLack(steps)) throw new Error(steps.lacks);
    expect(steps.steps.map(({ n }) => n)).toEqual([100, 0, 100, 90]);
  });

  test('is not known without messages', () => {
    const { steps } = foundIn(analysis, tables);
    expect(isLack(steps) && steps.lacks).toContain('table of ticket events');
  });

  test('asking for a person is met while the customer has written no third message', () => {
    const { reach } = foundIn(
      analysis,
      withEvents(tables, (place) => [
        ...BOT,
        ['2T09:02', 'human_requested'],
        ['2T09:03', 'customer_message'],
        ['2T09:04', 'customer_message'],
        ...(place < 50
          ? ([['2T09:05', 'agent_message']] as const)
          : ([
              ['2T09:05', 'customer_message'],
              ['2T09:06', 'agent_message'],
            ] as const)),
      ]),
    );
    expect(reach).toMatchObject({ n: 100, share: 0.5 });
  });
});

describe('the personal', () => {
  test('is kept where it is as common with bots and nobody comes back more often', () => {
    const { answer } = testedOn(sides(700, { personal: 490, back: 70 }, { personal: 490, back: 70 }), 'a1');
    expect(answer).toMatchObject({
      reading: 'supports',
      verdict: 'equivalent',
      headline: 'Automated without losing the personal',
    });
  });

  test('is lost where fewer are treated as a person', () => {
    const { answer } = testedOn(sides(100, { personal: 30, back: 5 }, { personal: 80, back: 5 }), 'a1');
    expect(answer).toMatchObject({
      reading: 'contradicts',
      verdict: 'different',
      headline: 'Automation goes with less of the personal',
    });
  });

  test('is no success where more customers come back', () => {
    const { answer } = testedOn(sides(300, { personal: 210, back: 120 }, { personal: 210, back: 30 }), 'a1');
    expect(answer).toMatchObject({
      reading: 'contradicts',
      headline: 'Automation goes with more customers coming back',
    });
  });

  test('is open where nothing is shown, or nobody was asked', () => {
    expect(testedOn(sides(60, { personal: 40, back: 6 }, { personal: 40, back: 6 }), 'a1').answer?.reading).toBe(
      'open',
    );
    expect(testedOn(sides(60, { back: 6 }, { back: 6 }), 'a1').answer?.reading).toBe('open');
  });

  test('coming back is taken from the share of solved tickets without a further contact', () => {
    const { returns } = foundIn(analysis, sides(100, { back: 40 }, { back: 10 }));
    expect(isLack(returns) ? null : returns.difference.difference).toBeCloseTo(0.3, 12);
  });
});

describe('what it lacks', () => {
  test('is named and counted', () => {
    const tables = sides(60, {}, {});
    expect(lackIn(analysis, { tickets: tables.tickets?.map(({ automated: _, ...row }) => row) ?? [] })).toContain(
      '`automated`',
    );
    expect(lackIn(analysis, sides(49, {}, {}))).toMatch(/50 tickets.*49/);
  });

  test('ways of counting with fewer than ten customers are not told', () => {
    const confirmed = withEvents(sides(100, { back: 5 }, { back: 5 }), (place) =>
      place < 9 ? [...BOT, ['2T16:00', 'confirmed']] : BOT,
    );
    const published = publishedBy(testedOn(confirmed, 'a1'));
    expect(published).toContain('hard,<10');
    expect(published).not.toContain('"9%"');
  });
});
