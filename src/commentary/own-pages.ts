/**
 * How pages of the writers' own stand to each other and to the panels.
 */
interface Placed {
  /** Site path: `/why/billing/`. */
  readonly path: string;
}

/** Pages above another, the highest first; folders without a page of their own are passed over. */
export function above<Page extends Placed>({ path }: Placed, pages: readonly Page[]): readonly Page[] {
  return pages
    .filter((page) => page.path !== path && path.startsWith(page.path))
    .toSorted((a, b) => a.path.length - b.path.length);
}

/** Pages that stand directly below another; with null those that stand below none. */
export function below<Page extends Placed>(parent: Placed | null, pages: readonly Page[]): readonly Page[] {
  return pages.filter((page) => above(page, pages).at(-1)?.path === parent?.path);
}
