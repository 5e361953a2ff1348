/** A link that holds a program: everything stands behind the `#`, so no server gets to see it. */
import lz from 'lz-string';

/** What a link holds. */
export interface Shared {
  readonly typescript: string;
  readonly python: string | null;
}

/** The part of an address behind its `#`. */
export function toHash({ typescript, python }: Shared): string {
  const parts = [`code=${lz.compressToEncodedURIComponent(typescript)}`];
  if (python !== null) parts.push(`python=${lz.compressToEncodedURIComponent(python)}`);
  return parts.join('&');
}

/** What such a part holds, or null. */
export function fromHash(hash: string): Shared | null {
  const parts = new Map(
    hash
      .replace(/^#/, '')
      .split('&')
      .map((part) => splitOnce(part)),
  );
  const typescript = read(parts.get('code'));
  return typescript === null ? null : { typescript, python: read(parts.get('python')) };
}

// The encoding has `+` in it, which the parsers of addresses take for a space.
function splitOnce(part: string): [string, string] {
  const equals = part.indexOf('=');
  return equals < 0 ? [part, ''] : [part.slice(0, equals), part.slice(equals + 1)];
}

function read(text: string | undefined): string | null {
  return text === undefined ? null : lz.decompressFromEncodedURIComponent(text) || null;
}
