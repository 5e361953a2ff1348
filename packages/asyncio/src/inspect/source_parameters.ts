/** Reads the parameters of a function or class out of its source text. */
import { type Token, Tokenizer, depthChange, isName, isPunctuator } from './tokens.js';

/** What a parameter binds: a name, or a pattern that takes an object or an array apart. */
export type Binding =
  | { readonly type: 'name'; readonly name: string }
  | { readonly type: 'object'; readonly properties: readonly PropertyBinding[]; readonly rest: string | null }
  | { readonly type: 'array' };

/** A property that an object pattern takes; `key` is null where only running the program could tell it. */
export interface PropertyBinding {
  readonly key: string | null;
  readonly fallback: Expression | null;
}

/** A piece of source: a default value, as it was written. */
export interface Expression {
  readonly tokens: readonly Token[];
  readonly text: string;
}

/** A parameter as it was written. */
export interface SourceParameter {
  readonly binding: Binding;
  /** Whether it takes all arguments that are left (`...args`). */
  readonly rest: boolean;
  readonly fallback: Expression | null;
}

/**
 * The parameters of a function, in order.
 *
 * @param source - The function's source text: of any kind of function, method or accessor.
 */
export function functionParameters(source: string): SourceParameter[] {
  const tokenizer = new Tokenizer(source);
  let previous: Token | null = null;
  for (let token = tokenizer.next(); token !== null; token = tokenizer.next()) {
    // Only a computed name has anything in brackets before the parameters.
    if (isPunctuator(token, '[')) takeBalanced(tokenizer);
    else if (isPunctuator(token, '(')) return parseParameters(takeBalanced(tokenizer), source);
    else if (isPunctuator(token, '=>') && previous !== null) {
      return [{ binding: { type: 'name', name: previous.text }, rest: false, fallback: null }];
    }
    previous = token;
  }
  throw new SyntaxError('no parameters');
}

/**
 * The parameters of a class's own constructor, or null if it has none of its own.
 *
 * @param source - The class's source text.
 */
export function constructorParameters(source: string): SourceParameter[] | null {
  const tokenizer = new Tokenizer(source);
  skipToBody(tokenizer);
  let previous: Token | null = null;
  for (let token = tokenizer.next(); token !== null; token = tokenizer.next()) {
    if (isConstructorKey(token) && !isOtherMember(previous)) {
      const next = tokenizer.next();
      if (isPunctuator(next, '(')) {
        const parameters = takeBalanced(tokenizer);
        const body = tokenizer.next();
        if (isPunctuator(body, '{')) return parseParameters(parameters, source);
        if (body !== null && depthChange(body) === 1) takeBalanced(tokenizer);
        previous = body;
        continue;
      }
      if (next !== null && depthChange(next) === 1) takeBalanced(tokenizer);
      previous = next;
      continue;
    }
    if (depthChange(token) === 1) takeBalanced(tokenizer);
    previous = token;
  }
  return null;
}

function isConstructorKey(token: Token): boolean {
  return isName(token, 'constructor') || (token.type === 'string' && token.text.slice(1, -1) === 'constructor');
}

/** Whether `constructor` after this token is some other member's name, or no member at all. */
function isOtherMember(previous: Token | null): boolean {
  if (previous === null) return false;
  if (previous.type === 'name') return ['static', 'get', 'set', 'async', 'function', 'new'].includes(previous.text);
  return isPunctuator(previous, '*') || isPunctuator(previous, '.') || isPunctuator(previous, '?.');
}

/** Moves past decorators, the name and what the class extends, to behind the brace that opens its body. */
function skipToBody(tokenizer: Tokenizer): void {
  for (let token = tokenizer.next(); token !== null; token = tokenizer.next()) {
    if (isName(token, 'class')) {
      skipClassHead(tokenizer);
      return;
    }
    if (depthChange(token) === 1) takeBalanced(tokenizer);
  }
}

