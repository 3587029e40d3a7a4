/**
 * What a schema found wrong with a value, as sentences for the person who wrote the file.
 */
import type { z } from 'zod';
import { nearest } from './nearest.ts';
import {
  alternatives,
  bestOption,
  choicesOf,
  expectedBy,
  keysOf,
  type Path,
  type Schema,
  schemaAt,
  valueAt,
  WITHOUT_MESSAGES,
  wordsOf,
} from './schema-words.ts';
import { later, misplaced } from './values.ts';

/** One thing to mend. */
export interface Finding {
  readonly path: Path;
  /** Whether the value at `path` is wrong, its name is, or nothing stands there. */
  readonly about: 'value' | 'name' | 'absence';
  /** One sentence without a full stop. */
  readonly what: string;
  readonly expected?: string | undefined;
  /** An imperative sentence. */
  readonly remedy?: string | undefined;
  /** For a wrong name: the one probably meant. */
  readonly meant?: string | undefined;
}

/** What an issue says of a value: the rest of a sentence about it, and words of its own where it has them. */
interface Problem {
  readonly what: string;
  readonly expected?: string;
  readonly remedy?: string | undefined;
}

/**
 * All that is wrong with a value, in the order of the schema; none when it fits.
 *
 * @param base Path of the value in its file.
 */
export function explain(schema: Schema, value: unknown, base: Path = []): Finding[] {
  const { issues } = (schema as z.ZodType).safeParse(value, WITHOUT_MESSAGES).error ?? { issues: [] };
  const findings = issues
    // A rule about a whole says nothing new while one of its parts is wrong.
    .filter((issue) => issue.code !== 'custom' || !issues.some((other) => liesWithin(other.path, issue.path)))
    .flatMap((issue) => explainIssue(issue, schema, value, base));
  return withoutEchoes(findings);
}

/** `sources[0].fields.csat`, with quotes around names that are not plain words; empty for the whole file. */
export function pathText(path: Path): string {
  return path
    .map((step, index) => {
      if (typeof step === 'number') return `[${step}]`;
      if (!/^[a-z_][\w-]*$/i.test(String(step))) return `[${JSON.stringify(step)}]`;
      return index === 0 ? String(step) : `.${String(step)}`;
    })
    .join('');
}

function explainIssue(issue: z.core.$ZodIssue, schema: Schema, root: unknown, base: Path): Finding[] {
  const path = [...base, ...issue.path];
  const value = valueAt(root, issue.path);
  const target = schemaAt(schema, issue.path, root);
  if (issue.code === 'unrecognized_keys') {
    const owner = target && (bestOption(target, value) ?? target);
    return issue.keys.map((key) => unknownName([...path, key], owner, value));
  }
  if (value === undefined && path.length > 0) return [missing(path, expectedOf(issue, target))];
  if (value === null && path.length > 0) return [withoutValue(path, expectedOf(issue, target))];
  const option = issue.code === 'invalid_union' && target !== undefined ? bestOption(target, value) : undefined;
  if (option !== undefined) return explain(option, value, path);
  const problem = problemOf(issue);
  return [
    {
      path,
      about: 'value',
      what: `${capital(nameOf(path))} ${problem.what}`,
      expected: (issue.message || wordsOf(target)) ?? problem.expected ?? expectedOf(issue, target),
      remedy: problem.remedy ?? meantChoice(issue, value, target) ?? typeRemedy(issue, value),
    },
  ];
}

function expectedOf(issue: z.core.$ZodIssue, target: Schema | undefined): string | undefined {
  if (issue.code === 'invalid_union' && 'options' in issue) return alternatives((issue.options ?? []).map(String));
  return issue.message || (target && expectedBy(target));
}

function unknownName(path: Path, schema: Schema | undefined, group: unknown): Finding {
  const name = String(path.at(-1));
  const why = schema === undefined ? undefined : later.get(schema as z.ZodType)?.[name];
  if (why !== undefined) {
    return { path, about: 'name', what: `“${name}” is not a setting yet: ${why}`, remedy: 'Remove it' };
  }
  const whyElsewhere = schema === undefined ? undefined : misplaced.get(schema as z.ZodType)?.[name];
  if (whyElsewhere !== undefined) {
    return { path, about: 'name', what: `“${name}” does not belong here: ${whyElsewhere}`, remedy: 'Remove it' };
  }
  const known = schema === undefined ? [] : keysOf(schema);
  const free = known.filter((key) => valueAt(group, [key]) === undefined);
  const meant = nearest(name, [...free, ...known]);
  const isFree = meant !== undefined && free.includes(meant);
  return {
    path,
    about: 'name',
    what: `“${name}” is not a setting of ${path.length === 1 ? 'this file' : nameOf(path.slice(0, -1))}`,
    expected: meant === undefined && free.length > 0 ? alternatives(free) : undefined,
    remedy: isFree ? `Write “${meant}”` : meant && `Remove it, for “${meant}” is there too`,
    meant: isFree ? meant : undefined,
  };
}

function missing(path: Path, expected: string | undefined): Finding {
  const what = `${capital(nameOf(path))} is missing`;
  return { path, about: 'absence', what, expected, remedy: `Add “${String(path.at(-1))}: …”` };
}

