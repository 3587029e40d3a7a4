/**
 * Files that an entry of `sources.yaml` describes.
 */
import type { Recognised, TableMapping } from './format.ts';

/** No headers decide here: the entry names the file. */
export function mappedFormat(mapping: TableMapping): Recognised {
  const name = mapping.name === undefined ? '' : ` as “${mapping.name}”`;
  return { format: 'sources.yaml', mapping, how: `described in sources.yaml${name}`, notes: [] };
}
