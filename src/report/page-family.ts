/**
 * The verdicts of a page that compares what no panel and no text does.
 */
import type { ClaimJudge } from './claims/judge-claim.ts';
import type { ReportContext } from './context.ts';
import type { EstimateStore } from './estimates.ts';
import type { Families } from './families.ts';
import { Family, type Finding, type Pair } from './family.ts';
import type { Comparison, Lens, Verdict } from './types/estimate.ts';

/**
 * What a panel or a text compares as well has the verdict that it has there; everything else is a family of its own, so that
 * no other page’s verdict depends on what this one shows.
 */
export class PageFamily implements ClaimJudge {
  readonly #families: Families;
  readonly #own: Family;
  readonly #ownFindings: ReadonlySet<string>;

  constructor(
    name: string,
    {
      families,
      store,
      context,
    }: { readonly families: Families; readonly store: EstimateStore; readonly context: ReportContext },
    pairs: readonly Pair[],
    findings: readonly Finding[],
  ) {
    this.#families = families;
    const unknown = findings.filter(({ id }) => !families.judges(id));
    this.#ownFindings = new Set(unknown.map(({ id }) => id));
    this.#own = new Family(
      name,
      pairs.filter((pair) => families.find(pair) === null),
      store,
      context,
      [...new Map(unknown.map((finding) => [finding.id, finding])).values()],
    );
  }

  comparison(pair: Pair): Comparison {
    return this.#families.find(pair) ?? this.#own.comparison(pair);
  }

  verdict(lens: Lens, finding: string): Verdict {
    return this.#ownFindings.has(finding) ? this.#own.finding(finding).verdict : this.#families.verdict(lens, finding);
  }
}
