import type { Dataset } from '../../dataset/dataset.ts';
import { ANSWER_DIMENSIONS } from '../breakdowns.ts';
import type { Metric } from '../definition.ts';
import { comparingNets, estimateNet, NET_INTERVAL, NET_INTERVALS } from '../estimators/net.ts';
import { ABSENT, moments, type Sample } from '../estimators/sample.ts';
import { ONLY_THE_LATEST } from '../latest-answer.ts';
import { missingField } from '../missing-field.ts';
import { once } from '../once.ts';

const NEEDS = ['responses.emotion'];

/** 1 above the middle of the scale, -1 below it, 0 on it: on -2 to 2 the sign of the answer. */
export const feelings = once((dataset: Dataset): Sample => {
  const at = moments(dataset, 'responses.submitted_at');
  const values = new Int8Array(at.length).fill(ABSENT);
  const column = dataset.responses?.columns.emotion;
  if (column !== undefined) {
    const middles = Float64Array.from(column.scales, ({ min, max }) => (min + max) / 2);
    for (let row = 0; row < values.length; row++) {
      const answer = column.values[row] as number;
      if (!Number.isNaN(answer)) values[row] = Math.sign(answer - (middles[column.scale[row] as number] as number));
    }
  }
  return { table: 'responses', at, values };
});

/** Net emotion (B5). */
export const emotion: Metric = {
  id: 'emotion',
  name: 'Net emotion',
  label: 'Emotion',
  lens: 'experience',
  question: 'Do customers leave with good feelings or bad ones?',
  definition:
    'The share of answers that name a good feeling minus the share that name a bad one. Delighted and happy are good ' +
    'feelings, disappointed, frustrated and angry are bad ones, neutral is neither; on a numeric scale the middle ' +
    'divides them. How strong the feeling was does not change the figure; the distribution beside it shows it. It ' +
    `runs from −100 to 100 and is no per cent. Blank answers do not count. ${ONLY_THE_LATEST} The day of the answer ` +
    'decides the period.',
  who: 'answers that name a feeling',
  date: 'the day of the answer',
  formula: '100 × (good feelings − bad feelings) ÷ answers',
  tex: String.raw`100\,\frac{G - B}{n}`,
  symbols: [
    ['G', 'good feelings'],
    ['B', 'bad feelings'],
    ['n', 'answers, neutral ones included'],
  ],
  above: ['good feelings', 'bad feelings'],
  needs: NEEDS,
  unit: 'net',
  direction: 'higher',
  counts: 'answers',
  minimum: { show: 10, compare: 30 },
  margin: 10,
  interval: NET_INTERVAL,
  intervals: NET_INTERVALS,
  source:
    'A net score of three kinds of answers, with the interval of Rocks (2016). Forrester (2016) found that feeling ' +
    'valued, appreciated and confident goes with loyalty, and feeling annoyed, disappointed and frustrated with its loss.',
  elsewhere: [],
  dimensions: ANSWER_DIMENSIONS,
  basis: () => ['good feelings minus bad ones'],
  unavailable: ({ dataset }) => missingField(dataset, NEEDS),
  estimate: ({ dataset }, slice) => estimateNet(dataset, feelings(dataset), slice),
  compare: comparingNets(feelings),
};
