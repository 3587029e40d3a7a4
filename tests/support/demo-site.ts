/**
 * Once per run, before the tests of the site: builds the demonstration, serves it, starts the browser.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { launchBrowserServer } from './browser.ts';
import { buildSite, ROOT } from './build-site.ts';
import { serve } from './serve.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** The built demonstration: its folder and its address. */
    demo: { readonly folder: string; readonly url: string };
    /** Where the shared browser listens. */
    browser: string;
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  // Inside the project, because of sites outside it Astro keeps the unfinished parts in one place, and two builds would
  // meet there.
  const results = join(ROOT, 'test-results');
  mkdirSync(results, { recursive: true });
  const temporary = mkdtempSync(join(results, 'sites-'));
  process.env.TRIPTYCH_TEST_FOLDER = temporary;
  process.env.TRIPTYCH_CACHE = join(temporary, 'cache');
  const [folder, browser] = await Promise.all([buildSite(), launchBrowserServer()]);
  const served = await serve(folder);
  project.provide('demo', { folder, url: served.url });
  project.provide('browser', browser.wsEndpoint());
  return async () => {
    await browser.close();
    await served.close();
    rmSync(temporary, { recursive: true, force: true });
  };
}
