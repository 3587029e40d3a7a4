import { sep } from 'node:path';
import type { AstroIntegrationLogger } from 'astro';
import {
  type DevEnvironment,
  type EnvironmentModuleNode,
  isRunnableDevEnvironment,
  type Plugin,
  type ViteDevServer,
} from 'vite';
import { COMMENTARY_MODULE } from './commentary-module.ts';
import type { Folders } from './folders.ts';
import { isMistake } from './mistake-at.ts';
import type { Pipeline } from './pipeline.ts';
import { REPORT_MODULE } from './report-module.ts';

/** Exports are often copied in several files, and editors write in bursts: one run serves them all. */
const SETTLE_MILLISECONDS = 120;

/** In dev: a change of data or content runs the pipeline again and reloads every open page. */
export function watchInput(pipeline: Pipeline, folders: Folders, logger: AstroIntegrationLogger): Plugin {
  function run(which: 'current' | 'renew'): Promise<void> {
    return pipeline[which]().then(
      () => undefined,
      (error: unknown) => logger.error(isMistake(error) ? error.message : String((error as Error).stack ?? error)),
    );
  }

  return {
    name: 'triptych:watch-input',
    apply: 'serve',
    configureServer(server) {
      const watched = [folders.data, folders.content];
      let settling: NodeJS.Timeout | undefined;
      server.watcher.add(watched);
      server.watcher.on('all', (_event, path) => {
        if (!watched.some((folder) => path === folder || path.startsWith(folder + sep))) return;
        clearTimeout(settling);
        settling = setTimeout(async () => {
          await run('renew');
          reloadPages(server);
        }, SETTLE_MILLISECONDS);
      });
      void run('current');
    },
  };
}

/** Forgets the virtual modules and everything that imports them, then reloads; a failed run shows as the page's error. */
function reloadPages(server: ViteDevServer): void {
  for (const environment of Object.values(server.environments)) {
    for (const id of [REPORT_MODULE, COMMENTARY_MODULE]) forget(environment, id);
  }
  server.ws.send({ type: 'full-reload' });
}

function forget(environment: DevEnvironment, id: string): void {
  const module = environment.moduleGraph.getModuleById(id);
  if (module === undefined) return;
  const forgotten = new Set<EnvironmentModuleNode>();
  environment.moduleGraph.invalidateModule(module, forgotten, Date.now(), true);
  if (!isRunnableDevEnvironment(environment)) return;
  for (const node of forgotten) {
    const evaluated = node.id === null ? undefined : environment.runner.evaluatedModules.getModuleById(node.id);
    if (evaluated !== undefined) environment.runner.evaluatedModules.invalidateModule(evaluated);
  }
}
