/**
 * How long a writer or a data team waits in `npm run dev`: from saving a file until the page that it concerns has come
 * back whole, for a text of the demonstration and for one of its monthly files. Run by `bench.ts`.
 */
import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const ROOT = resolve(import.meta.dirname, '..');

/** Milliseconds before the first save: nobody has opened and changed a file sooner after the page is there. */
const WHILE_READING = 5000;

/** What was saved, and the seconds of each wait, the first save first. */
export interface Waits {
  readonly text: readonly number[];
  readonly data: readonly number[];
  /** A new month of tickets and answers, after which every figure is another. */
  readonly month: readonly number[];
}

/**
 * Starts the dev server on a copy of the demonstration, saves each file several times and waits for the page.
 *
 * @throws Error when the server ends, or a page comes back without what was saved.
 */
export async function waitsInDev(saves: number): Promise<Waits> {
  const folder = mkdtempSync(join(tmpdir(), 'triptych-bench-dev-'));
  const [data, content] = [join(folder, 'data'), join(folder, 'content')];
  cpSync(join(ROOT, 'data'), data, { recursive: true });
  cpSync(join(ROOT, 'content'), content, { recursive: true });
  const later = setAside(data, ['tickets', 'responses'], join(folder, 'later'));
  const port = await freePort();
  const address = `http://localhost:${port}/`;
  const server = spawn(process.execPath, [join(ROOT, 'src/cli/site.ts'), 'dev', '--port', String(port)], {
    env: {
      ...process.env,
      TRIPTYCH_DATA: data,
      TRIPTYCH_CONTENT: content,
      TRIPTYCH_CACHE: join(folder, 'cache'),
    },
    stdio: 'ignore',
  });
  try {
    await served(address);
    const reload = await reloads(address);
    await new Promise((settle) => setTimeout(settle, WHILE_READING));
    /** Seconds from saving until a page comes back that shows what was saved. */
    const wait = async (page: string, save: () => void, shows: string): Promise<number> => {
      const start = performance.now();
      let reloaded = reload();
      save();
      for (;;) {
        await reloaded;
        reloaded = reload();
        const shown = await textOf(address + page);
        if (shown.includes(shows)) return (performance.now() - start) / 1000;
      }
    };

    const ofText: number[] = [];
    const text = join(content, 'satisfaction.mdx');
    const written = readFileSync(text, 'utf8');
    for (let save = 1; save <= saves; save += 1) {
      const words = `Saved for the ${save}. time.`;
      ofText.push(await wait('satisfaction/', () => writeFileSync(text, `${written}\n${words}\n`), words));
    }

    const ofExport: number[] = [];
    const tickets = join(data, 'tickets');
    const newest = join(tickets, readdirSync(tickets).sort().at(-1) as string);
    const lines = readFileSync(newest, 'utf8').trimEnd().split('\n');
    for (let save = 1; save <= saves; save += 1) {
      // One ticket fewer each time; the first line is the header.
      const left = lines.slice(0, -save);
      const account = `>${(left.length - 1).toLocaleString('en')}<`;
      ofExport.push(await wait('data/', () => writeFileSync(newest, `${left.join('\n')}\n`), account));
    }
    const added = later.at(-1) as string;
    const ofMonth = await wait(
      'data/',
      () => {
        for (const file of later) cpSync(join(folder, 'later', file), join(data, file));
      },
      `>${added}<`,
    );
    return { text: ofText, data: ofExport, month: [ofMonth] };
  } finally {
    server.kill();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Moves the newest file of each folder out of the data; returns their paths. */
function setAside(data: string, folders: readonly string[], to: string): string[] {
  return folders.map((name) => {
    const newest = join(name, readdirSync(join(data, name)).sort().at(-1) as string);
    mkdirSync(join(to, name), { recursive: true });
    renameSync(join(data, newest), join(to, newest));
    return newest;
  });
}

function freePort(): Promise<number> {
  return new Promise((settle) => {
    const server = createServer().listen(0, () => {
      const { port } = server.address() as { port: number };
      server.close(() => settle(port));
    });
  });
}

async function textOf(address: string): Promise<string> {
  const response = await fetch(address);
  return response.text();
}

/** Resolves once the first page has come back. */
async function served(address: string): Promise<void> {
  for (let attempt = 0; attempt < 600; attempt += 1) {
    try {
      await textOf(address);
      return;
    } catch {
      await new Promise((settle) => setTimeout(settle, 100));
    }
  }
  throw new Error('The dev server did not answer within a minute');
}

/** Listens as an open page does; each call promises the next reload. */
async function reloads(address: string): Promise<() => Promise<void>> {
  const client = await textOf(`${address}@vite/client`);
  const token = /wsToken = "([^"]+)"/.exec(client)?.[1];
  const socket = new WebSocket(`${address.replace('http', 'ws')}?token=${token}`, 'vite-hmr');
  let reloaded = (): void => undefined;
  socket.addEventListener('message', ({ data }) => {
    if ((JSON.parse(String(data)) as { type: string }).type === 'full-reload') reloaded();
  });
  await new Promise((settle, fail) => {
    socket.addEventListener('open', settle);
    socket.addEventListener('error', () => fail(new Error('The dev server does not speak of reloads')));
  });
  return () =>
    new Promise((settle) => {
      reloaded = settle;
    });
}
