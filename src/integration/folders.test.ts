import { describe, expect, test } from 'vitest';
import { foldersOf } from './folders.ts';

describe('folders of a build', () => {
  test('stand in the project unless the environment names others', () => {
    expect(foldersOf('/project', {})).toEqual({
      data: '/project/data',
      content: '/project/content',
      cache: '/project/node_modules/.cache/triptych',
    });
  });

  test('may be absolute, or relative to the project', () => {
    expect(foldersOf('/project', { TRIPTYCH_DATA: '/exports', TRIPTYCH_CONTENT: '../words' })).toMatchObject({
      data: '/exports',
      content: '/words',
    });
  });

  test('an empty variable counts as unset', () => {
    expect(foldersOf('/project', { TRIPTYCH_DATA: '' }).data).toBe('/project/data');
  });
});
