/**
 * What the analyses found, computed once.
 */

import type { Grain, Period } from '../../calendar/period.ts';
import { previousPeriod, yearEarlier } from '../../calendar/periods.ts';
import { type Analysis, isLack, type Lack, type Span, withoutSmallCount } from '../../metrics/analysis.ts';
import type { Context } from '../../metrics/definition.ts';

export class AnalysisResults {
  readonly #context: Context;
  readonly #minimumBase: number;
  readonly #found = new Map<string, object>();
  /** The periods that analyses speak of. */
  readonly span: Span;

  /** @param minimumBase how many there are of fewer is not told. */
  constructor(context: Context, span: Span, minimumBase: number) {
    this.#context = context;
    this.#minimumBase = minimumBase;
    this.span = span;
  }

  result<Result extends object>(analysis: Analysis<Result>): Result | Lack {
    let found = this.#found.get(analysis.id) as Result | Lack | undefined;
    if (found === undefined) {
      const result = analysis.analyse(this.#context, this.span);
      found = isLack(result) ? withoutSmallCount(result, this.#minimumBase) : result;
      this.#found.set(analysis.id, found);
    }
    return found;
  }

  /** What has been computed so far, to hand to another thread. */
  entries(): [id: string, result: object][] {
    return [...this.#found];
  }

  /** Takes over what another thread has computed from the same data. */
  take(entries: Iterable<readonly [id: string, result: object]>): void {
    for (const [id, result] of entries) this.#found.set(id, result);
  }
}

/** The periods that analyses may speak of, from the periods over the coverage. */
export function spanOf(periods: Readonly<Record<Grain, readonly Period[]>>, grain: Grain): Span {
  const complete = periods[grain].filter(({ partial }) => !partial);
  const latest = complete.at(-1) ?? null;
  const find = (code: string | null) => complete.find((period) => period.code === code) ?? null;
  return {
    all: periods.all[0] as Period,
    months: periods.month.filter(({ partial }) => !partial),
    latest,
    earlier: latest === null ? null : (find(yearEarlier(latest)) ?? find(previousPeriod(latest))),
  };
}
