/**
 * A format knows the exports of one tool: by which headers they are recognised and which column is which field.
 */
import type { SourceMapping } from '../../config/sources.schema.ts';
import type { HeaderRow } from '../headers.ts';
import type { Signature } from './signature.ts';

type WithoutPlace<M> = M extends unknown ? Omit<M, 'glob'> : never;

/** How the columns of one file become fields: what an entry of `sources.yaml` says, wherever it comes from. */
export type TableMapping = WithoutPlace<Exclude<SourceMapping, { kind: 'ignore' | 'export' }>>;

/** What a format looks at: the header, and the first records after it for the shapes of their values. */
export interface TableHead {
  readonly header: HeaderRow;
  readonly sample: readonly (readonly string[])[];
}

/** How well the headers of a tool's exports are known, best first. */
export type Attested = 'a real file' | 'real headers' | 'the tool’s source code' | 'the tool’s documentation';

interface Described {
  /** As `sources.yaml` and `report.json` name it. */
  readonly id: string;
  /** What readers call the tool and its export. */
  readonly name: string;
  readonly signature: Signature;
  /** A test of values that headers alone cannot decide: keys, tokens. */
  readonly fits?: (head: TableHead) => boolean;
}

/** A format whose files are read. */
export interface ReadFormat extends Described {
  readonly attested: Attested;
  mapping(head: TableHead): TableMapping;
  /** Decisions that readers should know, in words, such as which of two clocks counts. */
  readonly notes?: (head: TableHead) => readonly string[];
}

/** A format that is recognised in order to be refused: its rows are not what they seem. */
export interface RefusedFormat extends Described {
  /** What the rows are, as the end of "The file holds …". */
  readonly holds: string;
  /** What to export instead, as an imperative sentence. */
  readonly instead: string;
}

export type Format = ReadFormat | RefusedFormat;

/** How a file was recognised and how it is read. */
export interface Recognised {
  /** The format's id. */
  readonly format: string;
  readonly mapping: TableMapping;
  /** By what it was recognised, in words. */
  readonly how: string;
  readonly notes: readonly string[];
}
