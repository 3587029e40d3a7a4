/**
 * A format knows the exports of one tool: it recognises the headers and says which column is which field.
 */
import type { SourceMapping } from '../../config/sources.schema.ts';
import type { HeaderRow } from '../headers.ts';

type WithoutPlace<M> = M extends unknown ? Omit<M, 'glob'> : never;

/** How the columns of one file become fields: what an entry of `sources.yaml` says, wherever it comes from. */
export type TableMapping = WithoutPlace<Exclude<SourceMapping, { kind: 'ignore' }>>;

export interface Recognised {
  /** The format's id. */
  readonly format: string;
  readonly mapping: TableMapping;
  /** By what it was recognised, in words. */
  readonly how: string;
}

export interface Format {
  readonly id: string;
  /** Null when the headers are not of this format. Never decides by the name of the file. */
  recognise(header: HeaderRow): Recognised | null;
}
