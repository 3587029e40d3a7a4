import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { loadSourcesConfig } from './sources.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'triptych-data-'));
});

afterEach(() => rm(folder, { recursive: true }));

const write = (text: string): Promise<void> => writeFile(join(folder, 'sources.yaml'), text);

describe('mapping of sources', () => {
  test('has no entries without the file or the folder', async () => {
    expect(await loadSourcesConfig(folder)).toEqual({ sources: [] });
    expect(await loadSourcesConfig(join(folder, 'missing'))).toEqual({ sources: [] });
  });

  test('reads every way to say where a field comes from', async () => {
    await write(`
sources:
  - kind: responses
    glob: "*/wave-*.csv"
    delimiter: "\\t"
    fields:
      submitted_at: {file_name: 'wave-(\\d+)', template: "2026-{name}-01"}
      customer_id: Account
      segment: {column: Seg, values: {1: private, no: none}, missing: [0, n/a]}
      channel: {constant: email}
      csat:
        column: Q1
        scale: &five {min: 1, max: 5}
        missing: {11: don't know}
        labels: {Very good: 5}
    items:
      - {column: Q2, touchpoint: Shop, scale: *five}
      - scale: *five
        columns: [Q3, {column: Q4, touchpoint: Delivery}]
  - kind: ignore
    glob: notes.csv
    reason: Not an export
`);
    expect(await loadSourcesConfig(folder)).toEqual({
      sources: [
        {
          kind: 'responses',
          glob: '*/wave-*.csv',
          delimiter: '\t',
          deduplicate: 'latest',
          fields: {
            submitted_at: { file_name: 'wave-(\\d+)', template: '2026-{name}-01' },
            customer_id: 'Account',
            segment: { column: 'Seg', values: { '1': 'private', no: 'none' }, missing: [0, 'n/a'] },
            channel: { constant: 'email' },
            csat: {
              column: 'Q1',
              scale: { min: 1, max: 5, direction: 'up' },
              missing: { '11': "don't know" },
              labels: { 'Very good': 5 },
            },
          },
          set_aside: [],
          items: [
            { column: 'Q2', touchpoint: 'Shop', score: 'csat', scale: { min: 1, max: 5, direction: 'up' } },
            {
              score: 'csat',
              scale: { min: 1, max: 5, direction: 'up' },
              columns: ['Q3', { column: 'Q4', touchpoint: 'Delivery' }],
            },
          ],
        },
        { kind: 'ignore', glob: 'notes.csv', reason: 'Not an export' },
      ],
    });
  });
});
