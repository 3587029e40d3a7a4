import { describe, expect, test } from 'vitest';
import { isLack } from '../../metrics/analysis.ts';
import type { Row, Tables } from '../../metrics/testing.ts';
import { testedOn } from '../../report/contrasts/tested-on.fixture.ts';
import { foundIn, lackIn } from '../found.fixture.ts';
import { closedLoop } from './closed-loop.ts';

const { analysis } = closedLoop;

/** So many customers with a first answer, of whom some answer higher in spring. */
interface Group {
  readonly n: number;
  readonly first: number;
  readonly rising: number;
  /** When the first answer was followed up; empty for never. */
  readonly acted: string;
  readonly action?: string;
}

function answers(...groups: readonly Group[]): Tables {
  const [responses, actions]: [Row[], Row[]] = [[], []];
  let next = 0;
  for (const { n, first, rising, acted, action = 'contacted' } of groups) {
    for (let place = 0; place < n; place++) {
      const customer_id = `C${String(next).padStart(5, '0')}`;
      const response_id = `R${next++}`;
      responses.push({ response_id, customer_id, submitted_at: '2026-01-10T09:00Z', nps: first });
      responses.push({ customer_id, submitted_at: '2026-05-10T09:00Z', nps: place < rising ? first + 1 : first - 1 });
      if (acted !== '') actions.push({ response_id, action_at: acted, action });
    }
  }
  return { responses, actions };
}

const PROMPT = '2026-01-11T09:00Z';

describe('closing the loop', () => {
  test('counts detractors followed up within two days, and the time to it', () => {
    const { prompt, curve } = foundIn(
      analysis,
      answers(
        { n: 30, first: 3, rising: 0, acted: PROMPT },
        { n: 10, first: 3, rising: 0, acted: '2026-01-20T09:00Z' },
      ),
    );
    // Later answers of detractors are detractors’ as well: 80 in all, none of the later ones followed up.
    expect(prompt).toMatchObject({ n: 80, share: 30 / 80, customers: 40 });
    expect(curve).toMatchObject({ n: 80, events: 40 });
    expect(curve.points.find(({ seconds }) => seconds === 86_400)?.share).toBeCloseTo(50 / 80, 12);
  });

  test('a comment that was only coded was not acted on', () => {
    const { prompt } = foundIn(analysis, answers({ n: 40, first: 3, rising: 0, acted: PROMPT, action: 'coded' }));
    expect(prompt.share).toBe(0);
  });

  test('answers rise more after a follow-up where that is shown', () => {
    const tables = answers(
      { n: 120, first: 5, rising: 90, acted: PROMPT },
      { n: 120, first: 5, rising: 50, acted: '' },
    );
    expect(testedOn(tables, 's3').answer).toMatchObject({ reading: 'supports', verdict: 'different' });
    const { next } = foundIn(analysis, tables);
    expect(isLack(next) ? null : next.difference.difference).toBeCloseTo(40 / 120, 12);
  });

  test('low answers that rise by themselves are no merit of the follow-up', () => {
    const tables = answers(
      { n: 90, first: 2, rising: 60, acted: PROMPT },
      { n: 30, first: 2, rising: 20, acted: '' },
      { n: 30, first: 8, rising: 6, acted: PROMPT },
      { n: 90, first: 8, rising: 18, acted: '' },
    );
    const { next } = foundIn(analysis, tables);
    expect(isLack(next) ? null : next.difference.difference).toBeCloseTo(0, 12);
    expect(testedOn(tables, 's3').answer?.reading).not.toBe('supports');
  });

  test('an action after the next answer is no follow-up of the first', () => {
    const { next } = foundIn(
      analysis,
      answers({ n: 60, first: 5, rising: 30, acted: '2026-06-01' }, { n: 60, first: 5, rising: 30, acted: '' }),
    );
    expect(isLack(next) ? next.lacks : '').toContain('with a follow-up and without');
  });

  test('without customers to compare it describes, and says what themes would need', () => {
    const { answer } = testedOn(answers({ n: 60, first: 5, rising: 30, acted: PROMPT }), 's3');
    expect(answer).toMatchObject({ reading: 'describes', verdict: 'insufficient' });
    expect(answer?.sentences.join(' ')).toContain('it needs themes with their words');
    expect(answer?.sentences.join(' ')).not.toMatch(/convert/);
  });
});

