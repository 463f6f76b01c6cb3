import { expect, test } from 'vitest';
import { importLines } from './import-lines.ts';

test('what a file says of others is found in every form of saying it', () => {
  const source = `
import { a, type B } from './a.ts';
import type { C } from "#lib/c";
import './d.css';
import def, * as all from 'e';
export * from './f.ts';
export {
  g,
  type H,
} from './g.ts';
const later = await import('./i.ts');
const old = require('j');
type K = import('./k.ts').K;
`;
  expect(importLines(source)).toEqual([
    `import { a, type B } from './a.ts'`,
    `import type { C } from "#lib/c"`,
    `import './d.css'`,
    `import def, * as all from 'e'`,
    `export * from './f.ts'`,
    `export { g, type H, } from './g.ts'`,
    `import('./i.ts'`,
    `require('j'`,
    `import('./k.ts'`,
  ]);
});

test('what a file does with them is of no account', () => {
  const before = `import { a } from './a.ts';\nexport const b = a + 1;`;
  expect(importLines(before)).toEqual(importLines(before.replace('1', `'from' + "x"`)));
  expect(importLines(before)).not.toEqual(importLines(before.replace('import', 'import type')));
});
