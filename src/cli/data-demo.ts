/**
 * Writes the demo data: `node src/cli/data-demo.ts [--seed N] [--out DIR]`.
 */
import { parseArgs } from 'node:util';
import { Mistake } from '../config/mistake.ts';
import { createDemo, DEFAULT_SEED, demoFiles, writeFiles } from '../demo/generate.ts';

const { values } = parseArgs({
  options: { seed: { type: 'string', default: String(DEFAULT_SEED) }, out: { type: 'string', default: 'data' } },
});
const seed = Number(values.seed);
if (!Number.isInteger(seed)) {
  const mistake = new Mistake({
    what: 'The seed of the demo data must be a whole number',
    found: `--seed ${values.seed}`,
    remedy: 'Write --seed 7, for example.',
  });
  console.error(mistake.message);
  process.exit(1);
}
const files = demoFiles(createDemo(seed));
await writeFiles(values.out, files);
console.log(`${files.size} files written to ${values.out}`);
