/**
 * Writes `docs/exports/`: `npm run docs:exports`.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { exportPages } from './export-pages.ts';

const docs = new URL('../../docs/', import.meta.url);
rmSync(new URL('exports/', docs), { recursive: true, force: true });
mkdirSync(new URL('exports/', docs), { recursive: true });
for (const [path, text] of Object.entries(exportPages())) writeFileSync(new URL(path, docs), text);
