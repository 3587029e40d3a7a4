/**
 * C2a: what felt aspects tell about recommending beyond rational ones, and the other way round.
 */
import { type Analysis, type Lack, type Span, tooFew } from '../../metrics/analysis.ts';
import type { Context, Difference } from '../../metrics/definition.ts';
import { missingNps } from '../../metrics/experience/nps-answers.ts';
import { missingField } from '../../metrics/missing-field.ts';
import { clusterBlocks, percentileInterval } from '../../statistics/bootstrap.ts';
import { bootstrapDifference } from '../../statistics/bootstrap-difference.ts';
import { addBlocks, type Centred, centred, crossProducts } from '../../statistics/cross-products.ts';
import type { Interval } from '../../statistics/interval.ts';
import { seededRandom } from '../../statistics/random.ts';
import { subsetR2 } from '../../statistics/regression.ts';
import { bootstrapRegression } from '../../statistics/regression-bootstrap.ts';
import { reliability } from '../../statistics/reliability.ts';
import { remembered } from '../../statistics/remembered.ts';
import type { ContrastTest } from '../contrast.ts';
import { DAYS_BEFORE, type RatedAspect, type RatedBlocks, ratedBlocks } from './rated-blocks.ts';

const NEEDS = ['responses.nps', 'aspects.score'];

const FEWEST_CUSTOMERS = 150;
/** A feeling is no single question. */
const FEWEST_ASPECTS = 3;
/** More predictors than ten are not weighed against each other. */
const MOST_ASPECTS = 5;

const SEED = 2;

/** So many blocks estimate a standard error to about 4 %. */
const MOST_BLOCKS = 300;

/** A part of R², 0 to 1; what is common may be below 0. */
export interface Part extends Interval {
  readonly value: number;
}

/** One block of aspects. */
export interface Block {
  readonly aspects: readonly string[];
  /** Cronbach's α: how far they measure the same; null where it cannot be told. */
  readonly alpha: (Interval & { readonly alpha: number }) | null;
  /** What it tells beyond the other block. */
  readonly unique: Part;
}

export interface UniqueContributions {
  readonly customers: number;
  readonly rational: Block;
  readonly emotional: Block;
  readonly common: Part;
  readonly r2: Part;
  /** Unique part of the emotional block minus that of the rational one. */
  readonly gap: Difference;
  /** Aspects that are rated and left out, so that both blocks have as many. */
  readonly leftOut: readonly string[];
}

const analysis: Analysis<UniqueContributions> = {
  id: 'unique_contributions',
  name: 'The part that feelings carry',
  label: 'Part of R²',
  lens: 'experience',
  question: 'Do feelings tell more about recommending than speed, ease, quality and price do?',
  definition:
    'Each customer’s latest answer to the recommendation question is explained by ratings of rational aspects, of felt ' +
    `ones, and of both together; the latest rating of each aspect in the ${DAYS_BEFORE} days up to the answer counts, each as ` +
    'its place between the ends of its scale. What a block adds to the other one is its own part of the explained variance (R²); ' +
    'what either explains is common to both and belongs to neither. Both blocks have as many aspects, five at most: the first ones of each ' +
    'in the order of the configuration. Only customers who rated all of them count. The parts measure association, ' +
    'not what would change the answers.',
  formula:
    'own part of a block = R² of both blocks − R² of the other; common = R² of one + R² of the other − R² of both',
  who: 'customers who answered the recommendation question and rated every aspect of both blocks',
  date: 'the day of the answer to the recommendation question',
  tex: 'U_E = R^2_{RE} - R^2_R',
  symbols: [
    ['U_E', 'the own part of the felt aspects; that of the rational ones likewise'],
    ['R^2_R', 'explained variance with the rational aspects alone'],
    ['R^2_{RE}', 'explained variance with all aspects'],
  ],
  needs: NEEDS,
  unit: 'coefficient',
  direction: 'neutral',
  counts: 'customers',
  minimum: `${FEWEST_CUSTOMERS} customers, ${FEWEST_ASPECTS} rational and ${FEWEST_ASPECTS} felt aspects.`,
  margin: 0.02,
  interval:
    'Percentile intervals from 2,000 resamples of customers, drawn from a fixed seed. Of Cronbach’s α the interval of Feldt.',
  source:
    'Mood (1971) for the commonality of two blocks; Cronbach (1951) for α and Feldt (1965) for its interval. The margin is this ' +
    'report’s.',
  elsewhere: [],
  analyse,
};

export const uniqueContributions: ContrastTest<UniqueContributions> = {
  id: 'c2a',
  analysis,
  saidWhen:
    'That feelings carry more than rational aspects is said when the interval of the difference between the two own parts ' +
    'lies above 0 and the difference is not shown to be below the margin. That the two cannot be separated is said when what ' +
    'they have in common is larger than either own part. Where the block that carries more also measures clearly more ' +
    'consistently (the intervals of Cronbach’s α lie apart), the sentence says so.',
  pitfalls: [
    'Ratings of one questionnaire resemble each other whatever they ask about; this makes the common part large.',
    'A block that measures more consistently (a higher Cronbach’s α) tells more for that reason alone: compare both.',
    'More questions explain more, so both blocks have as many; which ones follows from the order in the configuration.',
  ],
};

