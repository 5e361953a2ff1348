/** The errors of Python's `socket` module. */
import { errorNumber, errorText } from '../builtins/errno.js';
import { OSError } from '../builtins/oserrors.js';
import { EAI_ADDRFAMILY, EAI_AGAIN, EAI_FAIL, EAI_FAMILY, EAI_NONAME, EAI_SERVICE, EAI_SOCKTYPE } from './constants.js';

/**
 * A name or an address couldn't be found.
 *
 * @remarks
 * **Python.** `socket.gaierror`.
 *
 * @example
 * ```ts
 * const error = new asyncio.socket.gaierror(asyncio.socket.EAI_NONAME, 'Name or service not known');
 * String(error); // => '[Errno -2] Name or service not known'
 * error instanceof asyncio.OSError; // => true
 * ```
 *
 * @public
 */
// eslint-disable-next-line @typescript-eslint/naming-convention -- Python's name
export class gaierror extends OSError {}

/**
 * The name of an address couldn't be found.
 *
 * @remarks
 * **Python.** `socket.herror`.
 *
 * @example
 * ```ts
 * new asyncio.socket.herror(1, 'Unknown host') instanceof asyncio.OSError; // => true
 * ```
 *
 * @public
 */
// eslint-disable-next-line @typescript-eslint/naming-convention -- Python's name
export class herror extends OSError {}

const TEXTS: Readonly<Record<number, string>> = {
  [EAI_NONAME]: 'Name or service not known',
  [EAI_AGAIN]: 'Temporary failure in name resolution',
  [EAI_FAIL]: 'Non-recoverable failure in name resolution',
  [EAI_FAMILY]: 'ai_family not supported',
  [EAI_SOCKTYPE]: 'ai_socktype not supported',
  [EAI_SERVICE]: 'Servname not supported for ai_socktype',
  [EAI_ADDRFAMILY]: 'Address family for hostname not supported',
};

/** The error with that number. */
export function nameError(number: number): gaierror {
  return new gaierror(number, TEXTS[number] ?? `error ${String(number)} in name resolution`);
}

/** What Node calls a failed question to the name server. */
export function nameErrorOf(error: Error & { readonly code?: unknown }): gaierror {
  const number = error.code === 'EAI_AGAIN' ? EAI_AGAIN : error.code === 'EAI_FAIL' ? EAI_FAIL : EAI_NONAME;
  const raised = nameError(number);
  raised.__cause__ = error;
  return raised;
}

/** The error of that symbol, as the system would tell it. */
export function systemError(code: string): OSError {
  return new OSError(errorNumber(code), errorText(code));
}
