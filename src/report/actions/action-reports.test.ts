import { describe, expect, test } from 'vitest';
import { ratings, reportOf, responses } from '../report-of.fixture.ts';

const QUARTERS = ['2025-02-10', '2025-05-12', '2025-08-11', '2025-11-10', '2026-02-09', '2026-05-11', '2026-06-30'];

/** Two channels; by e-mail more are satisfied from 2026 on, by phone as many as ever. */
const answers = responses(
  ...QUARTERS.flatMap((day) => [ratings(day, 'email', 100, day < '2026' ? 50 : 85), ratings(day, 'phone', 100, 70)]),
);

const HEADER = 'finding,action,owner,start,due,status,metric,filter';

async function actionsOf(...lines: string[]) {
  const files = { 'data/responses.csv': answers, 'content/actions.csv': [HEADER, ...lines].join('\n') };
  return (await reportOf(files)).actions.actions;
}

describe('an action', () => {
  test('is followed by what is shown since, with both periods named', async () => {
    const [action] = await actionsOf('It was slow,Faster,Ops,2026-01-05,,done,csat,channel: email');
    expect(action).toMatchObject({
      aftermath: 'better',
      status: 'Done',
      when: 'From 5 January 2026',
      where: 'channel email',
      finding: { text: 'It was slow', href: null },
    });
    expect(action?.measured).toMatch(/rose by 35.points.*April to June 2025.*April to June 2026\.$/);
  });

  test('that did not work stands beside those that did', async () => {
    const found = await actionsOf(
      'a,Undone,Ops,2026-01-05,,done,csat,channel: phone',
      'a,Undone,Ops,2026-01-05,,stopped,csat,',
    );
    expect(found.map(({ aftermath }) => aftermath)).not.toContain('worse');
    expect(found[0]?.aftermath).not.toBe('better');
    expect(found[1]).toMatchObject({ status: 'Stopped', aftermath: 'better' });
  });

  test('may be too recent, not begun or without a measure, and says so', async () => {
    const found = await actionsOf(
      'a,Recent,Ops,2026-05-18,,running,csat,',
      'a,Planned,Ops,,,planned,csat,',
      'a,Told,Ops,2026-01-05,,done,,',
      'a,Unheard,Ops,2026-01-05,,done,nps,',
    );
    expect(found.map(({ aftermath }) => aftermath)).toEqual(['early', 'early', 'unmeasured', 'unmeasured']);
    expect(found.map(({ measured }) => measured)).toEqual([
      'Not measured: no whole quarter that began since then is over.',
      'Not measured: it has not begun.',
      'Not measured: no metric is named.',
      expect.stringMatching(/^Not measured: no survey export has the field `nps`/),
    ]);
  });

  test('answers a finding of the report by its id', async () => {
    const [action] = await actionsOf('CSAT,Faster,Ops,2026-01-05,,done,csat,');
    expect(action?.finding?.text).toMatch(/^Customer satisfaction \(CSAT\) rose by/);
    expect(action?.finding?.href).toMatch(/^\/methods\/#csat|^\/satisfaction\/#csat/);
  });

  test('with a wrong name stops the report, with record and column', async () => {
    await expect(actionsOf('a,b,Ops,2026-01-05,,done,cast,')).rejects.toThrow(
      /record 1, metric[\s\S]*Did you mean "csat"/,
    );
    await expect(actionsOf('a,b,Ops,2026-01-05,,done,csat,channel: fax')).rejects.toThrow(/record 1, filter/);
    await expect(actionsOf('a,b,Ops,2026-01-05,,done,,channel: email')).rejects.toThrow(/a filter and no metric/);
  });

  test('of a group too small to show is not compared', async () => {
    const few = responses(
      ...QUARTERS.flatMap((day) => [
        ratings(day, 'email', 100, 50),
        ratings(day, 'post', 4, 2),
        ratings(day, 'phone', 30, 9),
      ]),
    );
    const files = {
      'data/responses.csv': few,
      'content/actions.csv': `${HEADER}\na,b,Ops,2026-01-05,,done,csat,channel: post`,
    };
    const { actions } = (await reportOf(files)).actions;
    expect(actions[0]?.aftermath).toBe('few');
    expect(actions[0]?.measured).not.toMatch(/%/);
  });
});
