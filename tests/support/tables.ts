/**
 * The published downloads, read back.
 */
import Papa from 'papaparse';
import { readSite } from './build-site.ts';

export type Row = Readonly<Record<string, string>>;

/** Rows of a CSV text by header; a row with too many or too few cells is an error. */
export function parseCsv(text: string): Row[] {
  const { data, errors } = Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: 'greedy' });
  if (errors.length > 0) throw new Error(`Not a CSV: ${JSON.stringify(errors[0])}`);
  return data;
}

/** All published estimates of a built site. */
export class Estimates {
  readonly rows: readonly Row[];

  constructor(folder: string) {
    this.rows = parseCsv(readSite(folder, 'data/estimates.csv'));
  }

  /** Rows that hold all the given cells. */
  where(cells: Row): Row[] {
    return this.rows.filter((row) => Object.entries(cells).every(([name, cell]) => row[name] === cell));
  }

  /** The only row for a metric, period and group; everybody unless a dimension is named. */
  one(metric: string, period: string, where: { dimension?: string; value?: string } = {}): Row {
    const cells = { metric, period, dimension: where.dimension ?? '', value: where.value ?? '' };
    const found = this.where(cells);
    if (found.length !== 1) throw new Error(`${found.length} rows in estimates.csv for ${JSON.stringify(cells)}`);
    return found[0] as Row;
  }

  /** The estimate of that row as a number; NaN where there is none. */
  value(metric: string, period: string, where: { dimension?: string; value?: string } = {}): number {
    const { estimate } = this.one(metric, period, where);
    return estimate === undefined || estimate === '' ? Number.NaN : Number(estimate);
  }
}

/** A test of a page as `report.json` has it. */
export interface TestJson {
  readonly id: string;
  readonly verdict: string | null;
  readonly reading?: string;
  readonly statement?: string;
  /** Why there is no answer. */
  readonly missing?: string;
  readonly needs: readonly string[];
  readonly effect?: {
    readonly name: string;
    readonly method: string;
    readonly counts: string;
    readonly margin: string;
    readonly value?: number;
    readonly low?: number;
    readonly high?: number;
    readonly n?: number;
    readonly p?: number;
  } | null;
  readonly figures?: readonly string[];
}

/** A page of tests as `report.json` has it. */
export interface TopicJson {
  readonly id: string;
  readonly verdict: string;
  readonly statement: string;
  readonly tests: readonly TestJson[];
}

export interface ReportJson {
  readonly title: string;
  readonly cutoff: string;
  readonly minimumBase: number;
  readonly sources: readonly {
    readonly path: string;
    readonly read: number;
    readonly kept: number;
    readonly setAside: readonly { readonly reason: string; readonly count: number }[];
    readonly missing: readonly {
      readonly column: string;
      readonly code: string;
      readonly meaning: string;
      readonly count: number;
    }[];
    readonly [field: string]: unknown;
  }[];
  readonly metrics: readonly { readonly id: string; readonly available: boolean; readonly [field: string]: unknown }[];
  readonly contrasts: readonly TopicJson[];
  readonly similarities: TopicJson;
  readonly practices: TopicJson;
  readonly claims: readonly unknown[];
}

export function reportJson(folder: string): ReportJson {
  return JSON.parse(readSite(folder, 'data/report.json'));
}
