/**
 * C8b: what part of the recommendation goes with the stage that service is.
 */
import type { Dataset } from '../../dataset/dataset.ts';
import { type Analysis, type Lack, type Span, tooFew } from '../../metrics/analysis.ts';
import type { Company, Context } from '../../metrics/definition.ts';
import { CUSTOMERS_PER_DRIVER, FEWEST_CUSTOMERS } from '../../metrics/experience/drivers.ts';
import { type ExplainedShare, explainedShares } from '../../metrics/experience/explained-shares.ts';
import { missingNps } from '../../metrics/experience/nps-answers.ts';
import { missingField } from '../../metrics/missing-field.ts';
import type { Interval } from '../../statistics/interval.ts';
import type { ContrastTest } from '../contrast.ts';
import { stagePlaces } from '../stages.ts';
import { stageRatings } from './stage-ratings.ts';

const NEEDS = ['responses.customer_id', 'responses.nps'];
const STAGE_NEEDS = ['aspects.score | responses.stage'];

const SEED = 82;
const MOST_STAGES = 10;

export interface WeightOfService {
  readonly customers: number;
  /** Customers who answered the recommendation question, whether or not they rated every stage. */
  readonly asked: number;
  readonly source: 'aspects' | 'contacts';
  readonly r2: number;
  readonly r2Interval: Interval;
  /** Largest first. */
  readonly stages: readonly (ExplainedShare & { readonly name: string })[];
  /** The stage that service is, and whether report.yaml says so. */
  readonly service: string;
  readonly declared: boolean;
}

const analysis: Analysis<WeightOfService> = {
  id: 'weight_of_service',
  name: 'Weight of service in the experience',
  label: 'Share of R²',
  lens: 'experience',
  question: 'What part of the willingness to recommend goes with service, and what with the other stages?',
  definition:
    'Each customer’s latest answer to the recommendation question, from 0 to 10, is set beside the same customer’s ratings of ' +
    'every stage of the journey: aspects of the same answer that are named like the stages, else the mean rating of contacts ' +
    'at each stage in the 180 days before. Only customers who rated every stage count. A stage’s share is the part of the ' +
    'explained variance (R²) that it accounts for, averaged over all orders in which the stages can enter. It measures ' +
    'association: what goes with the answers, not what would change them.',
  formula: 'mean over all orders of entering of the R² that the stage adds ÷ R² of all stages',
  who: 'customers who answered the recommendation question and rated every stage',
  date: 'the day of the answer to the recommendation question',
  tex: String.raw`\frac{1}{R^2}\sum_{S \not\ni j} w_S\,(R^2_{S + j} - R^2_S)`,
  symbols: [
    ['R^2_S', 'the share of variance that the stages in S explain'],
    ['w_S', '|S|! (p − |S| − 1)! ÷ p!, how often S comes before stage j'],
    ['p', 'the number of stages'],
  ],
  needs: [...NEEDS, ...STAGE_NEEDS],
  unit: 'share',
  direction: 'neutral',
  counts: 'customers',
  minimum: `${FEWEST_CUSTOMERS} customers who rated every stage, and ${CUSTOMERS_PER_DRIVER} for each stage.`,
  margin: null,
  interval:
    'Percentile interval from 2,000 resamples of customers, drawn from a fixed seed. A largest stage is named when it is the ' +
    'largest in at least 90 of 100 resamples.',
  source: 'Lindeman, Merenda & Gold (1980), the method that Grömping’s relaimpo recommends.',
  elsewhere: [],
  analyse,
};

export const weightOfService: ContrastTest<WeightOfService> = {
  id: 'c8b',
  analysis,
  saidWhen:
    'The share of service is always said with its interval and R². A stage is called the largest part only when it is the ' +
    'largest in at least 90 of 100 resamples.',
  pitfalls: [
    'Customers who did not rate every stage are not in it, and they are the ones who never met with some stage.',
    'Ratings given in one sitting go together whatever they are about, which spreads the shares evenly.',
    'A stage with which all are equally content gets no share, however much depends on it.',
  ],
};

function analyse({ dataset, company }: Context, { all }: Span): WeightOfService | Lack {
  const missing = missingField(dataset, NEEDS) ?? missingNps(dataset) ?? missingField(dataset, STAGE_NEEDS);
  if (missing !== null) return { lacks: missing };
  if (company.stages.length < 2)
    return { lacks: 'it needs the stages of the journey, declared as `stages` in report.yaml' };
  const ratings = stageRatings(dataset, company.stages, all);
  if (ratings === null)
    return {
      lacks: 'it needs ratings of two of the `stages` in report.yaml; neither rated aspects nor responses name them',
    };
  const { stages, answers, source, asked } = ratings;
  const service = serviceStage(dataset, company);
  if (service === null)
    return {
      lacks:
        'it needs the stage that service is, declared as `support_stage` in report.yaml; no answer about a ticket names one',
    };
  const names = stages.map(({ name }) => name);
  const own = names[stagePlaces(names, [service])[0] as number];
  if (own === undefined) {
    return { lacks: `it needs ratings of the stage “${service}”, which service is` };
  }
  if (stages.length > MOST_STAGES) return { lacks: `it can set ${MOST_STAGES} stages beside each other at most` };
  const needed = Math.max(FEWEST_CUSTOMERS, CUSTOMERS_PER_DRIVER * stages.length);
  if (answers.length < needed)
    return tooFew(needed, 'customers who rated every stage and would recommend or not', answers.length);
  const nps = dataset.responses?.columns.nps?.values ?? new Float64Array(0);
  const found = explainedShares(
    stages.map(({ rating }) => rating),
    Float64Array.from(answers, (row) => nps[row] as number),
    answers.map((row) => dataset.responses?.customer[row] as number),
    SEED,
  );
  if (found === null) return { lacks: 'the answers or all ratings of stages are alike' };
  return {
    customers: answers.length,
    asked,
    source,
    r2: found.r2,
    r2Interval: found.r2Interval,
    stages: found.shares.map(({ predictor, ...share }) => ({ name: stages[predictor]?.name as string, ...share })),
    service: own,
    declared: company.supportStage !== null,
  };
}

/** The stage that service is: as declared, else the one that most answers about tickets name. */
function serviceStage({ responses }: Dataset, { supportStage }: Company): string | null {
  if (supportStage !== null) return supportStage;
  const stage = responses?.columns.stage;
  if (responses === null || stage === undefined) return null;
  const answers = new Int32Array(stage.values.length);
  for (let row = 0; row < responses.rows; row++) {
    const code = stage.codes[row] as number;
    if (code >= 0 && (responses.ticket[row] as number) >= 0) answers[code] = (answers[code] as number) + 1;
  }
  const most = Math.max(0, ...answers);
  return most === 0 ? null : (stage.values[answers.indexOf(most)] as string);
}
