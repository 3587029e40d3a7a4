import { describe, expect, test } from 'vitest';
import { claimsMode } from './claims-mode.ts';

describe('claims that do not hold', () => {
  test('stop a build unless it is told to mark them', () => {
    expect(claimsMode('build', {})).toBe('stop');
    expect(claimsMode('build', { TRIPTYCH_CLAIMS: '' })).toBe('stop');
    expect(claimsMode('start', { TRIPTYCH_CLAIMS: 'mark' })).toBe('mark');
  });

  test('never stop the dev server', () => {
    expect(claimsMode('dev', { TRIPTYCH_CLAIMS: 'stop' })).toBe('tell');
  });

  test('cannot be treated in any other way', () => {
    expect(() => claimsMode('build', { TRIPTYCH_CLAIMS: 'ignore' })).toThrow(
      'expected: --claims=stop or --claims=mark',
    );
  });
});
