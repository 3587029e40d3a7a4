/**
 * Runs a Node process to its end and says how long it took and how much memory it held at most.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

export interface Measured {
  readonly seconds: number;
  /** Highest resident set, in mebibytes. */
  readonly mebibytes: number;
  readonly output: string;
}

/** @throws Error with the output when the process fails. */
export async function measure(
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<Measured> {
  const folder = mkdtempSync(join(tmpdir(), 'triptych-measure-'));
  const memoryFile = join(folder, 'memory');
  const witness = pathToFileURL(join(import.meta.dirname, 'memory-witness.ts')).href;
  const start = performance.now();
  const child = spawn(process.execPath, ['--import', witness, ...args], {
    env: { ...process.env, ...environment, TRIPTYCH_MEMORY_FILE: memoryFile },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  child.stdout.on('data', (data: Buffer) => {
    output += data.toString();
  });
  child.stderr.on('data', (data: Buffer) => {
    output += data.toString();
  });
  const code = await new Promise((resolve) => child.on('close', resolve));
  const seconds = (performance.now() - start) / 1000;
  try {
    if (code !== 0) throw new Error(`node ${args.join(' ')} ended with ${code}:\n${output}`);
    return { seconds, mebibytes: Number(readFileSync(memoryFile, 'utf8')) / 1024, output };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
