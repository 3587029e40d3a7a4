/**
 * The other thread of `warm.ts`.
 */
import { parentPort, workerData } from 'node:worker_threads';
import { EstimateStore } from './estimates.ts';
import { reportContext } from './report-context.ts';
import { tasksOf, type Warmed, type WarmUp, workOff } from './warm.ts';

const { dataset, config, taken } = workerData as WarmUp;
const context = reportContext(dataset, config);
const store = new EstimateStore(context);
workOff(tasksOf(context).toReversed(), taken, store);
parentPort?.postMessage(store.entries() satisfies Warmed);