/** The same from behind the word `class`. What is extended may be any expression, with braces and classes in it. */
function skipClassHead(tokenizer: Tokenizer): void {
  let expectsOperand = false;
  for (let token = tokenizer.next(); token !== null; token = tokenizer.next()) {
    if (isName(token, 'extends') || isName(token, 'new')) expectsOperand = true;
    else if (isPunctuator(token, '.') || isPunctuator(token, '?.')) {
      // A property may be called anything, `class` too.
      const property = tokenizer.next();
      if (property !== null && depthChange(property) === 1) takeBalanced(tokenizer);
      expectsOperand = false;
    } else if (expectsOperand && isName(token, 'class')) {
      skipClassHead(tokenizer);
      takeBalanced(tokenizer);
      expectsOperand = false;
    } else if (expectsOperand && isName(token, 'function')) {
      for (let next = tokenizer.next(); next !== null && !isPunctuator(next, '(');) next = tokenizer.next();
      takeBalanced(tokenizer);
      tokenizer.next();
      takeBalanced(tokenizer);
      expectsOperand = false;
    } else if (isPunctuator(token, '{') && !expectsOperand) return;
    else {
      if (depthChange(token) === 1) takeBalanced(tokenizer);
      expectsOperand = isName(token, 'async') && expectsOperand;
    }
  }
}

/** The tokens up to the bracket that closes the one just read, without it. */
function takeBalanced(tokenizer: Tokenizer): Token[] {
  const tokens: Token[] = [];
  let depth = 0;
  for (let token = tokenizer.next(); token !== null; token = tokenizer.next()) {
    depth += depthChange(token);
    if (depth < 0) break;
    tokens.push(token);
  }
  return tokens;
}

/** Cuts tokens at the commas between them; a comma at the end begins nothing. */
export function splitAtCommas(tokens: readonly Token[]): Token[][] {
  const groups: Token[][] = [];
  let group: Token[] = [];
  let depth = 0;
  for (const token of tokens) {
    if (depth === 0 && isPunctuator(token, ',')) {
      groups.push(group);
      group = [];
      continue;
    }
    depth += depthChange(token);
    group.push(token);
  }
  if (group.length > 0) groups.push(group);
  return groups;
}

/** Where this punctuator stands outside of any brackets, or -1. */
export function indexOutside(tokens: readonly Token[], text: string): number {
  let depth = 0;
  for (const [index, token] of tokens.entries()) {
    if (depth === 0 && isPunctuator(token, text)) return index;
    depth += depthChange(token);
  }
  return -1;
}

function parseParameters(tokens: readonly Token[], source: string): SourceParameter[] {
  return splitAtCommas(tokens).map((group) => {
    const rest = isPunctuator(group[0], '...');
    const [target, fallback] = splitDefault(rest ? group.slice(1) : group, source);
    return { binding: parseBinding(target, source), rest, fallback };
  });
}

function splitDefault(tokens: readonly Token[], source: string): [Token[], Expression | null] {
  const equals = indexOutside(tokens, '=');
  if (equals === -1) return [[...tokens], null];
  const value = tokens.slice(equals + 1);
  const text = source.slice(value[0]?.start, value[value.length - 1]?.end);
  return [tokens.slice(0, equals), { tokens: value, text }];
}

function parseBinding(tokens: readonly Token[], source: string): Binding {
  const first = tokens[0];
  if (first === undefined || isPunctuator(first, '[')) return { type: 'array' };
  if (first.type === 'name') return { type: 'name', name: first.text };
  const properties: PropertyBinding[] = [];
  let rest: string | null = null;
  for (const group of splitAtCommas(tokens.slice(1, -1))) {
    if (isPunctuator(group[0], '...')) rest = group[1]?.text ?? null;
    else properties.push(parseProperty(group, source));
  }
  return { type: 'object', properties, rest };
}

/** `key`, `key = value`, `key: target`, `key: target = value`. */
function parseProperty(tokens: readonly Token[], source: string): PropertyBinding {
  const [target, fallback] = splitDefault(tokens, source);
  const key = target[0];
  if (key?.type === 'name') return { key: key.text, fallback };
  if (key?.type === 'string' && !key.text.includes('\\')) return { key: key.text.slice(1, -1), fallback };
  return { key: null, fallback };
}
