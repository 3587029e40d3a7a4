/**
 * `data/datapackage.json`: a Frictionless description of every CSV beside it.
 */
import type { Figure } from '../types/figure.ts';
import type { Download, ReportIdentity } from '../types/report.ts';

/** Types of the columns that our CSVs have; every other column is text. */
const NUMBERS: ReadonlySet<string> = new Set(['estimate', 'low', 'high', 'share', 'seconds', 'published', 'now']);

/** @param tables the CSV downloads; their paths are below the site's root. */
export function dataPackage(identity: ReportIdentity, tables: readonly Download[], figures: readonly Figure[]): string {
  const titles = new Map(figures.map((figure) => [figure.csv.path.slice(1), figure.table.caption]));
  const document = {
    profile: 'tabular-data-package',
    name: 'triptych-report',
    title: identity.title,
    description: `${identity.coverage}. Data to ${identity.cutoff}. Missing numbers are empty; status says why.`,
    resources: tables.map(({ path, text }) => ({
      profile: 'tabular-data-resource',
      name: path
        .replace(/^data\//, '')
        .replace(/\.csv$/, '')
        .replaceAll('/', '-'),
      path: path.replace(/^data\//, ''),
      title: titles.get(path) ?? titleOf(path),
      format: 'csv',
      encoding: 'utf-8',
      schema: { fields: header(text).map((name) => ({ name, type: NUMBERS.has(name) ? 'number' : 'string' })) },
    })),
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

function titleOf(path: string): string {
  if (path === 'data/changes.csv') return 'Figures that read otherwise than in the last edition';
  const edition = /^data\/editions\/(.+)\.csv$/.exec(path)?.[1];
  return edition === undefined
    ? 'Every published estimate, one row each'
    : `Every estimate of edition ${edition}, as it was published`;
}

/** Our own headers: no quotes and no commas within a name. */
function header(csv: string): string[] {
  return csv.slice(0, csv.indexOf('\n')).split(',');
}
