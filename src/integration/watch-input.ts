import { normalize, sep } from 'node:path';
import type { AstroIntegrationLogger } from 'astro';
import {
  type DevEnvironment,
  type EnvironmentModuleNode,
  isRunnableDevEnvironment,
  type Plugin,
  type ViteDevServer,
} from 'vite';
import { isText } from '../report/input-state.ts';
import type { Folders } from './folders.ts';
import { isMistake } from './mistake-at.ts';
import type { Pipeline } from './pipeline.ts';
import { REPORT_MODULE } from './report-module.ts';
import { staleAfter } from './stale-modules.ts';

/** Exports are often copied in several files: one run serves them all. An editor is done with a text sooner. */
const SETTLE_MILLISECONDS = { exports: 30, texts: 15 };

/**
 * In dev: a change of data or content runs the pipeline again and reloads every open page once its figures and its words
 * belong together. Vite, which knows the texts as modules, would reload them before their claims are judged.
 */
export function watchInput(pipeline: Pipeline, folders: Folders, logger: AstroIntegrationLogger): Plugin {
  /** Whether a report came of it. */
  function run(which: 'current' | 'renew'): Promise<boolean> {
    return pipeline[which]().then(
      () => true,
      (error: unknown) => {
        logger.error(isMistake(error) ? error.message : String((error as Error).stack ?? error));
        return false;
      },
    );
  }

  const watched = [folders.data, folders.content];
  const isInput = (path: string) => watched.some((folder) => path === folder || path.startsWith(folder + sep));

  return {
    name: 'triptych:watch-input',
    apply: 'serve',
    configureServer(server) {
      let settling: NodeJS.Timeout | undefined;
      const changed = new Set<string>();
      /** Whether pages show the report before; else they show what stopped the run. */
      let isShown = run('current');
      server.watcher.add(watched);
      server.watcher.on('all', (_event, path) => {
        if (!isInput(path)) return;
        changed.add(path);
        clearTimeout(settling);
        const wait = [...changed].every(isText) ? SETTLE_MILLISECONDS.texts : SETTLE_MILLISECONDS.exports;
        settling = setTimeout(async () => {
          const paths = [...changed];
          changed.clear();
          const wasShown = await isShown;
          isShown = run('renew');
          const hasStopped = !(wasShown && (await isShown));
          const isStale = staleAfter(paths, folders.content);
          forgetStale(server, (module) => isStale(module) || (hasStopped && module.id === REPORT_MODULE));
          server.ws.send({ type: 'full-reload' });
        }, wait);
      });
    },
    hotUpdate: {
      order: 'pre',
      handler: ({ file }) => (isInput(normalize(file)) ? [] : undefined),
    },
  };
}

/** Forgets modules and everything that imports them. */
function forgetStale(server: ViteDevServer, isStale: (module: EnvironmentModuleNode) => boolean): void {
  for (const environment of Object.values(server.environments)) {
    for (const module of [...environment.moduleGraph.idToModuleMap.values()]) {
      if (isStale(module)) forget(environment, module);
    }
  }
}

function forget(environment: DevEnvironment, module: EnvironmentModuleNode): void {
  const forgotten = new Set<EnvironmentModuleNode>();
  environment.moduleGraph.invalidateModule(module, forgotten, Date.now(), true);
  if (!isRunnableDevEnvironment(environment)) return;
  for (const node of forgotten) {
    const evaluated = node.id === null ? undefined : environment.runner.evaluatedModules.getModuleById(node.id);
    if (evaluated !== undefined) environment.runner.evaluatedModules.invalidateModule(evaluated);
  }
}
