/**
 * Who coded a comment.
 */
import { TOOL_CODER } from '../../dataset/model.ts';
import { identityHash } from '../values/identity.ts';
import { foldWords, isNoCategory } from '../values/text.ts';
import type { Reading } from './coded-column.ts';

/**
 * Reads coders. Names are compared without case, for one person writes theirs in more than one way, and hashed: only
 * `tool`, which is no person, stays as it is.
 *
 * @param key of the report's hashes.
 */
export function coderReader(key: bigint): (text: string) => Reading<string> {
  return (text) => {
    const name = foldWords(text);
    if (isNoCategory(text) || name === '') return 'missing';
    return { value: name === TOOL_CODER ? name : identityHash(`coder ${name}`, key).toString(36) };
  };
}
