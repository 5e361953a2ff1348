// Parameters and signatures can be built by hand, compared and replaced; what makes no sense is refused.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const { Parameter, Signature } = asyncio.inspect;
  const { str } = asyncio;
  const a = new Parameter('a', Parameter.POSITIONAL_ONLY);
  const b = new Parameter('b', Parameter.POSITIONAL_OR_KEYWORD, { default: 2 });
  const rest = new Parameter('rest', Parameter.VAR_POSITIONAL);
  const key = new Parameter('key', Parameter.KEYWORD_ONLY, { default: 'k' });
  const more = new Parameter('more', Parameter.VAR_KEYWORD);
  const signature = new Signature([a, b, rest, key, more]);
  trace('signature', str(signature), Object.values(signature.parameters).map(str));
  trace(
    'kinds',
    Object.values(signature.parameters).map((p) => str(p.kind)),
    a.kind < b.kind,
  );
  trace('replaced', str(signature.replace({ parameters: [a, key] })), str(b.replace({ name: 'c', default: null })));
  trace(
    'equal',
    b.__eq__(b.replace()),
    b.__eq__(b.replace({ default: 3 })),
    signature.__eq__(new Signature([a, b, rest, key, more])),
  );
  const attempts: Record<string, () => unknown> = {
    order: () => new Signature([key, a]),
    default: () => new Signature([b, new Parameter('c', Parameter.POSITIONAL_OR_KEYWORD)]),
    twice: () => new Signature([a, new Parameter('a', Parameter.KEYWORD_ONLY)]),
    name: () => new Parameter('not a name', Parameter.KEYWORD_ONLY),
    number: () => new Parameter(1 as never, Parameter.KEYWORD_ONLY),
    kind: () => new Parameter('x', 'kind' as never),
    variadic: () => new Parameter('x', Parameter.VAR_POSITIONAL, { default: 1 }),
  };
  for (const [name, attempt] of Object.entries(attempts)) {
    try {
      trace(name, attempt());
    } catch (error) {
      trace(name, error);
    }
  }
});