function withoutValue(path: Path, expected: string | undefined): Finding {
  const where = typeof path.at(-1) === 'number' ? 'one' : 'one after the colon';
  const what = `${capital(nameOf(path))} has no value`;
  return { path, about: 'value', what, expected, remedy: `Write ${where}, or remove the line` };
}

function problemOf(issue: z.core.$ZodIssue): Problem {
  switch (issue.code) {
    case 'invalid_type':
      return { what: `must be ${typeWords(issue.expected)}` };
    case 'too_small':
    case 'too_big':
      return issue.origin === 'string' || issue.origin === 'array' ? lengthProblem(issue) : sizeProblem(issue);
    case 'custom': {
      const { what = 'cannot be used', remedy, meant } = (issue.params ?? {}) as Record<string, string | undefined>;
      return { what, remedy: remedy ?? (meant === undefined ? undefined : `Write “${meant}”`) };
    }
    default:
      return { what: 'cannot be used' };
  }
}

function sizeProblem(issue: z.core.$ZodIssueTooSmall | z.core.$ZodIssueTooBig): Problem {
  if (issue.code === 'too_big') return { what: 'is too large', expected: `at most ${issue.maximum}` };
  const expected = issue.inclusive === true ? `${issue.minimum} or more` : `more than ${issue.minimum}`;
  return { what: 'is too small', expected };
}

function lengthProblem(issue: z.core.$ZodIssueTooSmall | z.core.$ZodIssueTooBig): Problem {
  const isShort = issue.code === 'too_small';
  const limit = Number(isShort ? issue.minimum : issue.maximum);
  if (issue.origin === 'array') return { what: `has too ${isShort ? 'few' : 'many'} entries` };
  if (isShort && limit === 1) return { what: 'is empty' };
  const bound = issue.exact === true ? '' : isShort ? 'at least ' : 'at most ';
  const unit = limit === 1 ? 'character' : 'characters';
  return { what: `is too ${isShort ? 'short' : 'long'}`, expected: `${bound}${limit} ${unit}` };
}

function typeWords(type: string): string {
  const words: Record<string, string> = {
    string: 'text',
    number: 'a number',
    int: 'a whole number',
    boolean: 'true or false',
    array: 'a list',
    tuple: 'a list',
    object: 'a group of settings',
    record: 'lines of “name: value”',
  };
  return words[type] ?? type;
}

/** The allowed value that somebody probably meant. */
function meantChoice(issue: z.core.$ZodIssue, value: unknown, target: Schema | undefined): string | undefined {
  const choices = issue.code === 'invalid_union' && 'options' in issue ? issue.options : target && choicesOf(target);
  const meant = nearest(String(value), (choices ?? []).map(String));
  return meant && `Write “${meant}”`;
}

/** How to write what is there as the type that is wanted. */
function typeRemedy(issue: z.core.$ZodIssue, value: unknown): string | undefined {
  const wanted = wantedTypes(issue);
  if (wanted.includes('string') && (typeof value === 'number' || typeof value === 'boolean')) {
    return 'Put it in quotes, so that YAML takes it for text';
  }
  if (wanted.includes('array')) {
    return typeof value === 'object'
      ? 'Write “- ” before the first line of each entry'
      : 'Write each entry on a line of its own after “- ”, or all of them in square brackets';
  }
  return typeof value === 'string' && wanted.includes('number') ? numberRemedy(value) : undefined;
}

/** The types that would have been right, at the place of the issue itself. */
function wantedTypes(issue: z.core.$ZodIssue): string[] {
  if (issue.path.length > 0 && issue.code === 'invalid_union') {
    return issue.errors.flat().flatMap((inner) => (inner.path.length === 0 ? wantedTypes(inner) : []));
  }
  return issue.code === 'invalid_type' ? [issue.expected] : [];
}

function numberRemedy(written: string): string | undefined {
  const percent = /^(-?\d+(?:\.\d+)?) ?%$/.exec(written.trim());
  if (percent !== null) return `Write the share as a number: ${Number((Number(percent[1]) / 100).toPrecision(12))}`;
  return /^-?\d+(\.\d+)?$/.test(written.trim()) ? 'Remove the quotes' : undefined;
}

/** `“title”`, `entry 2 of “events”`, `the file`. */
function nameOf(path: Path): string {
  const last = path.at(-1);
  if (last === undefined) return 'the file';
  return typeof last === 'number' ? `entry ${last + 1} of ${nameOf(path.slice(0, -1))}` : `“${String(last)}”`;
}

function capital(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}

function liesWithin(path: Path, outer: Path): boolean {
  return path.length > outer.length && outer.every((step, index) => path[index] === step);
}

/** A misspelt name is one mistake, not two: its right spelling is not reported as missing as well. */
function withoutEchoes(findings: readonly Finding[]): Finding[] {
  const misspelt = new Set(
    findings.flatMap(({ path, meant }) => (meant === undefined ? [] : pathText([...path.slice(0, -1), meant]))),
  );
  return findings.filter(({ about, path }) => about !== 'absence' || !misspelt.has(pathText(path)));
}
