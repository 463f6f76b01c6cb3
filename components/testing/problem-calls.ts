import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import ts from 'typescript';

import { findConst, plain, stringsOf } from './source-values.ts';

/** One place in the source that refuses with a code, and the facts it gives along. */
export type ProblemCall = {
  readonly code: string;
  readonly file: string;
  readonly always: readonly string[];
  readonly sometimes: readonly string[];
};

export type ProblemCalls = {
  readonly calls: readonly ProblemCall[];
  /** Codes that a room exports as its list of problems. */
  readonly listed: readonly string[];
  /** Texts that stand anywhere else than on such a list. */
  readonly named: ReadonlySet<string>;
  /** Files in which a code or its facts cannot be read off the source. */
  readonly opaque: ReadonlySet<string>;
};

type Facts = Pick<ProblemCall, 'always' | 'sometimes'>;
type Functions = Map<string, ts.FunctionDeclaration>;
type Found = {
  calls: ProblemCall[];
  listed: string[];
  named: Set<string>;
  opaque: Set<string>;
};

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const NO_FACTS: Facts = { always: [], sometimes: [] };

/** Every refusal in the source. The command line speaks for itself and is left out. */
export function findProblemCalls(): ProblemCalls {
  const sources = ['lib', 'components', 'app'].flatMap(sourcesIn);
  const functions: Functions = new Map();
  for (const source of sources)
    walk(source, (node) => {
      if (ts.isFunctionDeclaration(node) && node.name) functions.set(node.name.text, node);
    });
  const found: Found = { calls: [], listed: [], named: new Set(), opaque: new Set() };
  for (const source of sources)
    walk(source, (node) => {
      if (ts.isCallExpression(node)) readCall(node, functions, found);
      if (ts.isVariableDeclaration(node)) readList(node, found);
      if (ts.isStringLiteral(node) && !isOnList(node)) found.named.add(node.text);
    });
  return found;
}

function sourcesIn(folder: string): readonly ts.SourceFile[] {
  return readdirSync(`${ROOT}${folder}`, { recursive: true, encoding: 'utf8' })
    .map((file) => `${folder}/${file}`)
    .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$|\/testing\/|\/generated\//.test(file))
    .filter((file) => !file.startsWith('lib/cli/'))
    .map((file) => ({ file, text: readFileSync(ROOT + file, 'utf8') }))
    .filter(({ text }) => /problem|refus/i.test(text))
    .map(({ file, text }) => ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true));
}

function walk(node: ts.Node, visit: (node: ts.Node) => void): void {
  visit(node);
  node.forEachChild((child) => walk(child, visit));
}

function readCall(call: ts.CallExpression, functions: Functions, found: Found): void {
  const file = call.getSourceFile().fileName;
  const callee = call.expression.getText();
  if (callee === 'problem') {
    const [code, facts] = call.arguments;
    const codes = code ? codesOf(code, functions) : [];
    const given = factsOf(facts);
    // Code and facts of another problem, handed on: that one is counted where it came up.
    if (codes.length === 0 && !given) return;
    if (codes.length === 0 || !given) found.opaque.add(file);
    else found.calls.push(...codes.map((name) => ({ code: name, file, ...given })));
  } else if (file.startsWith('lib/flat-files/') && /^(?:cells\.)?refus(?:e|al)$/.test(callee)) {
    readCellRefusal(call, functions, found);
  } else if (callee === 'cellFault') {
    const codes = call.arguments[1] ? codesOf(call.arguments[1], functions) : [];
    found.calls.push(...codes.map((code) => ({ code, file, ...NO_FACTS })));
  }
}

// The readers of files refuse a cell by its column, a code and further facts.
function readCellRefusal(call: ts.CallExpression, functions: Functions, found: Found): void {
  const file = call.getSourceFile().fileName;
  const [column, code, facts] = call.arguments;
  if (!column || !code) return;
  const given = factsOf(facts);
  if (!given) found.opaque.add(file);
  const isQuoted = !call.expression.getText().endsWith('al') && column.getText() !== 'undefined';
  for (const name of codesOf(code, functions)) {
    const always = [...(given?.always ?? []), ...(isQuoted ? ['text'] : [])];
    found.calls.push({ code: name, file, always, sometimes: given?.sometimes ?? [] });
  }
}

const LIST = /^[A-Z_]+_PROBLEMS$/;

function isOnList(node: ts.Node): boolean {
  const isList = ts.isVariableDeclaration(node) && LIST.test(node.name.getText());
  return isList || (!ts.isSourceFile(node) && isOnList(node.parent));
}

function readList(declaration: ts.VariableDeclaration, found: Found): void {
  if (!LIST.test(declaration.name.getText()) || !declaration.initializer) return;
  const list = plain(declaration.initializer);
  const codes = ts.isObjectLiteralExpression(list)
    ? list.properties.map((property) => property.name?.getText().slice(1, -1) ?? '')
    : stringsOf(list);
  found.listed.push(...codes);
  // Findings about a cell of a confirmation file carry its place, but no facts.
  const { fileName: file } = declaration.getSourceFile();
  if (ts.isObjectLiteralExpression(list))
    found.calls.push(...codes.map((code) => ({ code, file, ...NO_FACTS })));
}

function codesOf(given: ts.Expression, functions: Functions): readonly string[] {
  const code = plain(given);
  if (ts.isStringLiteral(code)) return [code.text];
  if (ts.isConditionalExpression(code))
    return [code.whenTrue, code.whenFalse].flatMap((arm) => codesOf(arm, functions));
  if (ts.isTemplateExpression(code) && code.head.text === 'amazon-') return amazonFailures();
  if (ts.isIdentifier(code)) {
    const known = findConst(code);
    return known ? codesOf(known, functions) : [];
  }
  const named = ts.isCallExpression(code) ? functions.get(code.expression.getText()) : undefined;
  const codes: string[] = [];
  if (named)
    walk(named, (node) => {
      if (ts.isReturnStatement(node) && node.expression)
        codes.push(...codesOf(node.expression, functions));
    });
  return codes;
}

/** The kinds of failure that a call to Amazon may end in and that have a sentence of their own. */
function amazonFailures(): readonly string[] {
  const text = readFileSync(`${ROOT}lib/sp-api/answer.ts`, 'utf8');
  const union = /type FailureKind =([^;]*);/.exec(text)?.[1] ?? '';
  const kinds = [...union.matchAll(/'([\w-]+)'/g)].map(([, kind]) => kind);
  return kinds.filter((kind) => kind !== 'rejected').map((kind) => `amazon-${kind}`);
}

function factsOf(given: ts.Expression | undefined): Facts | undefined {
  if (!given) return NO_FACTS;
  const facts = plain(given);
  if (ts.isIdentifier(facts)) {
    const known = findConst(facts);
    return known && factsOf(known);
  }
  if (!ts.isObjectLiteralExpression(facts)) return undefined;
  const always: string[] = [];
  const sometimes: string[] = [];
  for (const property of facts.properties) {
    if (!ts.isSpreadAssignment(property)) {
      always.push(property.name?.getText() ?? '');
      continue;
    }
    const spread = plain(property.expression);
    if (ts.isCallExpression(spread) && spread.expression.getText() === 'optional') {
      sometimes.push(...stringsOf(spread.arguments[0]));
      continue;
    }
    const inner = factsOf(spread);
    if (!inner) return undefined;
    always.push(...inner.always);
    sometimes.push(...inner.sometimes);
  }
  return { always, sometimes };
}
