import { describe, expect, test } from 'vitest';
import { eventPath } from '../components/event-path.ts';
import { ratings, reportOf, responses } from './report-of.fixture.ts';

const DATA = responses(ratings('2025-10-01', 'email', 400, 200), ratings('2026-02-02', 'email', 400, 200));

const EVENTS = `date,label,metrics
2026-01-12,New prices,
2026-01-12,Snow,
2026-02-16,Snow,
2026-02-20,New tills,nps
`;

const ACTIONS = `finding,action,owner,start,due,status,metric
,Letters are read twice,Post room,2026-01-05,2026-06-30,running,csat
`;

const reportWith = (text: string) =>
  reportOf({
    'data/responses.csv': DATA,
    'content/events.csv': EVENTS,
    'content/actions.csv': ACTIONS,
    'content/home.mdx': `${text}\n`,
  });

describe('an event in a text', () => {
  test('is named by its words or its day, and leads to a chart that marks it', async () => {
    const report = await reportWith('Since <Event name="new prices" /> and <Event date="2026-02-16" />.');
    const event = report.event({ name: 'new  prices' });
    expect(event).toEqual({ label: 'New prices', date: '2026-01-12', dateWords: '12 January 2026' });
    expect(report.event({ date: '2026-02-16' }).label).toBe('Snow');
    expect(report.event({ name: 'Snow', date: '2026-01-12' }).date).toBe('2026-01-12');
    expect(eventPath(report, event)).toBe('/satisfaction/#satisfaction-csat-by-month');
  });

  test('leads nowhere where no chart marks it', async () => {
    const report = await reportWith('Since <Event name="New tills" />.');
    expect(eventPath(report, report.event({ name: 'New tills' }))).toBeNull();
  });

  test.each([
    [
      'that is not there',
      '<Event name="New price" />',
      /no event called "New price"[\s\S]*line 1, column 7[\s\S]*mean "New prices"/,
    ],
    ['of a day on which nothing happened', '<Event date="2026-02-17" />', /Did you mean "2026-02-16"/],
    ['that happened twice', '<Event name="Snow" />', /2026-01-12, Snow; 2026-02-16, Snow/],
    ['of a day with two', '<Event date="2026-01-12" />', /Several events/],
    ['of no day', '<Event date="spring" />', /date of <Event> is no date/],
    ['without a name', '<Event />', /does not say which event/],
  ])('%s stops the build', async (_, text, told) => {
    await expect(reportWith(`Since ${text}.`)).rejects.toThrow(told);
  });
});

describe('what is to be done', () => {
  test('brings owner and dates from the file of actions', async () => {
    const report = await reportWith('<SoWhat action="letters are read twice">Go on.</SoWhat>');
    expect(report.action({ action: 'Letters are read twice' })).toMatchObject({
      id: 'action-1',
      owner: 'Post room',
      when: 'From 5 January 2026, due 30 June 2026',
    });
  });

  test.each([
    ['an action that is not there', 'action="Letters are red"', /no such action[\s\S]*mean “Letters are read twice”/],
    ['an owner beside it', 'action="Letters are read twice" owner="Ann"', /Take owner out/],
    ['neither action nor owner', 'by="2026 Q4"', /has no owner/],
    ['neither action nor date', 'owner="Ann"', /has no by/],
  ])('%s stops the build', async (_, props, told) => {
    await expect(reportWith(`<SoWhat ${props}>Go on.</SoWhat>`)).rejects.toThrow(told);
  });
});