function analyse({ dataset, company }: Context, { all }: Span): UniqueContributions | Lack {
  const missing = missingField(dataset, NEEDS) ?? missingNps(dataset);
  if (missing !== null) return { lacks: missing };
  const table = ratedBlocks(dataset, company.aspects, all);
  const { rational, emotional, leftOut } = paired(table);
  for (const [block, kind, setting] of [
    [rational, 'rational', company.aspects.rational],
    [emotional, 'emotional', company.aspects.emotional],
  ] as const) {
    if (block.length < FEWEST_ASPECTS) return tooFewAspects(kind, setting, block);
  }
  const aspects = [...rational, ...emotional];
  const rows = Array.from(table.outcome.keys()).filter((row) =>
    aspects.every(({ values }) => !Number.isNaN(values[row])),
  );
  if (rows.length < FEWEST_CUSTOMERS) {
    return tooFew(
      FEWEST_CUSTOMERS,
      'customers who would recommend or not and rated every aspect of both blocks',
      rows.length,
    );
  }
  return partsOf(table, rows, rational, emotional, leftOut);
}

/** As many aspects of each block, the first ones of each. */
function paired({ rational, emotional }: RatedBlocks) {
  const known = ({ values }: RatedAspect) =>
    values.reduce((sum, value) => sum + Number(!Number.isNaN(value)), 0) >= FEWEST_CUSTOMERS;
  const [ofReason, ofFeeling] = [rational.filter(known), emotional.filter(known)];
  const size = Math.min(ofReason.length, ofFeeling.length, MOST_ASPECTS);
  const pick = (block: readonly RatedAspect[]) => (size < FEWEST_ASPECTS ? block : block.slice(0, size));
  const chosen = { rational: pick(ofReason), emotional: pick(ofFeeling) };
  const isIn = ({ name }: RatedAspect) =>
    Object.values(chosen).some((block) => block.some((each) => each.name === name));
  return { ...chosen, leftOut: [...rational, ...emotional].filter((each) => !isIn(each)).map(({ name }) => name) };
}

function tooFewAspects(
  kind: 'rational' | 'emotional',
  setting: readonly string[],
  found: readonly RatedAspect[],
): Lack {
  const named = setting.map((name) => `\`${name}\``).join(', ');
  return {
    lacks:
      `it needs ratings of three ${kind} aspects by ${FEWEST_CUSTOMERS} customers each, beside their recommendation; of those ` +
      `that \`aspects\` of \`report.yaml\` names (${named === '' ? 'none' : named}), these data have ${found.length === 0 ? 'none' : found.length}`,
  };
}

/**
 * Own parts of the emotional and of the rational block, what is common, R² and the difference of the own parts.
 *
 * @param size aspects of each block, the rational ones first.
 */
function partsIn(moments: Centred, size: number): number[] | null {
  const r2 = subsetR2(moments);
  if (r2 === null) return null;
  const ofReason = 2 ** size - 1;
  const [reason, feeling, both] = [ofReason, ofReason << size, r2.length - 1].map((subset) => r2[subset] as number) as [
    number,
    number,
    number,
  ];
  return [both - reason, both - feeling, reason + feeling - both, both, feeling - reason];
}

const partsOf = remembered(
  'unique contributions',
  (
    table: RatedBlocks,
    rows: readonly number[],
    rational: readonly RatedAspect[],
    emotional: readonly RatedAspect[],
    leftOut: readonly string[],
  ): UniqueContributions | Lack => {
    const pick = (values: Float64Array) => Float64Array.from(rows, (row) => values[row] as number);
    const columns = [...rational, ...emotional].map(({ values }) => pick(values));
    const size = rational.length;
    const blocks = clusterBlocks(
      rows.map((row) => table.customer[row] as number),
      seededRandom(SEED),
      MOST_BLOCKS,
    );
    const products = crossProducts(columns, pick(table.outcome), blocks);
    const moments = centred(addBlocks(products));
    const found = moments === null ? null : partsIn(moments, size);
    if (found === null) return { lacks: 'all customers gave the same answer to the recommendation question' };
    const draws = bootstrapRegression(products, (resample) => partsIn(resample, size), found.length, { seed: SEED });
    const gap = bootstrapDifference(found[4] as number, draws[4] as Float64Array);
    const part = (place: number): Part => {
      const value = found[place] as number;
      return { value, ...(percentileInterval(draws[place] as Float64Array) ?? { low: value, high: value }) };
    };
    if (gap === null) return { lacks: 'too few customers differ in their answers' };
    const block = (aspects: readonly RatedAspect[], unique: Part, items: readonly Float64Array[]): Block => {
      const scale = reliability(items);
      return {
        aspects: aspects.map(({ name }) => name),
        alpha: scale === null ? null : { alpha: scale.alpha, ...scale.interval },
        unique,
      };
    };
    return {
      customers: rows.length,
      rational: block(rational, part(1), columns.slice(0, rational.length)),
      emotional: block(emotional, part(0), columns.slice(rational.length)),
      common: part(2),
      r2: part(3),
      gap,
      leftOut,
    };
  },
);
