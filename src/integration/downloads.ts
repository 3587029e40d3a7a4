import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, extname, join } from 'node:path';
import type { Plugin } from 'vite';
import type { Download } from '../report/types/report.ts';
import type { Pipeline } from './pipeline.ts';

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.csv': 'text/csv; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
};

/** Writes the report's downloads below the folder of the finished site. */
export async function writeDownloads(downloads: readonly Download[], outFolder: string): Promise<void> {
  for (const { path, text } of downloads) {
    const file = join(outFolder, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
  }
}

/** In dev, where nothing is written: serves the downloads from memory. */
export function serveDownloads(pipeline: Pipeline): Plugin {
  return {
    name: 'triptych:serve-downloads',
    apply: 'serve',
    configureServer(server) {
      server.middlewares.use(async (request, response, next) => {
        const pathname = new URL(request.url ?? '/', 'http://localhost').pathname;
        const type = CONTENT_TYPES[extname(pathname)];
        if (type === undefined || !pathname.includes('/data/')) return next();
        const report = await pipeline.current().catch(() => undefined);
        const download = report?.downloads().find(({ path }) => pathname.endsWith(`/${path}`));
        if (download === undefined) return next();
        response.setHeader('content-type', type);
        response.end(download.text);
      });
    },
  };
}
