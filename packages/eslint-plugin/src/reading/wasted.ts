/** The values that a statement throws away. */
import { AST_NODE_TYPES as Type, type TSESTree } from '@typescript-eslint/utils';

/** Looks through `void x`, `a && x`, `a ? x : y` and `x, y`. */
export function* wasted(expression: TSESTree.Expression): Generator<TSESTree.Expression> {
  switch (expression.type) {
    case Type.UnaryExpression:
      if (expression.operator === 'void') yield* wasted(expression.argument);
      return;
    case Type.LogicalExpression:
      yield* wasted(expression.right);
      return;
    case Type.ConditionalExpression:
      yield* wasted(expression.consequent);
      yield* wasted(expression.alternate);
      return;
    case Type.SequenceExpression:
      for (const part of expression.expressions) yield* wasted(part);
      return;
    case Type.ChainExpression:
      yield* wasted(expression.expression);
      return;
    case Type.CallExpression:
    case Type.Identifier:
    case Type.MemberExpression:
    case Type.TSNonNullExpression:
      yield expression;
      return;
    default:
  }
}
