import ts from 'typescript';

/** An expression without the casts and brackets around it. */
export function plain(expression: ts.Expression): ts.Expression {
  return ts.isAsExpression(expression) || ts.isParenthesizedExpression(expression)
    ? plain(expression.expression)
    : expression;
}

/** The strings of a list, or the one string that stands there. */
export function stringsOf(expression: ts.Expression | undefined): readonly string[] {
  if (!expression) return [];
  if (ts.isStringLiteral(expression)) return [expression.text];
  return ts.isArrayLiteralExpression(expression)
    ? expression.elements.flatMap((element) => stringsOf(element))
    : [];
}

/** What the nearest constant of this name is set to. */
export function findConst(name: ts.Identifier): ts.Expression | undefined {
  for (let scope: ts.Node = name.parent; ; scope = scope.parent) {
    if (ts.isBlock(scope) || ts.isSourceFile(scope)) {
      const known = scope.statements
        .filter((statement) => ts.isVariableStatement(statement))
        .flatMap((statement) => [...statement.declarationList.declarations])
        .find((declaration) => declaration.name.getText() === name.text);
      if (known) return known.initializer;
    }
    if (ts.isSourceFile(scope)) return undefined;
  }
}
