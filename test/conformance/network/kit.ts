/** What the programs share. */

/** A text as bytes. */
export const bytes = (text: string): Uint8Array => Buffer.from(text, 'latin1');
