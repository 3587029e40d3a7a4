/**
 * One family of comparisons a panel: a comparison is judged once and has one verdict wherever it stands.
 */
import { analysisFindings } from './analyses/findings.ts';
import { metricOf, type ReportContext } from './context.ts';
import { voicePairs } from './disagreement/parted.ts';
import type { EstimateStore } from './estimates.ts';
import { Family, type Finding, type Judge, type Pair } from './family.ts';
import { leadMetrics, sectionPairs } from './sections.ts';
import type { Comparison, Lens, Verdict } from './types/estimate.ts';

/** A distance from a number, and the panel of its metric. */
export interface AskedFinding {
  readonly lens: Lens;
  readonly finding: Finding;
}

/**
 * The families of a report. What the home page says of a metric belongs to the family of the metric's panel: with a
 * family of its own it could call clear what the panel's page, which compares more, calls undecided.
 */
export class Families implements Judge {
  readonly #context: ReportContext;
  readonly #store: EstimateStore;
  readonly #asked: readonly Pair[];
  readonly #levels: readonly AskedFinding[];
  readonly #families = new Map<Lens, Family>();

  /**
   * @param asked comparisons that commentary makes, on any page.
   * @param levels distances from a number that it speaks of.
   */
  constructor(
    context: ReportContext,
    store: EstimateStore,
    asked: readonly Pair[],
    levels: readonly AskedFinding[] = [],
  ) {
    this.#context = context;
    this.#store = store;
    this.#asked = asked;
    this.#levels = levels;
  }

  comparison(pair: Pair): Comparison {
    return this.#familyOf(metricOf(this.#context, pair.metric).lens).comparison(pair);
  }

  /** The comparison if some panel or text makes it; null otherwise. */
  find(pair: Pair): Comparison | null {
    return this.#familyOf(metricOf(this.#context, pair.metric).lens).find(pair);
  }

  /** Whether a text holds a figure against the number of this finding. */
  judges(finding: string): boolean {
    return this.#levels.some((level) => level.finding.id === finding);
  }

  /** The verdict on what an analysis of a panel found. */
  verdict(lens: Lens, finding: string): Verdict {
    return this.#familyOf(lens).finding(finding).verdict;
  }

  #familyOf(lens: Lens): Family {
    let family = this.#families.get(lens);
    if (family === undefined) {
      const planned = leadMetrics(this.#context, lens)
        .filter(({ id }) => this.#store.unavailable(id) === null)
        .flatMap(({ id }) => sectionPairs(this.#context, this.#store, id, 'full'));
      const voices = voicePairs(this.#context, this.#store);
      const asked = [...voices, ...this.#asked].filter(({ metric }) => metricOf(this.#context, metric).lens === lens);
      const levels = this.#levels.filter((level) => level.lens === lens).map(({ finding }) => finding);
      family = new Family(lens, [...planned, ...asked], this.#store, this.#context, [
        ...analysisFindings(this.#context, lens),
        ...new Map(levels.map((finding) => [finding.id, finding])).values(),
      ]);
      this.#families.set(lens, family);
    }
    return family;
  }
}
