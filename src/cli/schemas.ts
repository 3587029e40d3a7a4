/**
 * Writes the JSON Schemas of the configuration files to `docs/schemas/`: `node src/cli/schemas.ts`.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { jsonSchemas } from '../config/json-schema.ts';

const folder = new URL('../../docs/schemas/', import.meta.url);

mkdirSync(folder, { recursive: true });
for (const [name, text] of Object.entries(jsonSchemas())) writeFileSync(new URL(name, folder), text);
