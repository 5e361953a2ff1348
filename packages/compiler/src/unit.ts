/** A source that is being rewritten: its text, its names, and how its nodes lie in one another. */
import type { Program } from '@babel/types';
import MagicString from 'magic-string';
import { childrenOf, endOf, startOf, type Node } from './nodes.js';

/** One source file on its way through the compiler. */
export class Unit {
  readonly source: string;
  readonly program: Program;
  readonly text: MagicString;
  /** What computed keys are kept in, by the function that is the value. */
  readonly keys: Map<Node, string> = new Map<Node, string>();
  /** What the static blocks of classes call, besides what concerns their public methods. */
  readonly marks: Map<Node, string[]> = new Map<Node, string[]>();
  /** Fields that classes get. */
  readonly fields: Map<Node, string[]> = new Map<Node, string[]>();
  readonly #parents = new Map<Node, Node>();
  readonly #names = new Set<string>();
  readonly #runtime: string;
  readonly #parameter: string;
  #usesRuntime = false;

  constructor(source: string, program: Program) {
    this.source = source;
    this.program = program;
    this.text = new MagicString(source);
    this.#learn(program);
    this.#runtime = this.unique('_asyncio');
    this.#parameter = this.#freePrefix();
  }

  /** The node right above; a program has none. */
  parentOf(node: Node): Node | undefined {
    return this.#parents.get(node);
  }

  /** A function of the run-time library, as the file calls it. */
  runtime(name: string): string {
    this.#usesRuntime = true;
    return `${this.#runtime}.${name}`;
  }

  /** The name under which the file knows the run-time library; null if nothing of it is called. */
  get runtimeName(): string | null {
    return this.#usesRuntime ? this.#runtime : null;
  }

  /** A name that the file doesn't use. */
  unique(base: string): string {
    let name = base;
    for (let count = 1; this.#names.has(name); count++) name = `${base}${String(count)}`;
    this.#names.add(name);
    return name;
  }

  /** As many parameters, whose names stand for nothing. */
  parameters(count: number): string {
    return Array.from({ length: count }, (_, index) => `${this.#parameter}${String(index)}`).join(', ');
  }

  /** Puts a text right before a node, outside of what has been put there already. */
  before(node: Node, text: string): void {
    this.text.prependRight(startOf(node), text);
  }

  /** Puts a text right behind a node, outside of what has been put there already. */
  after(node: Node, text: string): void {
    this.text.appendLeft(endOf(node), text);
  }

  /** Puts a text at a place, behind what has been put there already. */
  insert(position: number, text: string): void {
    this.text.appendLeft(position, text);
  }

  /** Puts a text in the place of another, whose line breaks stay. */
  replace(start: number, end: number, text: string): void {
    if (start === end) this.text.appendLeft(start, text);
    else this.text.update(start, end, text + this.lineBreaks(start, end));
  }

  /** The line breaks in a part of the source. */
  lineBreaks(start: number, end: number): string {
    return this.source.slice(start, end).replace(/[^\n]/g, '');
  }

  #learn(node: Node): void {
    if (node.type === 'Identifier' || node.type === 'JSXIdentifier') this.#names.add(node.name);
    if (node.type === 'PrivateName') this.#names.add(`#${node.id.name}`);
    for (const child of childrenOf(node)) {
      this.#parents.set(child, node);
      this.#learn(child);
    }
  }

  #freePrefix(): string {
    const taken = [...this.#names].filter((name) => /^_+\d+$/.test(name)).map((name) => name.lastIndexOf('_') + 1);
    return '_'.repeat(Math.max(0, ...taken) + 1);
  }
}
