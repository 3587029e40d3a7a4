import { normalize, sep } from 'node:path';
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
import { isText } from '../report/input-state.ts';
import { COMMENTARY_MODULE } from './commentary-module.ts';
import type { Folders } from './folders.ts';
import { isMistake } from './mistake-at.ts';
import type { Pipeline } from './pipeline.ts';
import { REPORT_MODULE } from './report-module.ts';

/** Exports are often copied in several files: one run serves them all. An editor is done with a text sooner. */
const SETTLE_MILLISECONDS = { exports: 60, texts: 15 };

/**
 * In dev: a change of data or content runs the pipeline again and reloads every open page once its figures and its words
 * belong together. Vite, which knows the texts as modules, would reload them before their claims are judged.
 */
export function watchInput(pipeline: Pipeline, folders: Folders, logger: AstroIntegrationLogger): Plugin {
  function run(which: 'current' | 'renew'): Promise<void> {
    return pipeline[which]().then(
      () => undefined,
      (error: unknown) => logger.error(isMistake(error) ? error.message : String((error as Error).stack ?? error)),
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
      server.watcher.add(watched);
      server.watcher.on('all', (_event, path) => {
        if (!isInput(path)) return;
        changed.add(path);
        clearTimeout(settling);
        const wait = [...changed].every(isText) ? SETTLE_MILLISECONDS.texts : SETTLE_MILLISECONDS.exports;
        settling = setTimeout(async () => {
          const paths = [...changed];
          changed.clear();
          await run('renew');
          reloadPages(server, paths, folders.content);
        }, wait);
      });
      void run('current');
    },
    hotUpdate: {
      order: 'pre',
      handler: ({ file }) => (isInput(normalize(file)) ? [] : undefined),
    },
  };
}

/**
 * Forgets the virtual modules, the texts that changed and everything that imports them, then reloads; a failed run shows
 * as the page's error.
 */
function reloadPages(server: ViteDevServer, changed: readonly string[], contentFolder: string): void {
  const inContent = normalizePath(contentFolder + sep);
  // Which file a picture is was decided when its text was read: every text may show one that has come or gone.
  const isStale = changed.some(isPicture)
    ? (file: string) => file.startsWith(inContent)
    : (file: string) => changed.some((path) => normalizePath(path) === file);
  for (const environment of Object.values(server.environments)) {
    for (const module of [...environment.moduleGraph.idToModuleMap.values()]) {
      const { id, file } = module;
      if (id === REPORT_MODULE || id === COMMENTARY_MODULE || (file !== null && isStale(file))) {
        forget(environment, module);
      }
    }
  }
  server.ws.send({ type: 'full-reload' });
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
