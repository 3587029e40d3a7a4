import { describe, expect, test } from 'vitest';
import { ratings, reportOf, responses } from '../report-of.fixture.ts';
import type { FigureBase } from '../types/figure-base.ts';

const CONFIG = 'time_zone: Europe/London\ncoverage: { from: 2025-01-01, to: 2025-06-30 }\n';

const read = () =>
  reportOf({
    'data/responses.csv': responses(
      ratings('2025-02-10', 'email', 1500, 900),
      ratings('2025-05-10', 'email', 60, 50),
      ratings('2025-05-11', 'phone', 50, 20),
    ),
    'content/report.yaml': CONFIG,
  });

const terms = ({ note }: FigureBase) => Object.fromEntries(note.map(({ term, text }) => [term, text]));

describe('the technical note', () => {
  test('of a course says question, who counts, formula, n, scale, interval, margin, period and id', async () => {
    const report = await read();
    const figure = report.series({ metric: 'csat', where: { channel: 'email' } });
    expect(terms(figure)).toEqual({
      Question: 'How many answers say that the customer was satisfied?',
      Counted: 'Satisfaction answers that are not blank; channel email.',
      Formula: 'satisfied answers ÷ satisfaction answers',
      n: '1,560 answers.',
      'Set aside': 'Nothing.',
      Weights: 'None: all answers count alike.',
      Scale: '4 and 5 on a scale from 1 to 5.',
      Interval: '95%: Wilson score interval.',
      Margin: '5\u00a0points.',
      Period: 'The day of the answer decides, in the time zone Europe/London. Data to 30 June 2025.',
      Id: 'csat',
    });
    expect(figure.margin).toBe('5\u00a0points');
  });

  test('of a breakdown counts what it leaves to other periods', async () => {
    const figure = (await read()).breakdown({ metric: 'csat', dimension: 'channel', period: '2025-Q2' });
    expect(terms(figure)).toMatchObject({ n: '110 answers.', 'Set aside': '1,500 answers of other periods.' });
  });

  test('of a figure that compares nothing has no margin, and says why', async () => {
    const [, distribution] = (await read()).page('satisfaction').sections[0]?.figures ?? [];
    const { Margin, Interval } = terms(distribution as FigureBase);
    expect(distribution).toMatchObject({ kind: 'distribution', margin: '' });
    expect(Margin).toBe('None: bars are shown, not compared.');
    expect(Interval).toBe('None: the bars are the answers as they came.');
  });

  test('stands with every figure of every page', async () => {
    const report = await read();
    const figures = ['satisfaction', 'service', 'experience'].flatMap((id) =>
      report.page(id).sections.flatMap((section) => section.figures),
    );
    expect(figures.length).toBeGreaterThan(2);
    for (const figure of figures)
      expect(Object.keys(terms(figure))).toEqual(
        expect.arrayContaining(['Question', 'n', 'Set aside', 'Weights', 'Interval', 'Margin', 'Period', 'Id']),
      );
  });
});
