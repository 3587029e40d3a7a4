import { readdirSync, readFileSync } from 'node:fs';
import { csvParse } from 'd3';

/** One case of `tests/reference`: an input table and the numbers that established programs compute from it. */
export interface ReferenceCase {
  readonly name: string;
  readonly topic: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly rows: readonly Readonly<Record<string, string>>[];
  readonly expected: unknown;
  readonly tolerance: { readonly relative: number; readonly absolute: number };
}

const folder = new URL('./reference/', import.meta.url);

/** Names of all stored cases, sorted. */
export function referenceNames(): string[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.expected.json'))
    .map((file) => file.slice(0, -'.expected.json'.length))
    .sort();
}

/** All cases of a topic, sorted by name. */
export function referenceCases(topic: string): ReferenceCase[] {
  return referenceNames()
    .filter((name) => name.slice(0, name.lastIndexOf('-')) === topic)
    .map(readCase);
}

function readCase(name: string): ReferenceCase {
  const stored = JSON.parse(readFileSync(new URL(`${name}.expected.json`, folder), 'utf8'));
  const rows = csvParse(readFileSync(new URL(`${name}.input.csv`, folder), 'utf8')) as ReferenceCase['rows'];
  return { ...stored, rows };
}

/**
 * Compares a computed result leaf by leaf with a case. Numbers agree within the relative or the absolute tolerance of
 * the case, everything else must be identical; a key that only one side has is a difference.
 *
 * @param skipped paths that are not compared, as `/groups/billing/log` with any name where a part is an asterisk; a path that skips nothing is itself a difference.
 * @returns one line per difference, and the number of leaves that were compared.
 */
export function compareWithReference(
  reference: ReferenceCase,
  actual: unknown,
  skipped: readonly string[] = [],
): { differences: string[]; compared: number } {
  const differences: string[] = [];
  const used = new Set<string>();
  let compared = 0;

  const visit = (path: string, expected: unknown, found: unknown): void => {
    const skip = skipped.find((pattern) => matches(pattern, path));
    if (skip !== undefined) {
      used.add(skip);
    } else if (isBranch(expected) && isBranch(found)) {
      for (const key of new Set([...Object.keys(expected), ...Object.keys(found)])) {
        visit(`${path}/${key}`, expected[key], found[key]);
      }
    } else {
      compared += 1;
      if (!agree(expected, found, reference.tolerance)) {
        differences.push(`${path}: expected ${JSON.stringify(expected)}, found ${found}`);
      }
    }
  };

  visit('', reference.expected, actual);
  for (const pattern of skipped) if (!used.has(pattern)) differences.push(`${pattern}: skipped, but not in the case`);
  return { differences, compared };
}

function agree(expected: unknown, found: unknown, tolerance: ReferenceCase['tolerance']): boolean {
  if (typeof expected !== 'number' || typeof found !== 'number') return expected === found;
  const allowed = Math.max(tolerance.absolute, tolerance.relative * Math.abs(expected));
  return Math.abs(found - expected) <= allowed;
}

function isBranch(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function matches(pattern: string, path: string): boolean {
  const wanted = pattern.split('/');
  const given = path.split('/');
  return wanted.length === given.length && wanted.every((part, index) => part === '*' || part === given[index]);
}
