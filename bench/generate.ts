/**
 * Canonical exports of any size, one pair of files a month: streamed to disk, the same bytes for the same numbers.
 */
import { once } from 'node:events';
import { createWriteStream, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { randomFrom } from './random.ts';

export interface Size {
  readonly tickets: number;
  readonly responses: number;
  readonly months: number;
}

/** The months covered, as `2024-07`; they end with June 2026. */
export function monthsOf({ months }: Pick<Size, 'months'>): string[] {
  const last = 2026 * 12 + 5;
  return Array.from({ length: months }, (_, index) => {
    const month = last - months + 1 + index;
    return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;
  });
}

const CHANNELS = ['chat', 'email', 'phone', 'social', 'web form'];
const DEPARTMENTS = ['Billing', 'Help desk', 'Installations', 'Renewals', 'Sales', 'Technical support'];
const CATEGORIES = ['Account', 'Bill', 'Delivery', 'Engineer', 'Line', 'Moving', 'Password', 'Plan', 'Refund', 'Wi-Fi'];
const PRIORITIES = ['low', 'normal', 'high', 'urgent'];
const SEGMENTS = ['Business', 'Home', 'Wholesale'];
const STAGES = ['Discover', 'Join', 'Set up', 'Use', 'Renew'];
const TOUCHPOINTS = ['App', 'Bill', 'Help', 'Installation', 'Order', 'Repair', 'Shop', 'Website'];

/** Writes the exports of every month into the folder, which is made. */
export async function generate(folder: string, size: Size): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const months = monthsOf(size);
  const customers = Math.max(100, Math.round(Math.max(size.tickets, size.responses) / 4));
  const random = randomFrom(20260712);
  for (const [index, month] of months.entries()) {
    const share = (total: number) =>
      Math.floor((total * (index + 1)) / months.length) - Math.floor((total * index) / months.length);
    const start = Date.parse(`${month}-01T00:00:00Z`);
    const moment = () => start + Math.floor(random() * 28 * 86_400_000);
    await write(join(folder, `tickets-${month}.csv`), TICKET_HEADER, share(size.tickets), (row) =>
      ticket(`${month}-${row}`, 1 + Math.floor(random() * customers), moment(), random),
    );
    await write(join(folder, `responses-${month}.csv`), RESPONSE_HEADER, share(size.responses), (row) =>
      response(`${month}-${row}`, 1 + Math.floor(random() * customers), moment(), random),
    );
  }
}

const TICKET_HEADER =
  'ticket_id,customer_id,created_at,first_response_at,resolved_at,due_at,status,channel,department,priority,category,segment,reopens,replies,csat';

function ticket(id: string, customer: number, created: number, random: () => number): string {
  const replied = created + waiting(random, 45);
  const solved = replied + waiting(random, 600);
  const open = random() < 0.03;
  return [
    `T${id}`,
    `C${customer}`,
    iso(created),
    random() < 0.02 ? '' : iso(replied),
    open ? '' : iso(solved),
    iso(created + 2 * 86_400_000),
    open ? 'open' : 'solved',
    pick(CHANNELS, random),
    pick(DEPARTMENTS, random),
    pick(PRIORITIES, random),
    pick(CATEGORIES, random),
    SEGMENTS[customer % SEGMENTS.length],
    random() < 0.1 ? 1 : 0,
    1 + Math.floor(random() * 4),
    random() < 0.3 ? 1 + Math.floor(5 * Math.sqrt(random())) : '',
  ].join(',');
}

const RESPONSE_HEADER =
  'response_id,invited_at,submitted_at,customer_id,survey,stage,touchpoint,department,channel,segment,csat,nps,ces';

function response(id: string, customer: number, invited: number, random: () => number): string {
  const answered = random() < 0.4;
  const relationship = random() < 0.5;
  return [
    `R${id}`,
    iso(invited),
    answered ? iso(invited + waiting(random, 900)) : '',
    `C${customer}`,
    relationship ? 'relationship' : 'transaction',
    pick(STAGES, random),
    pick(TOUCHPOINTS, random),
    pick(DEPARTMENTS, random),
    pick(CHANNELS, random),
    SEGMENTS[customer % SEGMENTS.length],
    answered && !relationship ? 1 + Math.floor(5 * Math.sqrt(random())) : '',
    answered && relationship ? Math.floor(11 * Math.sqrt(random())) : '',
    answered && !relationship ? 1 + Math.floor(7 * Math.sqrt(random())) : '',
  ].join(',');
}

/** Milliseconds with the given median of minutes and a long tail. */
function waiting(random: () => number, median: number): number {
  const normal = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  return Math.round(median * Math.exp(normal) * 60) * 1000;
}

function pick(values: readonly string[], random: () => number): string {
  return values[Math.floor(random() * values.length)] as string;
}

function iso(milliseconds: number): string {
  return `${new Date(milliseconds).toISOString().slice(0, 19)}Z`;
}

async function write(file: string, header: string, rows: number, line: (row: number) => string): Promise<void> {
  const stream = createWriteStream(file);
  stream.write(`${header}\n`);
  let chunk = '';
  for (let row = 1; row <= rows; row++) {
    chunk += `${line(row)}\n`;
    if (chunk.length < 1 << 18 && row < rows) continue;
    if (!stream.write(chunk)) await once(stream, 'drain');
    chunk = '';
  }
  stream.end();
  await once(stream, 'close');
}
