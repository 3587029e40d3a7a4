import { sep } from 'node:path';
import { normalizePath } from 'vite';
import { isPicture } from '../commentary/pictures.ts';
import { isText } from '../report/input-state.ts';
import { COMMENTARY_MODULE } from './commentary-module.ts';

/** A module as Vite knows it: its id, and the file it was read from, if any. */
interface Known {
  readonly id: string | null;
  readonly file: string | null;
}

/**
 * Modules that hold what was read before the files changed: texts that changed, which texts there are, and pages whose
 * addresses the report knows. All others see a new report without being loaded again.
 */
export function staleAfter(changed: readonly string[], contentFolder: string): (module: Known) => boolean {
  const inContent = normalizePath(contentFolder + sep);
  const files = new Set(changed.map(normalizePath));
  // Which file a picture is was decided when its text was read: every text may show one that has come or gone.
  const arePictures = changed.some(isPicture);
  const areTexts = changed.some(isText);
  return ({ id, file }) => {
    if (id === COMMENTARY_MODULE) return areTexts;
    if (file === null) return false;
    return files.has(file) || (arePictures && file.startsWith(inContent)) || ADDRESSED_BY_REPORT.test(file);
  };
}

/** Pages such as `[id].astro`. */
const ADDRESSED_BY_REPORT = /\/src\/pages\/.*\[[^/]*\.astro$/;
