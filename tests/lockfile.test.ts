import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

interface Locked {
  readonly version?: string;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const lock = JSON.parse(readFileSync(join(import.meta.dirname, '../package-lock.json'), 'utf8')) as {
  readonly packages: Readonly<Record<string, Locked>>;
};

/** Optional packages that nothing in the lock stands for, looked up as Node would. */
function missingOptionals(packages: Readonly<Record<string, Locked>>): string[] {
  const isLocked = (from: string, name: string): boolean => {
    if (packages[`${from}${from === '' ? '' : '/'}node_modules/${name}`] !== undefined) return true;
    return from !== '' && isLocked(from.slice(0, Math.max(0, from.lastIndexOf('/node_modules/'))), name);
  };
  return Object.entries(packages).flatMap(([from, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies)
      .filter((name) => !isLocked(from, name))
      .map((name) => `${name}, wanted by ${from}`),
  );
}

test('the lock holds the packages of every platform, or `npm ci` refuses it elsewhere', () => {
  expect(missingOptionals(lock.packages)).toEqual([]);
});

test('a lock written on one platform only is seen', () => {
  const packages = {
    '': {},
    'node_modules/tool': { optionalDependencies: { 'tool-linux': '1.0.0', 'tool-darwin': '1.0.0' } },
    'node_modules/tool-linux': { version: '1.0.0' },
  };
  expect(missingOptionals(packages)).toEqual(['tool-darwin, wanted by node_modules/tool']);
});
