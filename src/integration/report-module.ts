import type { Plugin } from 'vite';
import type { Folders } from './folders.ts';
import { SHARED_REPORT_MODULE } from './live-report.ts';
import { isMistake, mistakeAt, stopAtMistake } from './mistake-at.ts';
import type { Pipeline } from './pipeline.ts';

export const REPORT_MODULE = '\0virtual:triptych/report';

/** `virtual:triptych/report`: the only way by which pages reach the report. */
export function reportModule(pipeline: Pipeline, folders: Folders): Plugin {
  return {
    name: 'triptych:report',
    resolveId: {
      filter: { id: /^virtual:triptych\/report$/ },
      handler: () => REPORT_MODULE,
    },
    load: {
      filter: { id: /^\0virtual:triptych\/report$/ },
      async handler() {
        // A build bundles pages while figures are computed.
        if (this.environment.mode === 'build') return SHARED_REPORT_MODULE;
        try {
          await pipeline.current();
        } catch (error) {
          throw isMistake(error) ? mistakeAt(error, [folders.content, folders.data, process.cwd()]) : error;
        }
        return SHARED_REPORT_MODULE;
      },
    },
    // Bundled pages are rendered next, in a hook of Astro's that stands behind this one.
    buildApp: {
      order: 'post',
      async handler() {
        await pipeline.current().catch(stopAtMistake);
      },
    },
  };
}
