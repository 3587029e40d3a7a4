import type { Plugin } from 'vite';
import { throwMistakes } from '../config/mistake.ts';
import { unsupportedClaims } from '../report/claims/claim-reports.ts';
import type { Report } from '../report/types/report.ts';
import type { Folders } from './folders.ts';
import { isMistake, mistakeAt, type PlacedError } from './mistake-at.ts';
import type { Pipeline } from './pipeline.ts';

/** Claims that do not hold and sentences that nothing checks as one error, placed at the first; null where there are none. */
export function claimsError(
  report: Pick<Report, 'claims' | 'writing'>,
  folders: readonly string[],
): PlacedError | null {
  try {
    throwMistakes([...unsupportedClaims(report.claims), ...report.writing.errors]);
    return null;
  } catch (error) {
    if (!isMistake(error)) throw error;
    return mistakeAt(error, folders);
  }
}

/** In dev, where a page with such a sentence is drawn all the same: lays the error over every page that is opened. */
export function claimsOverlay(pipeline: Pipeline, folders: Folders): Plugin {
  return {
    name: 'triptych:claims-overlay',
    apply: 'serve',
    configureServer(server) {
      server.ws.on('connection', async (_socket) => {
        const report = await pipeline.current().catch(() => null);
        const error = report && claimsError(report, [folders.content]);
        if (error === null) return;
        const { message, loc, id } = error;
        server.ws.send({ type: 'error', err: { message, stack: '', ...(id && { id }), ...(loc && { loc }) } });
      });
    },
  };
}
