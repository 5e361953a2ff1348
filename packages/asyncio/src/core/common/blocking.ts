/** Runs that block: what they can't do. */
import { RuntimeError } from '../../builtins/exceptions.js';

/** A blocking run can't wait for the host. */
export function needsHost(what: string): Error {
  return new RuntimeError(
    `the program needs ${what} to go on, which a blocking run can't wait for; use await asyncio.run(main()) instead`,
  );
}
