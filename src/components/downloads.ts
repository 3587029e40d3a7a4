import { extname } from 'node:path';
import { fileSize } from '../charts/file-size.ts';
import type { Figure } from '../report/types/figure.ts';
import type { Download, Report } from '../report/types/report.ts';

/** The files that describe the whole report, in the order in which a reader wants them. */
const WHOLE: readonly { readonly path: string; readonly about: string }[] = [
  { path: 'data/estimates.csv', about: 'Every published estimate with interval, base, status and method' },
  { path: 'data/changes.csv', about: 'Figures that print otherwise than in the last edition, with the reason' },
  { path: 'data/report.json', about: 'Sources and their row accounting, metrics, claims' },
  { path: 'data/datapackage.json', about: 'Frictionless description of every table' },
];

/** A download as a list shows it. */
export interface ListedDownload {
  readonly path: string;
  readonly about: string;
  /** Format and size: `CSV, 12 KB`. */
  readonly size: string;
}

/**
 * Downloads as the data page lists them: first those about the whole report, then one file a figure.
 *
 * A file of a figure is described by the figure's measure; one that belongs to no page by its name.
 */
export function listDownloads(report: Report): {
  readonly whole: readonly ListedDownload[];
  readonly figures: readonly ListedDownload[];
} {
  const files = new Map(report.downloads().map((download) => [download.path, download]));
  const whole = WHOLE.flatMap(({ path, about }) => {
    const download = files.get(path);
    return download === undefined ? [] : [listed(download, about)];
  });
  const editions = report.editions().flatMap(({ recorded, csv }) => {
    const download = files.get(csv.path.slice(1));
    return download === undefined
      ? []
      : [listed(download, `Every figure of edition ${recorded.id}, as it was published`)];
  });
  const captions = captionsOf(report);
  const rest = [...files.values()]
    .filter(({ path }) => ![...WHOLE, ...editions].some((known) => known.path === path))
    .map((download) => listed(download, captions.get(download.path) ?? fileName(download.path)))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
  return { whole: [...whole, ...editions], figures: rest };
}

function captionsOf(report: Report): ReadonlyMap<string, string> {
  const captions = new Map<string, string>();
  const note = ({ csv, table }: Figure) => captions.set(csv.path.replace(/^\//, ''), table.caption);
  for (const page of ['home', 'satisfaction', 'service', 'experience']) {
    for (const figure of report.page(page).sections.flatMap((section) => section.figures)) note(figure);
  }
  for (const figure of report.whoAnswered?.figures ?? []) note(figure);
  return captions;
}

function listed({ path, text }: Download, about: string): ListedDownload {
  const bytes = new TextEncoder().encode(text).length;
  return { path, about, size: `${extname(path).slice(1).toUpperCase()}, ${fileSize(bytes)}` };
}

function fileName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
