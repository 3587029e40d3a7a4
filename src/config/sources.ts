/**
 * Loads `data/sources.yaml`.
 */
import { readConfig } from './read-file.ts';
import { type SourcesConfig, sourcesSchema } from './sources.schema.ts';

/**
 * How the files of a data folder are read that are not canonical. Without the file there are no entries.
 *
 * @throws Mistake or Mistakes with everything that is wrong with the file.
 */
export async function loadSourcesConfig(dataFolder: string): Promise<SourcesConfig> {
  return readConfig<SourcesConfig>(sourcesSchema, dataFolder, 'sources.yaml');
}
