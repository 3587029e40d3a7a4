import { sitePath } from '../charts/site-path.ts';

/** The address of a page or download of this site under any base path: `href('/service/')`. */
export function href(path: string): string {
  return sitePath(path, import.meta.env.BASE_URL);
}
