/**
 * Checks the types of all `.astro` files: `node src/cli/check-pages.ts`. What is plain TypeScript is left to `tsc`.
 */
process.env.ASTRO_TELEMETRY_DISABLED = '1';
const { sync } = await import('astro');
const { check, parseArgsAsCheckConfig } = await import('@astrojs/check');

await sync({ logLevel: 'error' });
const settings = [
  '--tsconfig',
  'tsconfig.astro.json',
  '--minimumSeverity',
  'warning',
  '--minimumFailingSeverity',
  'warning',
];
const failed = await check(parseArgsAsCheckConfig([...process.argv.slice(0, 2), ...settings]));
process.exit(failed === true ? 1 : 0);
