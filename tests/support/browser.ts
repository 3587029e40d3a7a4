/**
 * A real browser for tests: on Linux the one that comes with the dependencies, elsewhere an installed one.
 */
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, type BrowserServer, chromium } from 'playwright-core';

/** Works as root and without a graphics card; the renderer stays in a process of its own. */
const ARGUMENTS = ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--font-render-hinting=none'];

/** Starts one browser that every test file connects to. */
export async function launchBrowserServer(): Promise<BrowserServer> {
  const attempts =
    process.platform === 'linux' ? [shippedBrowser, installedChrome] : [installedChrome, playwrightBrowser];
  const failures: unknown[] = [];
  for (const attempt of attempts) {
    try {
      return await attempt();
    } catch (error) {
      failures.push(error);
    }
  }
  throw new AggregateError(
    failures,
    'No browser for the tests: install Google Chrome, or run `npx playwright install chromium`',
  );
}

/** The browser of this run; each test file connects once. */
export function connectToBrowser(endpoint: string): Promise<Browser> {
  return chromium.connect(endpoint);
}

async function shippedBrowser(): Promise<BrowserServer> {
  return chromium.launchServer({ executablePath: await unpackBrowser(), args: ARGUMENTS });
}

function installedChrome(): Promise<BrowserServer> {
  return chromium.launchServer({ channel: 'chrome' });
}

function playwrightBrowser(): Promise<BrowserServer> {
  return chromium.launchServer();
}

/**
 * Unpacks the shipped browser, once per installation. The package unpacks into the temporary folder and trusts whatever
 * it finds there, so it gets a folder that nothing else writes to.
 */
async function unpackBrowser(): Promise<string> {
  const { default: shipped } = await import('@sparticuz/chromium');
  const folder = join(process.cwd(), 'node_modules/.cache/triptych-browser');
  const complete = join(folder, 'complete');
  if (!existsSync(complete)) rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const before = process.env.TMPDIR;
  process.env.TMPDIR = folder;
  try {
    const executable = await shipped.executablePath();
    writeFileSync(complete, '');
    return executable;
  } finally {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
  }
}
