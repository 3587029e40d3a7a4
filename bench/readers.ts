/**
 * One reader over all files of a folder: `node bench/readers.ts FOLDER triptych|papaparse|duckdb`. Prints its rows and
 * milliseconds, without the start of the process.
 *
 * `triptych` reads as a build without a cache does: typed columns, hashed identifiers, every row accounted for, on as many
 * threads as there are processors. `papaparse` only splits text into cells, on one thread. `duckdb` reads into a table of
 * its own with the types told.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import Papa from 'papaparse';
import { sourcesSchema } from '../src/config/sources.schema.ts';
import { ingest } from '../src/ingest/ingest.ts';
import { Threads } from '../src/threads/threads.ts';

const [, , folder, reader] = process.argv;

/** Characters. */
const PIECE = 2 ** 16;

const READERS: Readonly<Record<string, (folder: string) => Promise<number>>> = {
  async triptych(dataFolder) {
    const threads = new Threads(availableParallelism());
    const sources = sourcesSchema.parse({});
    const { parts } = await ingest({
      dataFolder,
      cacheFolder: null,
      timeZone: 'UTC',
      idKey: 1n,
      words: true,
      sources,
      threads,
    });
    await threads.close();
    return parts.reduce((sum, part) => sum + part.rows, 0);
  },

  async papaparse(dataFolder) {
    const parser = new Papa.Parser({ delimiter: ',', newline: '\n' });
    let rows = 0;
    for (const name of csvFiles(dataFolder)) {
      const text = readFileSync(join(dataFolder, name), 'utf8');
      // In pieces, as its streaming does: all cells of a file at once would cost memory and time.
      for (let at = 0; at < text.length; ) {
        const isLast = at + PIECE >= text.length;
        const { data, meta } = parser.parse(text.slice(at, at + PIECE), 0, !isLast);
        rows += data.length;
        at = isLast ? text.length : at + meta.cursor;
      }
      // The header, and the empty record after the last line end.
      rows -= 2;
    }
    return rows;
  },

  async duckdb(dataFolder) {
    const connection = await (await DuckDBInstance.create(':memory:')).connect();
    let rows = 0;
    for (const kind of ['tickets', 'responses']) {
      const files = join(dataFolder, `${kind}-*.csv`).replaceAll("'", "''");
      await connection.run(
        `CREATE TABLE ${kind} AS SELECT * FROM read_csv('${files}', header = true, sample_size = 1000)`,
      );
      const result = await connection.runAndReadAll(`SELECT count(*)::INT FROM ${kind}`);
      rows += result.getRows()[0]?.[0] as number;
    }
    return rows;
  },
};

const read = READERS[reader ?? ''];
if (folder === undefined || read === undefined) {
  throw new Error(`Usage: node bench/readers.ts FOLDER ${Object.keys(READERS).join('|')}`);
}
const start = performance.now();
const rows = await read(folder);
console.log(JSON.stringify({ rows, milliseconds: performance.now() - start }));

function csvFiles(dataFolder: string): string[] {
  return readdirSync(dataFolder).filter((name) => name.endsWith('.csv'));
}
