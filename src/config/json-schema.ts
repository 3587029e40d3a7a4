/**
 * JSON Schemas of the configuration files, from which editors offer names, descriptions and checks while typing.
 *
 * An editor finds one by the first line of the YAML file:
 * `# yaml-language-server: $schema=../docs/schemas/report.schema.json`.
 */
import { z } from 'zod';
import { reportSchema } from './report.schema.ts';
import { sourcesSchema } from './sources.schema.ts';

export interface JsonSchemas {
  readonly 'report.schema.json': string;
  readonly 'sources.schema.json': string;
}

/** The schemas as text, by file name; the same text on every run. They describe what a person may write. */
export function jsonSchemas(): JsonSchemas {
  return {
    'report.schema.json': schemaText(reportSchema, 'content/report.yaml'),
    'sources.schema.json': schemaText(sourcesSchema, 'data/sources.yaml'),
  };
}

function schemaText(schema: z.ZodType, file: string): string {
  const { $schema, ...rest } = z.toJSONSchema(schema, {
    io: 'input',
    // The draft that the YAML extensions of all editors read.
    target: 'draft-7',
    override({ jsonSchema }) {
      // Editors know the format and word its failure better than that of an endless pattern.
      if (jsonSchema.format === 'date') delete jsonSchema.pattern;
      if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
    },
  });
  return `${JSON.stringify({ $schema, title: `Triptych: ${file}`, ...rest }, null, 2)}\n`;
}
