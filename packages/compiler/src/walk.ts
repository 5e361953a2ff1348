/** How the parts of the compiler go through a syntax tree together. */
import type { Head } from './heads.js';
import type { Lexical } from './lexical.js';
import type { Node } from './nodes.js';
import type { Unit } from './unit.js';

/** What `await` and `yield` mean in a function: what they say, or what the function is rewritten to. */
export type Mode = 'native' | 'coroutine' | 'asyncgen';

/** Where a node stands. */
export interface Scope {
  readonly mode: Mode;
  /** The beginning of the block. */
  readonly block: Head;
  /** The beginning of the function's body. */
  readonly body: Head;
  /** What the outermost rewritten arrow function took from its surroundings, by which names. */
  readonly lexical: Lexical | null;
  /** Whether `this` may not be there yet: in the constructor of a derived class. */
  readonly derived: boolean;
  /** The variable with the resources of the block, if there are any. */
  readonly resources: string | null;
}

/** What a visitor works with. */
export interface Walk {
  readonly unit: Unit;
  readonly visit: (node: Node, scope: Scope) => void;
  readonly visitChildren: (node: Node, scope: Scope) => void;
}

/** Rewrites a node, and sees to it that what is below it is visited, before it touches the ends of its text. */
export type Visitor<N extends Node = Node> = (node: N, scope: Scope, walk: Walk) => void;
