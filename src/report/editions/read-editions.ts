/**
 * The editions that were recorded, from `content/editions/`.
 */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { explain } from '../../config/explain.ts';
import { Mistake, throwMistakes } from '../../config/mistake.ts';
import { EDITION_FORMAT, type Edition, editionId, editionSchema } from './edition.schema.ts';

/** Where editions stand, below the content folder. */
export const EDITIONS = 'editions';

const RECORD_AGAIN = 'Restore the file as it was recorded, or record the edition again with `npm run edition`.';

/**
 * All editions, the earliest cut-off first; none when there is no such folder. Files that are no JSON are passed over.
 *
 * @throws Mistake or Mistakes for files that are no editions.
 */
export async function readEditions(contentFolder: string): Promise<readonly Edition[]> {
  const names = (await listed(join(contentFolder, EDITIONS))).filter((name) => name.endsWith('.json')).sort();
  const mistakes: Mistake[] = [];
  const editions: Edition[] = [];
  for (const name of names) {
    try {
      editions.push(unchangedOrParsed(await readFile(join(contentFolder, EDITIONS, name), 'utf8'), name));
    } catch (error) {
      if (!(error instanceof Mistake)) throw error;
      mistakes.push(error);
    }
  }
  throwMistakes([...mistakes, ...alike(editions)]);
  return editions.sort((a, b) => (byTime(a) < byTime(b) ? -1 : 1));
}

/** The latest reading of each name: an edition stays as it was recorded, and its tables need not be made again. */
const latest = new Map<string, { readonly text: string; readonly edition: Edition }>();

function unchangedOrParsed(text: string, name: string): Edition {
  const known = latest.get(name);
  if (known?.text === text) return known.edition;
  const edition = parseEdition(text, name);
  latest.set(name, { text, edition });
  return edition;
}

function byTime({ cutoff, id }: Edition): string {
  return `${cutoff} ${id}`;
}

/**
 * One edition from the text of its file.
 *
 * @throws Mistake for what is no edition.
 */
export function parseEdition(text: string, name: string): Edition {
  const file = `content/${EDITIONS}/${name}`;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new Mistake({
      what: 'An edition is no JSON',
      file,
      found: (error as Error).message,
      remedy: RECORD_AGAIN,
    });
  }
  const format = (value as { format?: unknown } | null)?.format;
  if (typeof format === 'number' && format > EDITION_FORMAT) {
    throw new Mistake({
      what: 'An edition was recorded by a later version of Triptych',
      file,
      field: 'format',
      found: String(format),
      expected: `${EDITION_FORMAT} or an earlier one`,
      remedy: 'Build with the version that recorded it, or a later one.',
    });
  }
  const parsed = editionSchema.safeParse(value);
  if (!parsed.success) {
    const [first] = explain(editionSchema, value);
    throw new Mistake({
      what:
        first === undefined
          ? 'An edition is not as it was recorded'
          : `An edition is not as it was recorded: ${first.what}`,
      file,
      ...(first?.expected === undefined ? {} : { expected: first.expected }),
      remedy: RECORD_AGAIN,
    });
  }
  const id = name.replace(/\.json$/, '');
  if (parsed.data.id !== id) {
    throw new Mistake({
      what: 'The file of an edition has another name than the edition',
      file,
      field: 'id',
      found: parsed.data.id,
      expected: id,
      remedy: `Name the file ${parsed.data.id}.json.`,
    });
  }
  return parsed.data;
}

/** Editions whose addresses would be the same. */
function alike(editions: readonly Edition[]): Mistake[] {
  const groups = [...Map.groupBy(editions, ({ id }) => id.toLowerCase()).values()];
  return groups
    .filter(({ length }) => length > 1)
    .map(
      (same) =>
        new Mistake({
          what: 'Two editions differ only in capitals',
          file: `content/${EDITIONS}`,
          found: same.map(({ id }) => id).join(', '),
          expected: 'names that stay apart in small letters, as addresses have them',
          remedy: 'Rename one of them, the id in its file included.',
        }),
    );
}

/**
 * The name for a new edition.
 *
 * @throws Mistake for one that cannot be part of an address, or that is taken.
 */
export function newEditionId(written: string, taken: readonly string[], replace: boolean): string {
  if (!editionId.safeParse(written).success) {
    throw new Mistake({
      what: 'An edition needs a name that can be part of an address',
      found: written === '' ? 'nothing' : written,
      expected: 'letters, digits and single hyphens, such as 2026-Q3; at most 40',
      remedy: 'Write npm run edition -- 2026-Q3, for example.',
    });
  }
  const same = taken.find((id) => id.toLowerCase() === written.toLowerCase());
  if (same !== undefined && !(replace && same === written)) {
    throw new Mistake({
      what: `There is an edition called ${same} already`,
      file: `content/${EDITIONS}/${same}.json`,
      found: written,
      expected: 'a name of its own: readers may have cited the other',
      remedy:
        same === written
          ? 'Name the new one otherwise, such as with -revised, or write --replace if it was never published.'
          : 'Name the new one otherwise.',
    });
  }
  return written;
}

async function listed(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}
