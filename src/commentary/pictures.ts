/**
 * Pictures in writers' texts: each has words in its place, is there, is one, and comes with the report.
 */
import { readdir, readFile } from 'node:fs/promises';
import { basename, dirname, extname, join, posix } from 'node:path';
import { Mistake } from '../config/mistake.ts';
import { nearest } from '../config/nearest.ts';
import type { UsePlace } from './vocabulary/component.ts';

/** A picture as it stands in a text. */
export interface WrittenPicture {
  readonly place: UsePlace;
  /** What stands in its place for whoever does not see it. */
  readonly alt: string;
  /** Its file as it was written. */
  readonly source: string;
}

/** Where pictures stand that several texts show. */
const PICTURES_FOLDER = 'images';

/** Endings of pictures that every browser shows, and how their bytes begin or what they hold. */
const FORMATS: Readonly<Record<string, (bytes: Buffer) => boolean>> = {
  '.png': (bytes) => bytes.toString('latin1', 1, 4) === 'PNG',
  '.jpg': isJpeg,
  '.jpeg': isJpeg,
  '.webp': (bytes) => bytes.toString('latin1', 0, 4) === 'RIFF' && bytes.toString('latin1', 8, 12) === 'WEBP',
  '.avif': (bytes) => /^ftypavi[fs]$/.test(bytes.toString('latin1', 4, 12)),
  '.svg': (bytes) => /<svg[\s>]/.test(bytes.toString('utf8')),
};

function isJpeg(bytes: Buffer): boolean {
  return bytes[0] === 0xff && bytes[1] === 0xd8;
}

const ENDINGS = Object.keys(FORMATS).join(', ');

/** Whether an import in a text is that of a picture. */
export function isPicture(source: string): boolean {
  return FORMATS[extname(source).toLowerCase()] !== undefined;
}

/**
 * The file of a picture: beside the text, else in the folder of pictures; null when neither is there. The name is spelt
 * as on disk, capitals included.
 *
 * @param file the text, below the content folder.
 */
export async function pictureFile(contentFolder: string, file: string, source: string): Promise<string | null> {
  for (const path of placesOf(file, source)) {
    const names = await namesIn(join(contentFolder, dirname(path)));
    if (names.includes(basename(path))) return join(contentFolder, path);
  }
  return null;
}

/** Paths below the content folder at which a picture may be, in the order in which they are tried. */
function placesOf(file: string, source: string): string[] {
  const beside = posix.join(posix.dirname(file), source);
  const shared = posix.join(PICTURES_FOLDER, source.replace(/^(\.\/)?(images\/)?/, ''));
  return [beside, shared].map((path) => posix.normalize(path)).filter((path) => !path.startsWith('..'));
}

async function namesIn(folder: string): Promise<string[]> {
  return readdir(folder).catch(() => []);
}

/** What is wrong with a picture; null when nothing is. */
export async function pictureMistake(contentFolder: string, picture: WrittenPicture): Promise<Mistake | null> {
  const { place, source } = picture;
  const worded = wordsMistake(picture);
  if (worded !== null) return worded;
  if (/^([a-z][a-z\d+.-]*:|\/\/)/i.test(source)) {
    return new Mistake({
      ...place,
      what: 'The picture is not a part of the report',
      found: source,
      expected: `a file beside the text or in content/${PICTURES_FOLDER}/`,
      remedy: 'Save the picture there and name its file: readers’ browsers ask no other site for anything.',
    });
  }
  if (source.startsWith('/')) {
    return new Mistake({
      ...place,
      what: 'The file of a picture is named as seen from the text',
      found: source,
      expected: `a file beside the text or in content/${PICTURES_FOLDER}/, without a slash before it`,
      remedy: `Write “${source.replace(/^\/+/, '')}”.`,
    });
  }
  if (!isPicture(source)) {
    return new Mistake({
      ...place,
      what: 'A picture of this kind cannot be shown',
      found: source,
      expected: `a file that ends in ${ENDINGS}`,
      remedy: 'Save the picture in one of these formats.',
    });
  }
  const path = await pictureFile(contentFolder, place.file, source);
  return path === null ? absent(contentFolder, picture) : unusable(await readFile(path), picture);
}

/** Words that say no more than that there is a picture. */
const EMPTY_WORDS =
  /^(an? |the )?(image|picture|photo|photograph|graphic|figure|screenshot|diagram|chart|logo|img|alt|alt text)\.?$/i;

function wordsMistake({ place, alt, source }: WrittenPicture): Mistake | null {
  const words = alt.trim();
  const name = basename(source);
  const isName = [name, name.replace(/\.[^.]*$/, '')].some((each) => each.toLowerCase() === words.toLowerCase());
  if (words !== '' && !isName && !EMPTY_WORDS.test(words) && !isPicture(words)) return null;
  return new Mistake({
    ...place,
    what: 'The picture has no words in its place',
    found: `![${words}](${source})`,
    expected: `![what it shows, for readers who cannot see it](${source})`,
    remedy: 'Say between the square brackets what the picture shows.',
  });
}

async function absent(contentFolder: string, { place, source }: WrittenPicture): Promise<Mistake> {
  const folders = [...new Set([posix.dirname(place.file), PICTURES_FOLDER])];
  const known = (await Promise.all(folders.map((folder) => namesIn(join(contentFolder, folder)))))
    .flat()
    .filter(isPicture);
  const guess = nearest(basename(source), known);
  return new Mistake({
    ...place,
    what: 'The picture is not there',
    found: source,
    expected: `a file beside the text or in content/${PICTURES_FOLDER}/`,
    remedy: guess === undefined ? `Put it into content/${PICTURES_FOLDER}/.` : `Did you mean "${guess}"?`,
  });
}

function unusable(bytes: Buffer, { place, source }: WrittenPicture): Mistake | null {
  const isOne = FORMATS[extname(source).toLowerCase()]?.(bytes) === true;
  const drawing = extname(source).toLowerCase() === '.svg' && isOne ? bytes.toString('utf8') : null;
  if (!isOne) {
    return new Mistake({
      ...place,
      what: 'The file does not hold a picture of the kind that its name says',
      found: source,
      expected: `a picture that ends in ${ENDINGS}`,
      remedy: 'Save the picture again.',
    });
  }
  if (drawing === null) return null;
  if (/<script|<foreignObject|\son[a-z]+\s*=|javascript:/i.test(drawing)) {
    return new Mistake({
      ...place,
      what: 'The drawing holds a program',
      found: source,
      expected: 'an SVG file without scripts',
      remedy: 'Save it as a plain SVG, or as a PNG.',
    });
  }
  const [tag = ''] = /<svg[^>]*>/.exec(drawing) ?? [];
  if (/\sviewBox=/.test(tag) || (/\swidth="[\d.]/.test(tag) && /\sheight="[\d.]/.test(tag))) return null;
  return new Mistake({
    ...place,
    what: 'The drawing does not say how large it is',
    found: source,
    expected: 'width and height, or a viewBox, in <svg>',
    remedy: 'Save it with its size.',
  });
}
