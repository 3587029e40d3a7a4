/**
 * Builds, serves and watches the site: `node src/cli/site.ts build|dev|preview|start [--base PATH] [--site URL]
 * [--outDir FOLDER] [--port NUMBER] [--host] [--claims stop|mark]`.
 *
 * A thin shell over Astro: its telemetry is off, and a mistake that a user can mend prints without a stack.
 */
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { AstroInlineConfig } from 'astro';
import type { ClaimsMode } from '../report/open-report.ts';
import { keepCompiledCode } from '../threads/compiled-code.ts';

process.env.ASTRO_TELEMETRY_DISABLED = '1';
keepCompiledCode();

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    base: { type: 'string' },
    site: { type: 'string' },
    outDir: { type: 'string' },
    port: { type: 'string' },
    host: { type: 'boolean' },
    claims: { type: 'string' },
  },
});

const command = positionals[0] ?? '';
// The integration, which Astro loads by itself, learns of it from the environment.
if (values.claims !== undefined) process.env.TRIPTYCH_CLAIMS = values.claims;
if (['build', 'dev', 'start'].includes(command)) await beginReading();
const astro = await import('astro');

/** Exports are read on other threads while Astro, which is large, is loaded. */
async function beginReading(): Promise<void> {
  const { beginEarly } = await import('../integration/begun.ts');
  beginEarly(fileURLToPath(new URL('../../', import.meta.url)), {
    claims: await modeOfClaims(),
    isDev: command === 'dev',
  });
}

/** Before anything else is done: a mode that does not exist stops here. */
async function modeOfClaims(): Promise<ClaimsMode> {
  const { claimsMode } = await import('../integration/claims-mode.ts');
  try {
    return claimsMode(command, process.env);
  } catch (error) {
    if (!isMistake(error)) throw error;
    console.error(`\n${error.message}\n`);
    process.exit(1);
  }
}

/** Says what Triptych says; the dev server keeps Astro's own log. */
const PLAIN = { logger: { entrypoint: new URL('./plain-log.mjs', import.meta.url) } };

const COMMANDS = {
  async build(config: AstroInlineConfig) {
    await astro.build({ ...config, ...PLAIN });
    console.log(`The site is in ${config.outDir ?? 'dist'}`);
  },
  dev: (config: AstroInlineConfig) => astro.dev(config),
  preview,
  async start(config: AstroInlineConfig) {
    await astro.build({ ...config, ...PLAIN });
    await preview(config);
  },
};

/** Serves what was built and says where; the next free port is taken when the wanted one is busy. */
async function preview(config: AstroInlineConfig): Promise<void> {
  const server = await astro.preview({ ...config, logLevel: 'error' });
  const base = `/${config.base ?? ''}/`.replace(/\/{2,}/g, '/');
  console.log(`\nThe report is at http://${server.host ?? 'localhost'}:${server.port}${base} (Ctrl+C stops)\n`);
}

const run = COMMANDS[command as keyof typeof COMMANDS];
if (run === undefined || positionals.length > 1) {
  console.error(
    `Usage: node src/cli/site.ts ${Object.keys(COMMANDS).join('|')} [--base PATH] [--site URL] [--outDir FOLDER] [--port NUMBER] [--host] [--claims stop|mark]`,
  );
  process.exit(2);
}

try {
  await run({
    ...(values.base === undefined ? {} : { base: values.base }),
    ...(values.site === undefined ? {} : { site: values.site }),
    ...(values.outDir === undefined ? {} : { outDir: values.outDir }),
    server: {
      ...(values.port === undefined ? {} : { port: Number(values.port) }),
      ...(values.host === undefined ? {} : { host: values.host }),
    },
  });
} catch (error) {
  console.error(isMistake(error) ? `\n${error.message}\n` : error);
  process.exit(1);
}

/** By name: a mistake made while a page renders comes from the bundled copy of the class. */
function isMistake(error: unknown): error is Error {
  return error instanceof Error && (error.name === 'Mistake' || error.name === 'Mistakes');
}
