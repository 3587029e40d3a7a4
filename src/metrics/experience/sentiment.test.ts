import { describe, expect, test } from 'vitest';
import { isLack, type Lack, type Span } from '../analysis.ts';
import { contextOf, datasetOf, periodOf, type Row } from '../testing.ts';
import { type SentimentResult, sentiment } from './sentiment.ts';

const SPAN: Span = { all: periodOf('2026'), months: [], latest: null, earlier: null };
const CODES = ['negative', 'neutral', 'positive'];

interface Said {
  readonly first?: number;
  readonly second?: number;
  readonly tool?: number;
  readonly customer?: string;
}

/** One response for each comment, coded as said. */
function found(comments: readonly Said[]): SentimentResult | Lack {
  const responses = comments.map(
    ({ customer }, index): Row => ({
      response_id: `R${index}`,
      customer_id: customer ?? `C${String(index).padStart(4, '0')}`,
      submitted_at: '2026-02-01',
      csat: 3,
    }),
  );
  const codes = comments.flatMap(({ first, second, tool }, index) =>
    Object.entries({ ann: first, bo: second, tool })
      .filter(([, code]) => code !== undefined)
      .map(([coder, code]): Row => ({ response_id: `R${index}`, coder, code: CODES[code as number] as string })),
  );
  return sentiment.analyse(contextOf(datasetOf({ responses, comment_codes: codes })), SPAN);
}

/** `count` comments, of which every `nth` is coded otherwise by the one named. */
function comments(count: number, options: { secondErrs?: number; toolErrs?: number; tool?: boolean } = {}): Said[] {
  return Array.from({ length: count }, (_, index) => {
    const code = index % 3;
    const errs = (nth: number | undefined) => nth !== undefined && Math.floor(index / 3) % nth === 0;
    const other = (code + 1) % 3;
    return {
      first: code,
      second: errs(options.secondErrs) ? other : code,
      ...(options.tool === false ? {} : { tool: errs(options.toolErrs) ? other : code }),
    };
  });
}

const lackOf = (said: readonly Said[]) => (found(said) as Lack).lacks;

describe('the gate', () => {
  test('opens when people and the tool agree enough', () => {
    expect(isLack(found(comments(240, { secondErrs: 6, toolErrs: 5 })))).toBe(false);
  });

  test('needs a table of codes', () => {
    const dataset = datasetOf({ responses: [{ response_id: 'R1', submitted_at: '2026-02-01', csat: 3 }] });
    expect(sentiment.analyse(contextOf(dataset), SPAN)).toEqual({
      lacks: 'no table of codes of comments has the field `code`',
    });
  });

  test('is not moved by codes of another kind', () => {
    const responses = Array.from(
      { length: 250 },
      (_, index): Row => ({
        response_id: `R${index}`,
        customer_id: `C${1000 + index}`,
        submitted_at: '2026-02-01',
        csat: 3,
      }),
    );
    const codes = responses.flatMap(({ response_id }) =>
      ['ann', 'bo', 'tool'].flatMap((coder) =>
        ['moment', 'functional'].map((code): Row => ({ response_id, coder, code })),
      ),
    );
    const said = sentiment.analyse(contextOf(datasetOf({ responses, comment_codes: codes })), SPAN);
    expect(said).toMatchObject({
      lacks: 'it needs 200 comments coded by the same two people; these data have none',
    });
  });

  test('needs 200 comments coded by the same two people', () => {
    expect(lackOf(comments(199))).toBe('it needs 200 comments coded by the same two people; these data have 199');
    const byTool = comments(300).map(({ first, tool }) => ({ first, tool }) as Said);
    expect(lackOf(byTool)).toBe('it needs 200 comments coded by the same two people; these data have none');
  });

  test('stays shut when the people do not agree, and says by how much', () => {
    // Every second comment differs: two of three agree by chance alone are not enough.
    expect(lackOf(comments(240, { secondErrs: 2 }))).toBe(
      'it needs κ at least 0.60, its lower end at least 0.50 where two people agree; here κ is 0.25 (0.15 to 0.34) in 240 comments',
    );
  });

  test('stays shut when κ is known too badly, even where it would do itself', () => {
    const rare = (count: number, first: number, second: number) =>
      Array.from({ length: count }, (): Said => ({ first, second, tool: first }));
    expect(lackOf([...rare(7, 0, 0), ...rare(3, 0, 1), ...rare(3, 1, 0), ...rare(187, 1, 1)])).toMatch(
      /here κ is 0\.68 \(0\.4\d to 0\.\d\d\) in 200 comments$/,
    );
  });

  test('stays shut when the tool does not agree with the people', () => {
    expect(lackOf(comments(240, { toolErrs: 2 }))).toMatch(
      /^it needs κ at least 0\.60 where the tool agrees with what both people say; here κ is 0\.25/,
    );
    expect(lackOf(comments(240, { tool: false }))).toBe(
      'the coder `tool` has coded none of the comments that two people agree on',
    );
  });

  test('stays shut when everything has one code: agreement cannot be told from chance', () => {
    expect(lackOf(Array.from({ length: 200 }, () => ({ first: 1, second: 1, tool: 1 })))).toMatch(/κ cannot be told$/);
  });
});

describe('behind the gate', () => {
  const result = (said: readonly Said[]): SentimentResult => {
    const analysed = found(said);
    if (isLack(analysed)) throw new Error(analysed.lacks);
    return analysed;
  };

  test('stand the shares of all comments that the tool coded', () => {
    const more = Array.from({ length: 60 }, (): Said => ({ tool: 0 }));
    const { shares } = result([...comments(240), ...more]);
    expect(shares.map(({ value }) => value)).toEqual([140 / 300, 80 / 300, 80 / 300]);
    expect(shares[0]).toMatchObject({ n: 300, customers: 300, method: 'wilson' });
  });

  test('comments of one customer do not count like those of many', () => {
    const same = comments(240).map((said, index) => ({ ...said, customer: `C${index % 20}` }));
    const [many, few] = [result(comments(240)).shares[0], result(same).shares[0]];
    expect(few?.customers).toBe(20);
    expect(few?.effectiveN as number).toBeLessThanOrEqual(many?.effectiveN as number);
  });

  test('the errors are what the tool says of comments that two people agree on', () => {
    const { errors, tool, people } = result(comments(240, { secondErrs: 8, toolErrs: 10 }));
    expect(people.observed).toBeCloseTo(7 / 8, 10);
    expect(errors.map(({ people: said }) => said)).toEqual(CODES);
    for (const [index, { tool: says }] of errors.entries()) {
      expect(says.reduce((sum, { value = 0 }) => sum + value, 0)).toBeCloseTo(1, 10);
      expect(says[index]?.value).toBeGreaterThan(0.8);
      expect(says[0]?.n).toBe(70);
    }
    expect(tool.n).toBe(210);
  });
});
