import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { jsonSchemas } from './json-schema.ts';

describe('JSON Schemas for editors', () => {
  test.each(Object.entries(jsonSchemas()))(
    'docs/schemas/%s is current (else run: node src/cli/schemas.ts)',
    (name, text) => {
      expect(readFileSync(new URL(`../../docs/schemas/${name}`, import.meta.url), 'utf8')).toBe(text);
    },
  );

  test('are the same on every run', () => {
    expect(jsonSchemas()).toEqual(jsonSchemas());
  });

  test('ask for nothing in report.yaml, for everything has a default', () => {
    const schema = JSON.parse(jsonSchemas()['report.schema.json']);
    expect(schema.required).toBeUndefined();
    expect(schema.additionalProperties).toBe(false);
  });

  test('describe every setting', () => {
    const nameless = Object.values(jsonSchemas()).flatMap((text) => undescribed(JSON.parse(text), ''));
    expect(nameless).toEqual([]);
  });
});

/** Paths of the properties without a description of their own or of the definition that they refer to. */
function undescribed(node: unknown, path: string): string[] {
  if (Array.isArray(node)) return node.flatMap((part, index) => undescribed(part, `${path}/${index}`));
  if (typeof node !== 'object' || node === null) return [];
  const properties = Object.entries((node as { properties?: object }).properties ?? {})
    .filter(([, property]) => !('description' in property) && !JSON.stringify(property).includes('$ref'))
    .map(([name]) => `${path}/${name}`);
  return [...properties, ...Object.entries(node).flatMap(([name, part]) => undescribed(part, `${path}/${name}`))];
}
