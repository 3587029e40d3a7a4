/**
 * Which tables the data folder holds, and which files in it are none.
 */
import { readdirSync, statSync } from 'node:fs';
import { extname, join, posix } from 'node:path';
import { Mistake, type MistakeDetails } from '../config/mistake.ts';
import { readBytes } from './bytes.ts';
import { sheetNames } from './workbook.ts';
import { type ZipMember, zipMembers } from './zip.ts';

/** Where a table lies; plain data that can be sent to another thread. */
export interface TablePlace {
  /**
   * Relative to the data folder, with forward slashes. A member of an archive goes on where the archive's path ends
   * (`export.zip/part-1.csv`), a sheet after a number sign (`book.xlsx#Answers`).
   */
  readonly path: string;
  readonly absolute: string;
  /** The member of the archive `absolute` that is meant. */
  readonly member?: ZipMember;
  /** The sheet of the workbook `absolute` that is meant. */
  readonly sheet?: string;
}

export interface ScannedFile extends TablePlace {
  /** Bytes. */
  readonly size: number;
  /** The file in the folder that holds it, where that is another: entries of `sources.yaml` may name either. */
  readonly container?: string;
  /** Why it is not read as a table. */
  readonly unread?: Unread;
}

export interface Unread {
  /** In words. */
  readonly reason: string;
  /** Set where it surely holds rows that somebody wanted to be read. */
  readonly mistake?: MistakeDetails;
}

const TEXT = /\.(csv|tsv|txt)(\.gz)?$/i;
const ARCHIVE = /\.zip$/i;
const WORKBOOK = /\.xls[xm]$/i;

/** Tables in forms that are not read. */
const OTHER_TABLES = /\.(xls|xlsb|ods|numbers)$/i;

/** Files that are about the data, not part of it. */
const NO_DATA = /^(readme(\.\w+)?|licen[cs]e(\.\w+)?|sources\.ya?ml|thumbs\.db)$/i;

/**
 * All tables below the folder, and the files that are none, in the order of their paths (by UTF-16 code unit, so that no
 * machine's locale matters). Hidden files and folders are left out; a folder that does not exist holds nothing. Of
 * archives and workbooks only the lists are read.
 */
export async function scanFolder(folder: string): Promise<ScannedFile[]> {
  const found: ScannedFile[] = [];
  for (const file of filesBelow(folder, '')) found.push(...(await tablesIn(file)));
  return found.sort((a, b) => (a.path < b.path ? -1 : 1));
}

function filesBelow(folder: string, prefix: string): ScannedFile[] {
  return namesIn(folder).flatMap((name): ScannedFile[] => {
    if (name.startsWith('.') || NO_DATA.test(name)) return [];
    const absolute = join(folder, name);
    const stats = statSync(absolute, { throwIfNoEntry: false });
    if (stats === undefined) return [];
    const path = prefix + name;
    if (stats.isDirectory()) return filesBelow(absolute, `${path}/`);
    return stats.isFile() ? [{ path, absolute, size: stats.size }] : [];
  });
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

async function tablesIn(file: ScannedFile): Promise<ScannedFile[]> {
  try {
    if (TEXT.test(file.path)) return [file];
    if (ARCHIVE.test(file.path)) return membersOf(file);
    if (WORKBOOK.test(file.path)) return await sheetsOf(file);
  } catch (error) {
    if (!(error instanceof Mistake)) throw error;
    return [{ ...file, unread: { reason: error.details.what, mistake: error.details } }];
  }
  return [{ ...file, unread: OTHER_TABLES.test(file.path) ? otherTable(file) : { reason: notRead(file.path) } }];
}

function membersOf(file: ScannedFile): ScannedFile[] {
  const members = zipMembers(file.absolute, file.path).filter(
    ({ name }) => !isHidden(name) && !NO_DATA.test(posix.basename(name)),
  );
  const names = new Set(members.map(({ name }) => name));
  if (names.size < members.length) {
    throw new Mistake({
      what: 'Two members of the archive have the same name',
      file: file.path,
      remedy: 'Unpack it and put the files into the folder under different names.',
    });
  }
  return members.map((member) => {
    const { name, unpacked } = member;
    const place = { ...file, path: `${file.path}/${name}`, container: file.path, size: unpacked, member };
    return TEXT.test(name) ? place : { ...place, unread: { reason: notRead(name) } };
  });
}

/** Folders that macOS adds, and files that begin with a full stop. */
function isHidden(name: string): boolean {
  return name.split('/').some((part) => part === '__MACOSX' || part.startsWith('.'));
}

async function sheetsOf(file: ScannedFile): Promise<ScannedFile[]> {
  const names = await sheetNames(file.absolute, readBytes(file.absolute), file.path);
  return names.map((sheet) => ({ ...file, path: `${file.path}#${sheet}`, container: file.path, sheet }));
}

function notRead(path: string): string {
  const extension = extname(path).toLowerCase();
  return extension === '' ? 'its name has no extension' : `${extension} is not a form of table that is read`;
}

function otherTable({ path }: ScannedFile): Unread {
  const what = 'A spreadsheet in a form that is not read';
  const remedy = `Save it as .xlsx or as CSV (UTF-8), or list it in sources.yaml: glob ${JSON.stringify(path)}, kind: ignore.`;
  return { reason: notRead(path), mistake: { what, file: path, expected: '.xlsx, .csv, .tsv or .txt', remedy } };
}
