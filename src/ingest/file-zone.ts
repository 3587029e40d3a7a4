/**
 * In which zone the times of a file are, and who says so.
 */
import { isTimeZone } from '../calendar/zone.ts';
import { Mistake } from '../config/mistake.ts';
import type { FileAccount } from './account.ts';
import type { InstantShape } from './columns/instant-column.ts';
import type { TableMapping } from './formats/format.ts';
import type { OpenTable } from './open-table.ts';
import type { DeclaredFile } from './recognised-as.ts';

export interface FileZone {
  /** IANA name. */
  readonly name: string;
  /** Who says so, in words. */
  readonly from: string;
}

/**
 * The declared zone, else the one that the header names, else the report's.
 *
 * @param mapping how the file is read, whoever says so.
 * @throws Mistake when the header names something that is no zone.
 */
export function fileZone(
  { path, mapping: declared, known }: DeclaredFile,
  mapping: TableMapping,
  { timeZone }: Pick<OpenTable, 'timeZone'>,
  report: string,
): FileZone {
  if (mapping.time_zone !== undefined) {
    const isDeclared = declared !== null || known?.time_zone !== undefined;
    return { name: mapping.time_zone, from: isDeclared ? 'sources.yaml' : 'as this kind of export writes them' };
  }
  if (timeZone === undefined) return { name: report, from: 'the report’s zone' };
  if (isTimeZone(timeZone)) return { name: timeZone, from: 'written in the file' };
  throw new Mistake({
    what: 'The header names a time zone that is not known',
    file: path,
    field: 'the header',
    found: timeZone,
    expected: 'an IANA name such as Europe/London',
    remedy: 'Say in sources.yaml in which `time_zone` the times of this file are.',
  });
}

/** What the account says, once it is known how many moments carry their own distance from UTC. */
export function zoneAccount(
  { moments, zoned }: InstantShape,
  { name, from }: FileZone,
): Pick<FileAccount, 'timeZone' | 'timeZoneFrom'> {
  if (moments > 0 && zoned === moments)
    return { timeZone: 'offset from UTC in each cell', timeZoneFrom: 'written in the file' };
  return {
    timeZone: name,
    timeZoneFrom: zoned === 0 ? from : `written in the file in ${zoned} of ${moments} cells, otherwise ${from}`,
  };
}
