import { describe, expect, test } from 'vitest';
import { isLack } from '../../metrics/analysis.ts';
import { COMPANY, contextOf, datasetOf, type Row, type Tables } from '../../metrics/testing.ts';
import { publishedBy, testedOn } from '../../report/contrasts/tested-on.fixture.ts';
import { lackIn, spanFor } from '../found.fixture.ts';
import { type StageCoverage, stageCoverage } from './stage-coverage.ts';

const { analysis } = stageCoverage;
const STAGES = ['Join', 'Use', 'Renew'];
const settings = { stages: STAGES };

/** So many customers with an answer each about a stage in a survey. */
function asked(counts: readonly (readonly [stage: string, survey: string, count: number])[]): Row[] {
  return counts.flatMap(([stage, survey, count]) =>
    Array.from({ length: count }, (_, index) => ({
      response_id: `${stage}-${survey}-${index}`,
      customer_id: `${stage}-${survey}-${index}`,
      submitted_at: '2026-02-01',
      stage,
      survey,
      csat: 4,
    })),
  );
}

function found(tables: Tables): StageCoverage {
  const context = { ...contextOf(datasetOf(tables)), company: { ...COMPANY, stages: STAGES } };
  const result = analysis.analyse(context, spanFor());
  if (isLack(result)) throw new Error(result.lacks);
  return result;
}

describe('stages', () => {
  test('are measured from thirty answers on', () => {
    const { stages, surveys } = found({
      responses: asked([
        ['join', 'welcome', 29],
        ['Use', 'contact', 100],
        ['Use', 'welcome', 20],
        ['Elsewhere', 'contact', 50],
      ]),
    });
    expect(surveys).toEqual(['contact', 'welcome']);
    expect(stages.map(({ label, answers, measured }) => [label, answers, measured])).toEqual([
      ['Join', 29, false],
      ['Use', 120, true],
      ['Renew', 0, false],
    ]);
    expect(stages[1]?.cells.map(({ answers }) => answers)).toEqual([100, 20]);
  });

  test('take ten customers, however often these answer', () => {
    const often = Array.from({ length: 100 }, (_, index) => ({
      response_id: `o${index}`,
      customer_id: `often-${index % 5}`,
      submitted_at: '2026-02-01',
      stage: 'Renew',
      csat: 4,
    }));
    const { stages } = found({ responses: [...asked([['Use', 'contact', 100]]), ...often] });
    expect(stages[2]).toMatchObject({ answers: 100, customers: 5, measured: false });
  });

  test('are as many as equally many answers each would be spread over', () => {
    const even = found({ responses: asked(STAGES.map((stage) => [stage, 'contact', 50] as const)) });
    expect(even.effective?.value).toBeCloseTo(3, 10);
    // Shares of 0.8 and 0.2: 1 ÷ (0.64 + 0.04).
    const uneven = found({
      responses: asked([
        ['Use', 'contact', 160],
        ['Join', 'contact', 40],
      ]),
    });
    expect(uneven.effective?.value).toBeCloseTo(1 / 0.68, 10);
    expect(uneven.effective?.low).toBeLessThan(1 / 0.68);
    expect(uneven.effective?.high).toBeGreaterThan(1 / 0.68);
  });

  test('are not measured by ratings in hindsight, which are told apart', () => {
    const responses = asked([['Use', 'contact', 120]]);
    const aspects = responses.map(({ response_id }) => ({ response_id, aspect: 'renew', score: 3 }));
    const [, , renew] = found({ responses, aspects }).stages;
    expect(renew).toMatchObject({ answers: 0, measured: false, hindsight: { answers: 120, customers: 120 } });
    expect(testedOn({ responses, aspects }, 'c1a', settings).answer?.sentences.join(' ')).toContain(
      'Renew is rated only in hindsight',
    );
  });
});

describe('the journey', () => {
  test('is said to be measured only with every stage', () => {
    const whole = { responses: asked(STAGES.map((stage) => [stage, 'contact', 50] as const)) };
    expect(testedOn(whole, 'c1a', settings).answer?.statement).toBe(
      'The answers measure the journey: each of its 3 stages has at least 30.',
    );
    const part = {
      responses: asked([
        ['Use', 'contact', 120],
        ['Join', 'welcome', 29],
      ]),
    };
    expect(testedOn(part, 'c1a', settings).answer).toMatchObject({
      reading: 'describes',
      statement:
        'The answers measure 1 of 3 stages of the journey; Join and Renew are not measured, with fewer than 30 answers each.',
    });
  });

  test('shows no number where a stage has too few customers', () => {
    const few = {
      responses: asked([
        ['Use', 'contact', 150],
        ['Join', 'welcome', 7],
      ]),
    };
    const tested = testedOn(few, 'c1a', settings);
    expect(tested.answer?.figures).toEqual([]);
    expect(publishedBy(tested)).not.toMatch(/\b(7|150|157)\b/);
  });

  test('shows stages without surveys where a survey has too few customers', () => {
    const few = {
      responses: asked([
        ['Use', 'contact', 150],
        ['Join', 'welcome', 40],
        ['Join', 'contact', 6],
      ]),
    };
    const [figure] = testedOn(few, 'c1a', settings).answer?.figures ?? [];
    expect(figure).toMatchObject({ kind: 'strip', columns: ['All surveys'] });
  });

  test('needs stages that are declared and answers that belong to them', () => {
    expect(lackIn(analysis, { responses: [{ submitted_at: '2026-02-01', csat: 4 }] })).toBe(
      'no survey export has the field `stage`',
    );
    const responses = asked([['Use', 'contact', 99]]);
    expect(lackIn(analysis, { responses })).toBe(
      'it needs the stages of the journey, declared as `stages` in report.yaml',
    );
    expect(testedOn({ responses }, 'c1a', settings).missing).toBe(
      'it needs 100 answers that belong to a declared stage; these data have 99',
    );
  });
});
