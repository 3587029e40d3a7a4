/**
 * Triptych inside Astro: runs the pipeline once, hands its report to the pages, and writes the downloads.
 *
 * Loaded by Node itself from `astro.config.mjs`, so the pipeline never passes through Vite.
 */
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { refuseLostAnchors } from './integration/anchor-check.ts';
import { earlyOrNew } from './integration/begun.ts';
import { claimsMode } from './integration/claims-mode.ts';
import { claimsError, claimsOverlay } from './integration/claims-overlay.ts';
import { commentaryModule } from './integration/commentary-module.ts';
import { serveDownloads, writeDownloads } from './integration/downloads.ts';
import { foldersOf } from './integration/folders.ts';
import { refuseIdentifiers } from './integration/identifier-scan.ts';
import { shareReport } from './integration/live-report.ts';
import { stopAtMistake } from './integration/mistake-at.ts';
import { type Pipeline, pipelineOf } from './integration/pipeline.ts';
import { remarkLines } from './integration/remark-lines.ts';
import { reportModule } from './integration/report-module.ts';
import { watchInput } from './integration/watch-input.ts';

/** The integration; it takes no options: `TRIPTYCH_DATA`, `TRIPTYCH_CONTENT` and `TRIPTYCH_CACHE` move its folders. */
export default function triptych(): AstroIntegration {
  let pipeline: Pipeline;
  let checked: Promise<void>;

  return {
    name: 'triptych',
    hooks: {
      'astro:config:setup': ({ command, config, updateConfig, logger }) => {
        const root = fileURLToPath(config.root);
        const folders = foldersOf(root, process.env);
        const claims = claimsMode(command, process.env);
        pipeline = pipelineOf(
          () => {
            const run = earlyOrNew(folders, { claims, isDev: command === 'dev' });
            run.listen((line) => logger.info(line));
            checked = run.checked;
            return run.report;
          },
          (report) => {
            shareReport(report);
            const unsupported = command === 'dev' ? claimsError(report, [folders.content]) : null;
            if (unsupported !== null) logger.warn(unsupported.message);
            if (command === 'dev') for (const line of remarkLines(report.writing.remarks)) logger.info(line);
          },
        );
        // Exports are read while Astro gets ready. Whoever asks for the report learns of what stopped the run.
        if (command === 'build' || command === 'dev') pipeline.current().catch(() => undefined);
        updateConfig({
          vite: {
            plugins: [
              reportModule(pipeline, folders),
              commentaryModule(folders.content, root, command === 'dev'),
              watchInput(pipeline, folders, logger),
              serveDownloads(pipeline),
              claimsOverlay(pipeline, folders),
            ],
          },
        });
      },

      // Bundling empties the folder of the site: it waits until the input is known to be sound.
      'astro:build:start': () => checked.catch(stopAtMistake),

      'astro:build:done': async ({ dir, logger }) => {
        const report = await pipeline.current();
        for (const line of remarkLines(report.writing.remarks)) logger.info(line);
        const folder = fileURLToPath(dir);
        await writeDownloads(report.downloads(), folder);
        try {
          refuseLostAnchors(report, folder);
          refuseIdentifiers(report, folder);
        } catch (error) {
          stopAtMistake(error);
        }
      },
    },
  };
}
