/**
 * A static host as plain as they come: files, `index.html` of a folder, 404 for the rest.
 */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';

export interface Served {
  /** Address of the site's root, with base, ending in a slash. */
  readonly url: string;
  close(): Promise<void>;
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
};

/**
 * Serves a folder on a free port of this machine.
 *
 * @param base Path below which the site stands, such as `/reports/`.
 */
export async function serve(folder: string, base = '/'): Promise<Served> {
  const prefix = `/${base}/`.replace(/\/{2,}/g, '/');
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname);
    const file = path.startsWith(prefix) ? fileAt(folder, path.slice(prefix.length)) : undefined;
    if (file === undefined) return response.writeHead(404).end();
    return response
      .writeHead(200, { 'content-type': TYPES[extname(file)] ?? 'application/octet-stream' })
      .end(readFileSync(file));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}${prefix}`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

/** The file that a path below the root names, or undefined. */
export function fileAt(folder: string, path: string): string | undefined {
  const wanted = normalize(join(folder, path));
  if (!wanted.startsWith(normalize(folder)) || !existsSync(wanted)) return undefined;
  if (statSync(wanted).isFile()) return wanted;
  const index = join(wanted, 'index.html');
  return path === '' || path.endsWith('/') ? (existsSync(index) ? index : undefined) : undefined;
}
