/**
 * What a schema expects, in plain words, and which part of it a place in a file belongs to.
 */
import type { z } from 'zod';
import { nearest } from './nearest.ts';
import { wording } from './values.ts';

export type Schema = z.core.$ZodType;
export type Path = readonly PropertyKey[];

/** Says nothing of its own, so that an issue has a message only where a schema gave it one. */
export const WITHOUT_MESSAGES = { error: () => '' };

/** The words registered for a schema itself. */
export function wordsOf(schema: Schema | undefined): string | undefined {
  return schema && wording.get(schema)?.expected;
}

/** What may stand here: `text`, `a number`, `year, quarter or month`, `text or a group with “column”`. */
export function expectedBy(schema: Schema): string {
  const words = wordsOf(schema);
  if (words !== undefined) return words;
  const inner = innerSchema(schema);
  if (inner !== undefined) return expectedBy(inner);
  const { def } = (schema as z.core.$ZodTypes)._zod;
  switch (def.type) {
    case 'string':
      return 'text';
    case 'number':
      return 'format' in def ? 'a whole number' : 'a number';
    case 'boolean':
      return 'true or false';
    case 'array':
      return 'a list';
    case 'tuple':
      return `a list of ${def.items.length} entries`;
    case 'record':
      return `lines of “name: value”, each value ${expectedBy(def.valueType)}`;
    case 'enum':
      return alternatives(Object.values(def.entries).map(String));
    case 'literal':
      return alternatives(def.values.map(String));
    case 'union':
      return alternatives([...new Set(def.options.map(expectedBy))]);
    case 'object':
      return `a group with ${namesOf(schema)}`;
    default:
      return 'something else';
  }
}

/** `a`, `a or b`, `a, b or c`. */
export function alternatives(words: readonly string[]): string {
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} or ${last}`;
}

/** The names that an object schema knows, in its order; none for other schemas. */
export function keysOf(schema: Schema): string[] {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  return def.type === 'object' ? Object.keys(def.shape) : [];
}

/** The values of an enumeration or of literals, as text; none for other schemas. */
export function choicesOf(schema: Schema): string[] {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  if (def.type === 'enum') return Object.values(def.entries).map(String);
  return def.type === 'literal' ? def.values.map(String) : [];
}

/**
 * The schema of the value at a path, without wrappers such as defaults; where several are possible, the one that the
 * value fits best. Undefined where the schema has no such place.
 */
export function schemaAt(schema: Schema, path: Path, value: unknown): Schema | undefined {
  const inner = innerSchema(schema);
  if (inner !== undefined) return schemaAt(inner, path, value);
  const [step, ...rest] = path;
  if (step === undefined) return schema;
  const { def } = (schema as z.core.$ZodTypes)._zod;
  if (def.type === 'union') {
    const option = bestOption(schema, value);
    return option && schemaAt(option, path, value);
  }
  const child = childSchema(def, step);
  return child && schemaAt(child, rest, childValue(value, step));
}

/** The option of a union that was most likely meant, or undefined when the value is of another type than all of them. */
export function bestOption(union: Schema, value: unknown): Schema | undefined {
  const { def } = (union as z.core.$ZodTypes)._zod;
  if (def.type !== 'union') return undefined;
  let best: Schema | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const option of def.options) {
    const cost = misfit(option, value, 'discriminator' in def ? String(def.discriminator) : undefined);
    if (cost < least) [best, least] = [option, cost];
  }
  return best;
}

/** The value at a path, undefined where there is none. */
export function valueAt(value: unknown, path: Path): unknown {
  return path.reduce(childValue, value);
}

/** How far a value is from an option: 0 when it fits, infinite when it is of another type. */
function misfit(option: Schema, value: unknown, discriminator: string | undefined): number {
  const { issues } = (option as z.ZodType).safeParse(value, WITHOUT_MESSAGES).error ?? { issues: [] };
  if (issues.some(isOfAnotherType)) return Number.POSITIVE_INFINITY;
  if (issues.some((issue) => discriminator !== undefined && issue.path[0] === discriminator)) return 1000;
  const names = keysOf(option);
  return issues.reduce((cost, issue) => {
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.reduce((sum, key) => sum + (nearest(key, names) === undefined ? 3 : 1), cost);
    }
    return cost + (valueAt(value, issue.path) === undefined ? 3 : 1);
  }, 0);
}

function isOfAnotherType(issue: z.core.$ZodIssue): boolean {
  if (issue.path.length > 0) return false;
  if (issue.code === 'invalid_union') return issue.errors.every((issues) => issues.some(isOfAnotherType));
  return issue.code === 'invalid_type' || issue.code === 'invalid_value';
}

function innerSchema(schema: Schema): Schema | undefined {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  return 'innerType' in def ? (def.innerType as Schema) : undefined;
}

function childSchema(def: z.core.$ZodTypes['_zod']['def'], step: PropertyKey): Schema | undefined {
  switch (def.type) {
    case 'object':
      return def.shape[String(step)];
    case 'array':
      return def.element;
    case 'tuple':
      return def.items[Number(step)];
    case 'record':
      return def.valueType;
    default:
      return undefined;
  }
}

function childValue(value: unknown, step: PropertyKey): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, step)
    ? (value as Record<PropertyKey, unknown>)[step]
    : undefined;
}

/** The names a group must have, or the first of those it may have. */
function namesOf(object: Schema): string {
  const { def } = (object as z.core.$ZodTypes)._zod;
  if (def.type !== 'object') return '';
  const entries = Object.entries(def.shape);
  const required = entries.filter(([, schema]) => schema._zod.optin === undefined).map(([name]) => `“${name}”`);
  if (required.length > 0) return required.join(' and ');
  return `names such as “${entries[0]?.[0] ?? ''}”`;
}
