/**
 * The different words of a column, numbered, and how often each was written how.
 *
 * It compares characters where they stand: to cut each word out of its text in order to look it up would take four times
 * as long.
 */
import { withRoom } from './column-reader.ts';

/** Prime of the FNV-1a hash. */
const PRIME = 0x01000193;

export class WordTable {
  size = 0;
  small = new Uint32Array(1024);
  capital = new Uint32Array(1024);
  /** The row that used a word last, plus one. */
  lastRow = new Uint32Array(1024);
  /** The characters of all words, one behind the other. */
  #units = new Uint16Array(8192);
  /** Where each word begins, and where the last one ends. */
  #starts = new Uint32Array(1024);
  #hashes = new Int32Array(1024);
  /** Number of a word plus one; 0 = free. As many as a power of two. */
  #slots = new Int32Array(4096);

  /** The number of the word that stands in `units` from one place to another; a new one for a new word. */
  add(units: Uint16Array, from: number, to: number): number {
    const own = this.#units;
    const starts = this.#starts;
    const slots = this.#slots;
    const mask = slots.length - 1;
    const length = to - from;
    let hash = length;
    for (let place = from; place < to; place++) hash = Math.imul(hash ^ (units[place] as number), PRIME);
    let slot = (hash ^ (hash >>> 15)) & mask;
    for (let known = slots[slot] as number; known > 0; known = slots[slot] as number) {
      if (this.#hashes[known - 1] === hash) {
        let at = starts[known - 1] as number;
        const end = starts[known] as number;
        let place = from;
        while (at < end && place < to && own[at] === units[place]) {
          at++;
          place++;
        }
        if (at === end && place === to) return known - 1;
      }
      slot = (slot + 1) & mask;
    }
    slots[slot] = this.size + 1;
    return this.#learn(units.subarray(from, to), hash);
  }

  text(word: number): string {
    return String.fromCharCode(...this.#units.subarray(this.#starts[word], this.#starts[word + 1]));
  }

  #learn(word: Uint16Array, hash: number): number {
    const number = this.size++;
    this.small = withRoom(this.small, this.size);
    this.capital = withRoom(this.capital, this.size);
    this.lastRow = withRoom(this.lastRow, this.size);
    this.#hashes = withRoom(this.#hashes, this.size);
    this.#starts = withRoom(this.#starts, this.size + 1);
    const begin = this.#starts[number] as number;
    this.#units = withRoom(this.#units, begin + word.length);
    this.#units.set(word, begin);
    this.#starts[this.size] = begin + word.length;
    this.#hashes[number] = hash;
    if (this.size * 2 > this.#slots.length) this.#grow();
    return number;
  }

  #grow(): void {
    const slots = new Int32Array(this.#slots.length * 2);
    const mask = slots.length - 1;
    for (let word = 0; word < this.size; word++) {
      const hash = this.#hashes[word] as number;
      let slot = (hash ^ (hash >>> 15)) & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = word + 1;
    }
    this.#slots = slots;
  }
}
