/**
 * All figures of a folder of exports: `node bench/figures.ts FOLDER`. Prints their number and what they took.
 *
 * The clock starts once the columns are loaded and linked and stops when every cell of every metric, overall at every
 * grain and by every dimension, every comparison of the panels and every analysis has been computed and the figures have
 * been audited, on as many threads as a build uses.
 */
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { withheldFigures } from '../src/report/disclosure/withheld.ts';
import { EstimateStore } from '../src/report/estimates.ts';
import { readExports } from '../src/report/read-exports.ts';
import { reportContext } from '../src/report/report-context.ts';
import { warmInThreads } from '../src/report/warm.ts';
import { Threads } from '../src/threads/threads.ts';
import { timed } from './timed.ts';

const [, , folder] = process.argv;
if (folder === undefined) throw new Error('Usage: node bench/figures.ts FOLDER');

const options = { dataFolder: folder, contentFolder: join(folder, 'no-content'), cacheFolder: null };
const { config, assembled } = await readExports(options);
const threads = new Threads(availableParallelism());
const context = reportContext(assembled.dataset, config);
const store = new EstimateStore(context);

const { milliseconds, processorMilliseconds } = await timed(() =>
  warmInThreads(context, store, threads, async () => store.keepBack(await withheldFigures(context, store))),
);
await threads.close();

const analyses = context.analyses.entries().length;
console.log(JSON.stringify({ figures: store.size, analyses, milliseconds, processorMilliseconds }));
