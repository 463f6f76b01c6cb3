import { describe, expect, it } from 'vitest';

import { problem } from '#lib/kernel';

import { groupProblems } from './problem-groups.ts';

const sentences = {
  what: ({ code, facts }: { code: string; facts: Readonly<Record<string, unknown>> }) =>
    `${code} ${typeof facts['sku'] === 'string' ? facts['sku'] : ''}`.trim(),
  fix: ({ code }: { code: string }) => (code === 'no-fix' ? undefined : `mend ${code}`),
  where: ({ at }: { at?: string }) => at?.toUpperCase(),
};

describe('problems that come back from a form', () => {
  it('stand together when they are mended the same way, in the order they first came up', () => {
    const groups = groupProblems(
      [
        problem('prep-missing', { sku: 'A' }, 'skus.A'),
        problem('box-too-heavy', {}, 'boxes.2.weight'),
        problem('prep-missing', { sku: 'B' }, 'skus.B'),
      ],
      sentences,
    );
    expect(groups.map(({ code, lines }) => [code, lines.length])).toEqual([
      ['prep-missing', 2],
      ['box-too-heavy', 1],
    ]);
  });

  it('lead to the field they are about', () => {
    const [group] = groupProblems([problem('box-too-heavy', {}, 'boxes.2.weight')], sentences);
    expect(group?.lines).toEqual([
      { what: 'box-too-heavy', where: 'BOXES.2.WEIGHT', href: '#f-boxes-2-weight' },
    ]);
  });

  it('lead to the field of their own form where another has one of that name', () => {
    const [group] = groupProblems([problem('required', {}, 'name')], sentences, 'consent-practice');
    expect(group?.lines[0]?.href).toBe('#f-consent-practice-name');
  });

  it('are not repeated when the same place is named twice', () => {
    const twice = problem('prep-missing', { sku: 'A' }, 'skus.A');
    expect(groupProblems([twice, twice], sentences)[0]?.lines).toHaveLength(1);
  });

  it("carry Amazon's own words beside ours, each once", () => {
    const [group] = groupProblems(
      [
        problem('amazon-refused', { amazonMessage: 'Missing dimensions' }),
        problem('amazon-refused', { amazonMessage: ['Missing dimensions', 'Bad prep'] }),
      ],
      sentences,
    );
    expect(group?.amazonMessages).toEqual(['Missing dimensions', 'Bad prep']);
  });

  it('come without a fix when there is none to tell', () => {
    const [group] = groupProblems([problem('no-fix')], sentences);
    expect(group).not.toHaveProperty('fix');
    expect(group?.lines).toEqual([{ what: 'no-fix' }]);
  });
});
