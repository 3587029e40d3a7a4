/**
 * Whether a figure of enough customers may be published: the one place that every figure passes.
 */
import type { Grain, Period } from '../../calendar/period.ts';
import type { Dimension } from '../../dataset/dataset.ts';
import type { Cell, Metric } from '../../metrics/definition.ts';
import type { ReportContext } from '../context.ts';
import { publishedGrains } from '../grains.ts';
import type { Filter } from '../types/estimate.ts';
import { blurOf } from './blur.ts';
import { isTooSmall } from './published-table.ts';
import type { Withheld } from './withheld.ts';

/** A figure before anything is hidden. */
export type CellAt = (metric: string, where: Filter, period: Period) => Cell;

export class Gate {
  readonly #context: ReportContext;
  readonly #withheld: Withheld;
  readonly #cellAt: CellAt;

  constructor(context: ReportContext, withheld: Withheld, cellAt: CellAt) {
    this.#context = context;
    this.#withheld = withheld;
    this.#cellAt = cellAt;
  }

  /** Whether the figure is kept back: too few customers, or others could be worked out from it. */
  keepsBack(metric: Metric, where: Filter, period: Period, cell: Cell): boolean {
    if (isTooSmall(cell, this.#context.config.minimum_base)) return true;
    if (cell.n === 0) return false;
    return (
      this.#withheld.hides(metric.id, where, period) ||
      this.#isBesideBlurred(metric, where, period) ||
      (!this.#isAudited(metric, where, period) && !this.#standsApart(metric, where, period, cell))
    );
  }

  /** Whether the months of the metric are shown as quarters. */
  isMerged(metric: string): boolean {
    return this.#withheld.merged.has(metric);
  }

  /**
   * Whether the figure gives away one that is blurred: the mean beside a share, and the last of several shares that make
   * up a whole when the others are exact.
   */
  #isBesideBlurred({ unit, variantOf }: Metric, where: Filter, period: Period): boolean {
    const lead = variantOf === undefined ? undefined : this.#context.metrics.get(variantOf);
    if (lead === undefined) return false;
    const isBlurred = (metric: Metric) => blurOf(metric, this.#cellAt(metric.id, where, period)) !== null;
    if (unit === 'score' && lead.unit === 'share') return isBlurred(lead);
    if (unit !== 'share' || lead.unit !== 'net') return false;
    const parts = [...this.#context.metrics.values()].filter(
      (part) => part.variantOf === variantOf && part.unit === unit,
    );
    return parts.filter(isBlurred).length === 1;
  }

  /** Whether the joint audit has seen the figure: those of the downloads it has, other groups and periods it has not. */
  #isAudited({ id }: Metric, where: Filter, period: Period): boolean {
    if (this.#isRolling(period)) return false;
    const filters = Object.keys(where).length;
    if (filters === 0) return true;
    const grains = publishedGrains(this.#context.config, 'by dimension', this.isMerged(id));
    return filters === 1 && grains.includes(period.grain);
  }

  /**
   * A figure that writers ask for besides the downloads: it must differ from every larger group that holds it, and from
   * the periods beside it, by nobody or by as many as a figure needs.
   */
  #standsApart(metric: Metric, where: Filter, period: Period, { n }: Cell): boolean {
    if (!this.#isFar(metric, where, period, n)) return false;
    if (!this.#isRolling(period)) {
      return this.#periodsBeside(metric, period).every((beside) => this.#isClear(metric, where, beside));
    }
    // What it differs by from the periods of the calendar, and from other twelve months, is made of whole months.
    return this.#context.periods.month
      .filter(({ start, end }) => start >= period.start && end <= period.end)
      .every(
        (month) =>
          this.#isClear(metric, where, month) &&
          this.#isFar(metric, where, month, this.#cellAt(metric.id, where, month).n),
      );
  }

  /** Whether every larger group holds nobody else, or as many others as a figure needs. */
  #isFar(metric: Metric, where: Filter, period: Period, n: number): boolean {
    const { minimum_base } = this.#context.config;
    return Object.keys(where).every((dimension) => {
      const larger = Object.fromEntries(Object.entries(where).filter(([name]) => name !== dimension));
      const others = this.#cellAt(metric.id, larger, period).n - n;
      return others <= 0 || others >= minimum_base || (dimension === 'touchpoint' && Object.keys(larger).length === 0);
    });
  }

  /** Whether the period is twelve months in a row, which no download has. */
  #isRolling({ grain, code }: Period): boolean {
    return !this.#context.periods[grain].some((period) => period.code === code);
  }

  #isClear(metric: Metric, where: Filter, period: Period): boolean {
    const cell = this.#cellAt(metric.id, where, period);
    return (
      cell.n === 0 ||
      !(isTooSmall(cell, this.#context.config.minimum_base) || this.#withheld.hides(metric.id, where, period))
    );
  }

  /**
   * The periods by which a figure could be told from others: those of its own grain in the same period of the report's
   * grain, and that period itself; or, of a longer one, the periods of the report's grain within it.
   */
  #periodsBeside({ id }: Metric, period: Period): readonly Period[] {
    const { config, periods } = this.#context;
    const grain: Grain = config.grain === 'month' && this.isMerged(id) ? 'quarter' : config.grain;
    if (period.grain === 'all' || period.grain === grain) return [];
    const within = (longer: Period) => (shorter: Period) => shorter.start >= longer.start && shorter.end <= longer.end;
    const holding = periods[grain].find((longer) => within(longer)(period));
    if (holding === undefined) return periods[grain].filter(within(period));
    return [holding, ...periods[period.grain].filter(within(holding))];
  }

  /** Values of a dimension of which some figure may be shown: the others are not named anywhere. */
  named(metric: Metric, dimension: Dimension, values: readonly string[]): readonly string[] {
    const { config, periods } = this.#context;
    const grains = publishedGrains(config, 'by dimension', this.isMerged(metric.id));
    return values.filter((value) =>
      grains.some((grain) =>
        periods[grain].some((period) => {
          const where = { [dimension]: value };
          const cell = this.#cellAt(metric.id, where, period);
          return cell.n > 0 && cell.value !== undefined && !this.keepsBack(metric, where, period, cell);
        }),
      ),
    );
  }
}
