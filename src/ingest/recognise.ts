/**
 * Which format a file has.
 */
import { Mistake } from '../config/mistake.ts';
import type { TableName } from '../dataset/model.ts';
import { CANONICAL_NEEDS } from './formats/canonical.ts';
import type { Recognised } from './formats/format.ts';
import { FORMATS } from './formats/registry.ts';
import type { HeaderRow } from './headers.ts';
import { suggestMapping } from './suggest-mapping.ts';

/**
 * The one format whose headers these are.
 *
 * @throws Mistake with the mapping to write when no format or more than one fits.
 */
export function recognise(file: string, header: HeaderRow): Recognised {
  const found = FORMATS.map((format) => format.recognise(header)).filter((match) => match !== null);
  const [match] = found;
  if (match !== undefined && found.length === 1) return match;
  const kinds = found.map((candidate) => candidate.mapping.kind);
  throw new Mistake({
    what:
      match === undefined
        ? 'Nobody can tell what this file holds'
        : `The file could hold ${kinds.join(' or ')}: it has the headers of both`,
    file,
    found: header.names.filter((name) => name !== '').join(', '),
    expected: Object.entries(CANONICAL_NEEDS)
      .map(([kind, needs]) => `${kind}: ${needs}`)
      .join('; '),
    remedy: remedy(file, header, kinds[0]),
  });
}

function remedy(file: string, header: HeaderRow, kind: TableName | undefined): string {
  return [
    'Describe the file in data/sources.yaml and check every line of it, for example:',
    '',
    ...suggestMapping(file, header, kind),
    '',
    'or, to leave it out of the report:',
    '',
    'sources:',
    `  - glob: ${JSON.stringify(file)}`,
    '    kind: ignore',
    '    reason: why it is left out',
  ].join('\n');
}
