/** Python's literals: strings, bytes, numbers; and the expressions for dates and patterns. */

const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' };
const hex = (value: number, digits: number): string => value.toString(16).padStart(digits, '0');

// What Python calls unprintable: the categories "other" and "separator", but for the plain space.
const UNPRINTABLE = /[\p{C}\p{Zl}\p{Zp}\p{Zs}]/u;
// Most strings need none of the care below.
const SIMPLE = /^[ !#-&(-[\]-~]*$/;

function escapeCharacter(character: string): string {
  const known = ESCAPES[character];
  if (known !== undefined) return known;
  if (character === ' ' || !UNPRINTABLE.test(character)) return character;
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x100) return `\\x${hex(code, 2)}`;
  return code < 0x10000 ? `\\u${hex(code, 4)}` : `\\U${hex(code, 8)}`;
}

/** Double quotes are for strings that hold a single quote and no double one. */
function chooseQuote(hasSingle: boolean, hasDouble: boolean): "'" | '"' {
  return hasSingle && !hasDouble ? '"' : "'";
}

/** The literal of a string. */
export function reprString(value: string): string {
  if (SIMPLE.test(value)) return `'${value}'`;
  const quote = chooseQuote(value.includes("'"), value.includes('"'));
  let text = quote;
  for (const character of value) text += character === quote ? `\\${character}` : escapeCharacter(character);
  return text + quote;
}

/** The literal of bytes. */
export function reprBytes(value: Uint8Array): string {
  const quote = chooseQuote(value.includes(0x27), value.includes(0x22));
  let text = `b${quote}`;
  for (const byte of value) {
    const character = String.fromCharCode(byte);
    if (character === quote) text += `\\${character}`;
    else if (ESCAPES[character] !== undefined) text += ESCAPES[character];
    else text += byte < 0x20 || byte > 0x7e ? `\\x${hex(byte, 2)}` : character;
  }
  return text + quote;
}

/** The literal of a number: whole numbers read as `int`, all others as `float`. */
export function reprNumber(value: number): string {
  if (Number.isNaN(value)) return 'nan';
  if (!Number.isFinite(value)) return value > 0 ? 'inf' : '-inf';
  if (Object.is(value, -0)) return '-0.0';
  // Python goes over to exponents at 1e-4, JavaScript at 1e-6; and Python writes at least two digits of them.
  const text = value !== 0 && Math.abs(value) < 1e-4 ? value.toExponential() : String(value);
  return text.replace(/e([+-])(\d)$/, 'e$10$2');
}

/** The literal of what is always a `float` in Python, such as a time. */
export function reprFloat(value: number): string {
  const text = Math.abs(value) >= 1e16 && Number.isFinite(value) ? value.toExponential() : reprNumber(value);
  return /^-?\d+$/.test(text) ? `${text}.0` : text;
}

/** The expression that makes a date: an instant in UTC. */
export function reprDate(value: Date): string {
  const fields = [
    value.getUTCFullYear(),
    value.getUTCMonth() + 1,
    value.getUTCDate(),
    value.getUTCHours(),
    value.getUTCMinutes(),
  ];
  const microsecond = value.getUTCMilliseconds() * 1000;
  if (microsecond !== 0) fields.push(value.getUTCSeconds(), microsecond);
  else if (value.getUTCSeconds() !== 0) fields.push(value.getUTCSeconds());
  return `datetime.datetime(${fields.join(', ')}, tzinfo=datetime.timezone.utc)`;
}

/** A date as Python prints it. */
export function strDate(value: Date): string {
  const text = value.toISOString().replace('T', ' ').replace('Z', '');
  return `${value.getUTCMilliseconds() === 0 ? text.slice(0, -4) : `${text}000`}+00:00`;
}

const PATTERN_FLAGS: Readonly<Record<string, string>> = {
  i: 're.IGNORECASE',
  m: 're.MULTILINE',
  s: 're.DOTALL',
};

/** The expression that makes a pattern. */
export function reprPattern(value: RegExp): string {
  const flags = Object.keys(PATTERN_FLAGS).filter((flag) => value.flags.includes(flag));
  const names = flags.map((flag) => PATTERN_FLAGS[flag]).join('|');
  return `re.compile(${reprString(value.source)}${names === '' ? '' : `, ${names}`})`;
}
