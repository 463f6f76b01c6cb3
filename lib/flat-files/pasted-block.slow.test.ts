import { describe, expect, it } from 'vitest';
import { readPastedBlock } from './pasted-block.ts';

describe('a block pasted from a spreadsheet', () => {
  it('holds 200,000 rows as well as two', () => {
    expect(readPastedBlock('1\t2\n'.repeat(200_000))).toHaveLength(200_000);
  });
});
