/**
 * Triptych inside Astro: runs the pipeline once, hands its report to the pages, and writes the downloads.
 *
 * Loaded by Node itself from `astro.config.mjs`, so the pipeline never passes through Vite.
 */
import { fileURLToPath } from 'node:url';
import type { AstroIntegration, AstroIntegrationLogger } from 'astro';
import { commentaryModule } from './integration/commentary-module.ts';
import { serveDownloads, writeDownloads } from './integration/downloads.ts';
import { type Folders, foldersOf } from './integration/folders.ts';
import { refuseIdentifiers } from './integration/identifier-scan.ts';
import { shareReport } from './integration/live-report.ts';
import { isMistake } from './integration/mistake-at.ts';
import { type Pipeline, pipelineOf } from './integration/pipeline.ts';
import { reportModule } from './integration/report-module.ts';
import { watchInput } from './integration/watch-input.ts';
import { buildReport } from './report/build-report.ts';

/** The integration; it takes no options: `TRIPTYCH_DATA`, `TRIPTYCH_CONTENT` and `TRIPTYCH_CACHE` move its folders. */
export default function triptych(): AstroIntegration {
  let pipeline: Pipeline;

  return {
    name: 'triptych',
    hooks: {
      'astro:config:setup': ({ command, config, updateConfig, logger }) => {
        const root = fileURLToPath(config.root);
        const folders = foldersOf(root, process.env);
        pipeline = openPipeline(folders, logger);
        // Exports are read while Astro gets ready. Whoever asks for the report learns of what stopped the run.
        if (command === 'build' || command === 'dev') pipeline.current().catch(() => undefined);
        updateConfig({
          vite: {
            plugins: [
              reportModule(pipeline, folders),
              commentaryModule(folders.content, root),
              watchInput(pipeline, folders, logger),
              serveDownloads(pipeline),
            ],
          },
        });
      },

      'astro:build:start': async () => {
        try {
          await pipeline.current();
        } catch (error) {
          stopAtMistake(error);
        }
      },

      'astro:build:done': async ({ dir }) => {
        const report = await pipeline.current();
        const folder = fileURLToPath(dir);
        await writeDownloads(report.downloads(), folder);
        try {
          refuseIdentifiers(report, folder);
        } catch (error) {
          stopAtMistake(error);
        }
      },
    },
  };
}

function openPipeline(folders: Folders, logger: AstroIntegrationLogger): Pipeline {
  return pipelineOf(
    () =>
      buildReport({
        dataFolder: folders.data,
        contentFolder: folders.content,
        cacheFolder: folders.cache,
        log: (line: string) => logger.info(line),
      }),
    shareReport,
  );
}

/** A mistake ends the build with its message and nothing else; a bug keeps its stack and is Astro's to print. */
function stopAtMistake(error: unknown): never {
  if (!isMistake(error)) throw error;
  process.stderr.write(`\n${error.message}\n\n`);
  process.exit(1);
}
