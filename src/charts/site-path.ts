/**
 * A path of the site as a link, below the folder the site is served from.
 *
 * @param path from the site's root, with a leading slash and perhaps an anchor: `/methods/#csat`.
 * @param base `import.meta.env.BASE_URL`, with or without a closing slash.
 */
export function sitePath(path: string, base: string): string {
  return `${base.replace(/\/+$/, '')}/${path.replace(/^\/+/, '')}`;
}
