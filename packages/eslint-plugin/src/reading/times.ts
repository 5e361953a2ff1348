/** Whether a time looks as if it were meant in milliseconds, and how it is written in seconds. */
import { AST_NODE_TYPES as Type } from '@typescript-eslint/utils';
import { origin } from './definitions.js';
import type { Reading } from './reading.js';
import { memberName, unwrap } from './syntax.js';
import type { Node } from './syntax.js';

const NAME = /(?:^|_)(?:ms|millis|milliseconds)$|(?:[a-z0-9](?:Ms|MS|Millis|Milliseconds))$/;

/** The same time in seconds, as source; `null` where nothing hints at milliseconds. */
export function inSeconds(expression: Node, threshold: number, reading: Reading): string | null {
  const node = unwrap(expression);
  const text = reading.sourceCode.getText(node);
  if (node.type === Type.Literal) {
    return typeof node.value === 'number' && isMilliseconds(node.value, threshold) ? String(node.value / 1000) : null;
  }
  if (node.type === Type.BinaryExpression && node.operator === '*') {
    if (isThousand(node.right)) return reading.sourceCode.getText(node.left);
    return isThousand(node.left) ? reading.sourceCode.getText(node.right) : null;
  }
  if (NAME.test(nameOf(node))) return `${text} / 1000`;
  if (node.type !== Type.Identifier) return null;
  const initial = origin(node, reading.sourceCode);
  const isHint = initial !== node && inSeconds(initial, threshold, reading) !== null;
  return isHint ? `${text} / 1000` : null;
}

/**
 * Round in milliseconds, and not in seconds: 500, 1500, 5000, but not 300 (five minutes), 1800 or 3600.
 */
export function isMilliseconds(value: number, threshold: number): boolean {
  if (value < threshold || value % 50 !== 0) return false;
  const isRoundInSeconds =
    value % 3600 === 0 || (value % 60 === 0 && value <= 900) || [1200, 1800, 2700].includes(value);
  return !isRoundInSeconds;
}

function isThousand(node: Node): boolean {
  return node.type === Type.Literal && node.value === 1000;
}

function nameOf(node: Node): string {
  if (node.type === Type.Identifier) return node.name;
  return node.type === Type.MemberExpression ? (memberName(node) ?? '') : '';
}
