/**
 * How what a test found becomes its sentence, its figures and its rows of the downloads.
 */
import type { ContrastTest, Reading } from '../../contrasts/contrast.ts';
import type { Difference } from '../../metrics/definition.ts';
import type { AnalysisNumber } from '../analyses/view.ts';
import type { ReportContext } from '../context.ts';
import type { EstimateStore } from '../estimates.ts';
import type { Judge } from '../family.ts';
import type { Quantity } from '../types/analysis-figure.ts';
import type { TestAnswer } from '../types/contrast.ts';
import type { Unit, Verdict } from '../types/estimate.ts';
import type { SourceAccount } from '../types/report.ts';

/** One test and how it is shown. */
export interface TestView<Result extends object> {
  readonly test: ContrastTest<Result>;
  /** How it is drawn, for a table: `mosaic`. */
  readonly charts: string;
  /** Everything that its sentences may compare, by name: judged together with the other tests of the page. */
  weighed?(result: Result, context: ReportContext): Readonly<Record<string, Weighed>>;
  /** Null where what was found may not be published. */
  answer(result: Result, desk: TestDesk): WrittenAnswer | null;
}

/** A difference, and how large it has to be to matter. */
export interface Weighed {
  readonly difference: Difference;
  readonly margin: number;
  readonly unit: Unit;
}

/** What pages of tests are made from. */
export interface TestBasis {
  readonly context: ReportContext;
  readonly store: EstimateStore;
  /** The verdicts of the panels. */
  readonly panels: Judge;
  /** What became of the rows of each file. */
  readonly sources: readonly SourceAccount[];
}

/** What a view works with. */
export interface TestDesk extends TestBasis {
  /** The verdict on one of the view's weighed differences. */
  verdict(name: string): Verdict;
}

/** An answer as a view writes it. */
export interface WrittenAnswer extends Pick<TestAnswer, 'headline' | 'statement' | 'sentences' | 'figures'> {
  readonly reading: Reading;
  /** Of a description without a comparison: `untested`. */
  readonly verdict: Verdict;
  readonly effect: WrittenEffect | null;
  /** Numbers for `estimates.csv`. */
  readonly numbers: readonly Omit<AnalysisNumber, 'lens'>[];
}

/** The number that decides a test. */
export interface WrittenEffect {
  readonly name: string;
  readonly quantity: Quantity;
  readonly unit: Unit;
  readonly method: string;
  /** The weighed difference that it is, where it is one. */
  readonly weighed?: string;
}
