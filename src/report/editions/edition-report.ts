/**
 * Editions as pages show them: address, citation and table.
 */
import { once } from '../../metrics/once.ts';
import { toCsv } from '../csv.ts';
import type { EditionReport } from '../types/edition.ts';
import type { Edition } from './edition.schema.ts';

/** Site path of an edition, which stays as long as its file does. */
export function editionPath({ id }: Pick<Edition, 'id'>): string {
  return `/editions/${id.toLowerCase()}/`;
}

/** @param isThis whether what is built now is this edition. */
export function editionReport(recorded: Edition, isThis: boolean): EditionReport {
  return {
    recorded,
    path: editionPath(recorded),
    isThis,
    citation: citationOf(recorded),
    csv: {
      path: `/data/editions/${recorded.id.toLowerCase()}.csv`,
      // Made when it is wanted: addresses of editions are asked for with every page of dev.
      get text() {
        return tableOf(recorded);
      },
      get bytes() {
        return Buffer.byteLength(tableOf(recorded));
      },
    },
  };
}

const COLUMNS = ['metric', 'dimension', 'value', 'period', 'n', 'estimate', 'low', 'high', 'unit', 'status', 'method'];

const tableOf = once(({ estimates, minimumBase }: Edition) =>
  toCsv(
    COLUMNS,
    estimates.flatMap(([metric, dimension, value, unit, figures]) =>
      figures.map(([period, status, n, estimate, low, high, method]) => [
        metric,
        dimension,
        value,
        period,
        status === 'suppressed' ? `<${minimumBase}` : (n ?? ''),
        estimate ?? '',
        low ?? '',
        high ?? '',
        unit,
        status,
        method,
      ]),
    ),
  ),
);

function citationOf({ id, title, organisation, cutoff, cutoffWords }: Edition): EditionReport['citation'] {
  const year = cutoff.slice(0, 4);
  const author = organisation === '' ? title : organisation;
  const key = `${author} ${id}`
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-');
  const fields = [
    ['title', `${title}, edition ${id}`],
    ...(organisation === '' ? [] : [['institution', organisation]]),
    ['year', year],
    ['note', `Data to ${cutoffWords}`],
  ];
  return {
    line: `${organisation === '' ? '' : `${organisation} `}(${year}). ${title}, edition ${id}. Data to ${cutoffWords}.`,
    bibtex: `@techreport{${key},\n${fields.map(([name, value]) => `  ${name} = {${plain(value ?? '')}}`).join(',\n')}\n}`,
  };
}

/** Characters that mean something to BibTeX, made plain. */
function plain(text: string): string {
  return text.replace(/[{}\\]/g, '').replace(/([&%$#_])/g, '\\$1');
}
