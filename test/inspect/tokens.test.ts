import { Tokenizer, type Token } from '#asyncio/inspect/tokens';

function tokens(source: string): Token[] {
  const tokenizer = new Tokenizer(source);
  const all: Token[] = [];
  for (let token = tokenizer.next(); token !== null; token = tokenizer.next()) all.push(token);
  return all;
}

const texts = (source: string): string[] => tokens(source).map((token) => token.text);
const typed = (source: string): string[] => tokens(source).map((token) => `${token.type} ${token.text}`);

describe('names', () => {
  test('a name may hold dollars, underscores, letters of any script and joiners', () => {
    expect(typed('$ _a ñ 名前 a\u200cb 𠮷x')).toEqual(
      ['$', '_a', 'ñ', '名前', 'a\u200cb', '𠮷x'].map((name) => `name ${name}`),
    );
  });

  test('escapes in a name are resolved', () => {
    expect(typed(String.raw`\u0061b \u{63}\u0064 a\u{1d4d0}`)).toEqual(['name ab', 'name cd', 'name a𝓐']);
  });

  test('a private name is a token of its own kind', () => {
    expect(typed('#a.b')).toEqual(['private #a', 'punctuator .', 'name b']);
  });
});

describe('numbers', () => {
  test.each(['0', '1', '12.5', '.5', '5.', '1e3', '1.5E-7', '0xFF', '0b101', '0o17', '1_000', '10n', '0xFFn', '0777'])(
    '%s is one token',
    (text) => {
      expect(typed(text)).toEqual([`number ${text}`]);
    },
  );

  test('a dot after a whole number with a dot reads a property', () => {
    expect(texts('1..toString()')).toEqual(['1.', '.', 'toString', '(', ')']);
  });

  test('a question mark before a fraction is no optional chain', () => {
    expect(texts('a?.5:b?.c')).toEqual(['a', '?', '.5', ':', 'b', '?.', 'c']);
  });

  test('three dots before a number spread it', () => {
    expect(texts('[....5]')).toEqual(['[', '...', '.5', ']']);
  });
});

describe('strings and templates', () => {
  test('quotes, brackets and comments inside a string belong to it', () => {
    expect(typed(String.raw`'a\'b")' "c\"d'(/*" '\\'`)).toEqual([
      String.raw`string 'a\'b")'`,
      String.raw`string "c\"d'(/*"`,
      String.raw`string '\\'`,
    ]);
  });

  test('a string may go on in the next line', () => {
    expect(typed("'a\\\nb' c")).toEqual(["string 'a\\\nb'", 'name c']);
  });

  test('a template is one token with its substitutions, templates within templates included', () => {
    const template = '`a${b + `c${"`}"}d` + {e: {}}.f /* } */}g`';
    expect(typed(`${template} h`)).toEqual([`template ${template}`, 'name h']);
  });

  test('an escaped dollar or backtick ends nothing', () => {
    expect(typed('`\\${ \\` $ {` x')).toEqual(['template `\\${ \\` $ {`', 'name x']);
  });

  test('a regular expression in a substitution may hold a brace', () => {
    expect(typed('`${/}/}` x')).toEqual(['template `${/}/}`', 'name x']);
  });
});

describe('comments and space', () => {
  test('comments of both kinds, all line ends and exotic spaces are no tokens', () => {
    expect(texts('a /* ( */ b // )\nc//\u2028d\u00a0\ufeff/**/e\r\n')).toEqual(['a', 'b', 'c', 'd', 'e']);
  });

  test('stars and slashes in comments do not confuse their ends', () => {
    expect(texts('/***/a/*/ * // */b')).toEqual(['a', 'b']);
  });
});

describe('a slash', () => {
  test.each([
    ['a / b / c', ['a', '/', 'b', '/', 'c']],
    ['(a) / b / c', ['(', 'a', ')', '/', 'b', '/', 'c']],
    ['a[0] / b / c', ['a', '[', '0', ']', '/', 'b', '/', 'c']],
    ['1 / 2 / 3', ['1', '/', '2', '/', '3']],
    ['`a` / b / c', ['`a`', '/', 'b', '/', 'c']],
    ['"a" / b / c', ['"a"', '/', 'b', '/', 'c']],
    ['a++ / b / c', ['a', '++', '/', 'b', '/', 'c']],
    ['this / b / c', ['this', '/', 'b', '/', 'c']],
    ['a.return / b / c', ['a', '.', 'return', '/', 'b', '/', 'c']],
    ['a?.case / b / c', ['a', '?.', 'case', '/', 'b', '/', 'c']],
    ['x = {} / b / c', ['x', '=', '{', '}', '/', 'b', '/', 'c']],
    ['#p / b / c', ['#p', '/', 'b', '/', 'c']],
    ['f(if_) / b / c', ['f', '(', 'if_', ')', '/', 'b', '/', 'c']],
    ['a.if(x) / b / c', ['a', '.', 'if', '(', 'x', ')', '/', 'b', '/', 'c']],
    ['a /= b / c', ['a', '/=', 'b', '/', 'c']],
  ])('divides in %s', (source, expected) => {
    expect(texts(source)).toEqual(expected);
  });

  test.each([
    ['x = /a/g', '/a/g'],
    ['f(/[/)\\]]/)', '/[/)\\]]/'],
    ['[/a\\/b/]', '/a\\/b/'],
    ['return /=/', '/=/'],
    ['typeof /a/', '/a/'],
    ['await /a/', '/a/'],
    ['a ? /b/ : c', '/b/'],
    ['!/a/.test(b)', '/a/'],
    ['if (a) /b/.test(c)', '/b/'],
    ['while (f()) /b/.test(c)', '/b/'],
    ['for await (a of b) /c/.test(d)', '/c/'],
    ['if (a) { b } /c/.test(d)', '/c/'],
    ['else /b/.test(c)', '/b/'],
    ['() => /b/u', '/b/u'],
    ['a && /\\p{L}(?<n>[^[]+)/dgimsuvy', '/\\p{L}(?<n>[^[]+)/dgimsuvy'],
  ])('begins a regular expression in %s', (source, expected) => {
    expect(
      tokens(source)
        .filter((token) => token.type === 'regex')
        .map((token) => token.text),
    ).toEqual([expected]);
  });
});

describe('punctuators', () => {
  test('the longest one wins', () => {
    expect(texts('a>>>=b??=c**=d=>e===f!==g...h||=i<=j')).toEqual(
      'a >>>= b ??= c **= d => e === f !== g ... h ||= i <= j'.split(' '),
    );
  });

  test('every token knows where it stands', () => {
    const source = 'a /* b */ => `c`';
    expect(tokens(source).map((token) => source.slice(token.start, token.end))).toEqual(['a', '=>', '`c`']);
  });

  test('what no program can hold is refused', () => {
    expect(() => tokens('a \u0001 b')).toThrow(SyntaxError);
  });
});
