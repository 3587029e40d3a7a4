/**
 * Opens pages of a built site in the shared browser.
 */
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { inject } from 'vitest';
import { connectToBrowser } from './browser.ts';

let browser: Promise<Browser> | undefined;

export interface View extends BrowserContextOptions {
  readonly width?: number;
}

/**
 * Opens one page in a context of its own, looks at it and closes it.
 *
 * A script that fails, a request that fails, a dialog or a message on the console fails the look.
 */
export async function lookAt<T>(
  url: string,
  { width = 1280, ...options }: View,
  look: (page: Page) => Promise<T>,
): Promise<T> {
  browser ??= connectToBrowser(inject('browser'));
  const context = await (await browser).newContext({ viewport: { width, height: 900 }, bypassCSP: true, ...options });
  const complaints: string[] = [];
  try {
    const page = await context.newPage();
    page.on('pageerror', (error) => complaints.push(`script failed: ${error.message}`));
    page.on('console', (message) => complaints.push(`console: ${message.text()}`));
    page.on('dialog', (dialog) => {
      complaints.push(`dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
    page.on('response', (response) => {
      if (response.status() >= 400) complaints.push(`${response.status()} for ${response.url()}`);
    });
    page.on('request', (request) => {
      if (new URL(request.url()).origin !== new URL(url).origin)
        complaints.push(`asked another host: ${request.url()}`);
    });
    await page.goto(url, { waitUntil: 'load' });
    const result = await look(page);
    if (complaints.length > 0) throw new Error(`${url}:\n${complaints.join('\n')}`);
    return result;
  } finally {
    await context.close();
  }
}
