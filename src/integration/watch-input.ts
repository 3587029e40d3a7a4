import { sep } from 'node:path';
import type { AstroIntegrationLogger } from 'astro';
import {
  type DevEnvironment,
  type EnvironmentModuleNode,
  isRunnableDevEnvironment,
  normalizePath,
  type Plugin,
  type ViteDevServer,
} from 'vite';
import { isPicture } from '../commentary/pictures.ts';
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
      let picturesChanged = false;
      server.watcher.add(watched);
      server.watcher.on('all', (_event, path) => {
        if (!watched.some((folder) => path === folder || path.startsWith(folder + sep))) return;
        picturesChanged ||= isPicture(path);
        clearTimeout(settling);
        settling = setTimeout(async () => {
          await run('renew');
          if (picturesChanged) forgetTexts(server, folders.content);
          picturesChanged = false;
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

/** Forgets what the texts show: which file a picture is has been decided when its text was read. */
function forgetTexts(server: ViteDevServer, contentFolder: string): void {
  const inContent = normalizePath(contentFolder + sep);
  for (const environment of Object.values(server.environments)) {
    for (const { id, file } of environment.moduleGraph.idToModuleMap.values()) {
      if (id !== null && file?.startsWith(inContent)) forget(environment, id);
    }
  }
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
