/**
 * The other side of `threads.ts`: runs what it is sent and answers.
 */
import { parentPort } from 'node:worker_threads';
import { keepCompiledCode } from './compiled-code.ts';
import type { Answer, Assignment } from './threads.ts';

keepCompiledCode();

parentPort?.on('message', async ({ module, input }: Assignment) => {
  parentPort?.postMessage(await answerTo(module, input));
});

async function answerTo(module: string, input: unknown): Promise<Answer> {
  try {
    const { run } = (await import(module)) as { run(input: unknown): unknown };
    return { result: await run(input) };
  } catch (error) {
    return { error };
  }
}
