/** What the type checker says, where ESLint has one. */
import { ESLintUtils, type ParserServicesWithTypeInformation, type TSESLint } from '@typescript-eslint/utils';
import type { Program, Type } from 'typescript';
import type { Kind } from './names.js';
import type { Node } from './syntax.js';

/**
 * The members by which a class of the library is known. Its name would not do: a bundler of declarations may change it,
 * and a subclass has another; nor would its file, which may be the package's or, in a workspace, its sources.
 */
const MARKS: readonly (readonly [Kind, readonly string[]])[] = [
  ['Coroutine', ['cr_await', 'cr_running', 'send']],
  ['Task', ['get_coro', 'uncancel', 'get_loop']],
  ['Future', ['add_done_callback', 'set_exception', 'get_loop']],
  ['TaskGroup', ['create_task', '__aexit__']],
  ['Timeout', ['reschedule', 'expired', '__aexit__']],
  ['EventLoop', ['call_soon', 'run_until_complete']],
  ['Runner', ['run', 'get_loop', 'close']],
  ['Queue', ['put_nowait', 'task_done']],
];

export class Types {
  readonly #services: ParserServicesWithTypeInformation;
  readonly #program: Program;

  private constructor(services: ParserServicesWithTypeInformation) {
    this.#services = services;
    this.#program = services.program;
  }

  /** `null` where a file is linted without types. */
  static of(context: Readonly<TSESLint.RuleContext<string, readonly unknown[]>>): Types | null {
    const services = context.sourceCode.parserServices;
    if (services?.program === undefined || services.program === null) return null;
    return new Types(ESLintUtils.getParserServices(context));
  }

  /** Of a union, what all its members are, `null` and `undefined` left aside. */
  kindOf(node: Node): Kind | null {
    return this.#kindOfType(this.#services.getTypeAtLocation(node));
  }

  /** The same of the elements of an array, a set, or another iterable. */
  kindOfElements(node: Node): Kind | null {
    const checker = this.#program.getTypeChecker();
    const type = this.#services.getTypeAtLocation(node);
    const element = type.getNumberIndexType() ?? checker.getTypeArguments(type as never)[0];
    return element === undefined ? null : this.#kindOfType(element);
  }

  /** What a call of this function returns. */
  kindOfCall(node: Node): Kind | null {
    const [signature, ...more] = this.#services.getTypeAtLocation(node).getCallSignatures();
    return signature === undefined || more.length > 0 ? null : this.#kindOfType(signature.getReturnType());
  }

  /** Whether a call never returns, since it always throws. */
  isNever(node: Node): boolean {
    return this.#program.getTypeChecker().typeToString(this.#services.getTypeAtLocation(node)) === 'never';
  }

  /** The file of the `async` function that a call calls; `null` where it is none, or only its declaration is known. */
  asyncFunctionCalled(node: Node): { readonly text: string; readonly filename: string } | null {
    const call = this.#services.esTreeNodeToTSNodeMap.get(node);
    const signature = this.#program.getTypeChecker().getResolvedSignature(call as never);
    const declaration = signature?.declaration as
      { asteriskToken?: unknown; modifiers?: readonly { getText(): string }[]; getSourceFile(): unknown } | undefined;
    if (declaration?.asteriskToken !== undefined) return null;
    if (declaration?.modifiers?.some((modifier) => modifier.getText() === 'async') !== true) return null;
    const file = declaration.getSourceFile() as { readonly text: string; readonly fileName: string };
    return { text: file.text, filename: file.fileName };
  }

  #kindOfType(type: Type): Kind | null {
    const members = type.isUnion() ? type.types : [type];
    const kinds = new Set<Kind | null>();
    for (const member of members) {
      if (!['null', 'undefined', 'void'].includes(this.#program.getTypeChecker().typeToString(member))) {
        kinds.add(this.#kindOfMember(member));
      }
    }
    const [kind = null, ...others] = kinds;
    return others.length === 0 ? kind : null;
  }

  #kindOfMember(type: Type): Kind | null {
    for (const [kind, marks] of MARKS) {
      if (marks.every((mark) => type.getProperty(mark) !== undefined)) return kind;
    }
    return this.#isPromise(type) ? 'Promise' : null;
  }

  #isPromise(type: Type): boolean {
    const symbol = type.getSymbol();
    if (symbol?.name !== 'Promise') return false;
    const files = symbol.declarations?.map((declaration) => declaration.getSourceFile()) ?? [];
    return files.some((file) => this.#program.isSourceFileDefaultLibrary(file));
  }
}
