/**
 * Damage as files suffer it: by hands, programs, transfers and by those who mean harm.
 */
import { gzipSync } from 'node:zlib';
import { zipOf } from '../src/ingest/zip-for-tests.ts';

/** A file by its name and bytes. */
export interface Sample {
  readonly name: string;
  readonly bytes: Buffer;
}

type Random = () => number;

/** Text that means something to some reader of tables. */
const TOKENS = [
  ...[
    '"',
    '""',
    '"""',
    "'",
    ',',
    ';',
    '\t',
    '|',
    '\n',
    '\r',
    '\r\n',
    '\n\n\n',
    '\0',
    '\x1a',
    '\ufeff',
    '\ufffd',
    '\u2028',
  ],
  ...[
    'sep=;\n',
    'sep=,\r\n',
    '\nTotal,5,6\n',
    '\nGrand Totals (12 records)\n',
    '\nReporting period 1 to 2\n',
    '\n,,,,\n',
  ],
  ...[
    '__proto__',
    'constructor',
    '=1+1',
    '<script>',
    '&#0;',
    '&#1114112;',
    '{"ImportId":"x"}',
    '\n,Response,Response\n',
  ],
  ...['1e999', '-0', '9'.repeat(400), '0x10', 'NaN', '2026-02-30', '31/12/2026 25:61', '1.23E+12', '12:00 AM', '-1:30'],
  ...['\ud800', 'é', '\xa0', 'ｎｕｍｂｅｒ', 'о', '😀', 'a'.repeat(5000), ',"'.repeat(200)],
];

const TEXT: readonly ((text: string, random: Random) => string)[] = [
  (text, random) => splice(text, at(text, random), 0, pick(TOKENS, random)),
  (text, random) => splice(text, at(text, random), Math.floor(random() * 40), ''),
  (text, random) => splice(text, at(text, random), 1, pick(TOKENS, random)),
  (text, random) => text.slice(0, at(text, random)),
  (text, random) => text.slice(at(text, random)),
  (text, random) => text + text.slice(at(text, random)),
  (text, random) => inLines(text, (lines) => lines.splice(line(lines, random), 1)),
  (text, random) =>
    inLines(text, (lines) => lines.splice(line(lines, random), 0, lines[line(lines, random)] as string)),
  (text, random) => inLines(text, (lines) => lines.splice(line(lines, random), 0, pick(TOKENS, random))),
  (text, random) => inLines(text, (lines) => lines.splice(line(lines, random), 0, lines[0] as string)),
  (text, random) => inLines(text, (lines) => lines.reverse().splice(line(lines, random), 1)),
  (text, random) => text.replaceAll(pick([',', '"', '\n', '-', ':', ' '], random), pick(TOKENS, random)),
  (text, random) => text.replaceAll(',', pick([';', '\t', '|'], random)),
  (text, random) => text.replaceAll('\n', pick(['\r\n', '\r', '\r\r\n', '\n\n'], random)),
  (text, random) => text.replace(/\d+/g, (digits) => (random() < 0.2 ? pick(TOKENS, random) : digits)),
  (text, random) => inLines(text, (lines) => swapCells(lines, line(lines, random), random)),
];

const ENCODINGS: readonly ((text: string) => Buffer)[] = [
  (text) => Buffer.from(text, 'latin1'),
  (text) => Buffer.from(`\ufeff${text}`),
  (text) => Buffer.from(text, 'utf16le'),
  (text) => Buffer.from(`\ufeff${text}`, 'utf16le'),
  (text) => Buffer.from(`\ufeff${text}`, 'utf16le').swap16(),
];

const BYTES: readonly ((bytes: Buffer, random: Random) => Buffer)[] = [
  (bytes, random) => withByte(bytes, random, Math.floor(random() * 256)),
  (bytes, random) => withByte(bytes, random, pick([0, 10, 13, 34, 44, 255], random)),
  (bytes, random) => bytes.subarray(0, Math.floor(random() * bytes.length)),
  (bytes, random) => bytes.subarray(Math.floor(random() * Math.min(8, bytes.length))),
  (bytes, random) => Buffer.concat([bytes, bytes.subarray(Math.floor(random() * bytes.length))]),
];

/** A damaged copy of the sample, sometimes in another encoding or packed; the same for the same chance. */
export function mutated(sample: Sample, random: Random): Sample {
  if (!/\.csv$/.test(sample.name)) return { name: sample.name, bytes: damaged(sample.bytes, random) };
  const whole = sample.bytes.toString();
  // Without its first line a file is hardly ever recognised: most damage has to lie below it.
  const intact = random() < 0.7 ? whole.indexOf('\n') + 1 : 0;
  let text = whole.slice(intact);
  for (let count = 1 + Math.floor(random() * 4); count > 0; count--) text = pick(TEXT, random)(text, random);
  text = whole.slice(0, intact) + text;
  let bytes = random() < 0.2 ? pick(ENCODINGS, random)(text) : Buffer.from(text);
  if (random() < 0.1) bytes = damaged(bytes, random);
  const packed = random();
  if (packed < 0.03) return { name: `${sample.name}.gz`, bytes: mostlyWhole(gzipSync(bytes), random) };
  if (packed > 0.06) return { name: sample.name, bytes };
  const archive = zipOf([{ name: sample.name, content: bytes }], { large: random() < 0.3 });
  return { name: `${sample.name}.zip`, bytes: mostlyWhole(Buffer.from(archive), random) };
}

function mostlyWhole(bytes: Buffer, random: Random): Buffer {
  return random() < 0.5 ? bytes : damaged(bytes, random);
}

function damaged(bytes: Buffer, random: Random): Buffer {
  let result = bytes;
  for (let count = 1 + Math.floor(random() * 3); count > 0; count--) result = pick(BYTES, random)(result, random);
  return result;
}

function withByte(bytes: Buffer, random: Random, value: number): Buffer {
  const copy = Buffer.from(bytes);
  if (copy.length > 0) copy[Math.floor(random() * copy.length)] = value;
  return copy;
}

function swapCells(lines: string[], index: number, random: Random): void {
  const cells = (lines[index] as string).split(',');
  const [from, to] = [line(cells, random), line(cells, random)];
  [cells[from], cells[to]] = [cells[to] as string, cells[from] as string];
  lines[index] = cells.join(',');
}

function inLines(text: string, change: (lines: string[]) => unknown): string {
  const lines = text.split('\n');
  change(lines);
  return lines.join('\n');
}

function line(lines: readonly string[], random: Random): number {
  return Math.floor(random() * lines.length);
}

function at(text: string, random: Random): number {
  return Math.floor(random() * (text.length + 1));
}

function splice(text: string, start: number, remove: number, insert: string): string {
  return text.slice(0, start) + insert + text.slice(start + remove);
}

export function pick<T>(values: readonly T[], random: Random): T {
  return values[Math.floor(random() * values.length)] as T;
}