describe('what it lacks', () => {
  test('is named', () => {
    const { responses = [], actions = [] } = answers({ n: 40, first: 3, rising: 0, acted: PROMPT });
    expect(lackIn(analysis, { responses })).toContain('table of actions on feedback');
    expect(
      lackIn(analysis, { responses: responses.map(({ nps, ...row }) => ({ ...row, csat: nps })) as Row[], actions }),
    ).toContain('`nps`');
    expect(lackIn(analysis, answers({ n: 14, first: 3, rising: 0, acted: PROMPT }))).toMatch(/30 detractors.*28/);
  });

  test('classes with fewer than ten customers of a side never appear', () => {
    const { answer } = testedOn(
      answers(
        { n: 60, first: 5, rising: 30, acted: PROMPT },
        { n: 60, first: 5, rising: 20, acted: '' },
        { n: 9, first: 10, rising: 0, acted: PROMPT },
        { n: 60, first: 10, rising: 0, acted: '' },
      ),
      's3',
    );
    const tables = answer?.figures.flatMap(({ table, csv }) => [JSON.stringify(table.rows), csv.text]).join(' ');
    expect(tables).toContain('5 to 6');
    expect(tables).not.toContain('9 to 10');
  });
});

describe('a theme that was acted on', () => {
  /** Forty comments a month over two years, the first so many of each on bills; something was changed after a dozen. */
  function wrote(onBills: (month: number) => number, changed = 12): Tables {
    const [responses, actions]: [Row[], Row[]] = [[], []];
    for (let month = 0; month < 24; month++) {
      const date = `${2024 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-10`;
      for (let place = 0; place < 40; place++) {
        const response_id = `R${month}-${place}`;
        const comment = place < onBills(month) ? 'my bill was wrong' : 'they were kind';
        responses.push({ response_id, customer_id: `C${month}-${place}`, submitted_at: date, nps: 3, comment });
        if (month === 11 && place < changed) {
          actions.push({ response_id, action_at: `${date}T12:00:00Z`, action: 'changed' });
        }
      }
    }
    return { responses, actions, coverage: ['2024-01-01', '2026-01-01'] };
  }
  const themes = { themes: { Bills: ['bill'], Kindness: ['kind'] } };
  const said = (tables: Tables, settings: object = themes) => {
    const { answer } = testedOn(tables, 's3', settings);
    return {
      text: answer?.sentences.join(' ') ?? '',
      charts: answer?.figures.filter(({ kind }) => kind === 'control') ?? [],
    };
  };
  const noise = (month: number) => 15 + ((month * 7) % 3);

  test('went down where its months leave the limits of chance', () => {
    const { text, charts } = said(wrote((month) => (month < 12 ? noise(month) : 3)));
    expect(text).toContain(
      'Most was changed about “Bills”, after 12 comments since 10 December 2024: its share of comments went down.',
    );
    expect(charts).toHaveLength(1);
    expect(charts[0]?.headline).toBe('Comments on “Bills” went down beyond the limits of chance');
  });

  test('is not said to have gone anywhere without a signal', () => {
    expect(said(wrote(noise)).text).toContain('moves no more than chance moves it');
  });

  test('needs themes, comments that something was changed after, and twenty months', () => {
    expect(said(wrote(noise), {}).text).toContain('it needs themes with their words');
    expect(said(wrote(noise, 9)).text).toContain('it needs 10 comments on one theme after which something was changed');
    const { responses = [], actions = [] } = wrote(noise);
    const late = responses.filter(({ submitted_at }) => String(submitted_at) > '2024-06');
    const { text } = said({ responses: late, actions, coverage: ['2024-01-01', '2026-01-01'] });
    expect(text).toContain('it needs 20 complete months with comments; these data have 19');
  });
});
