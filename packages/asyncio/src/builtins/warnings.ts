/** Python's warning categories; issuing them is the business of `core/log.ts`. */
import { Exception } from './base_exception.js';
import { registerExceptions } from './exception_classes.js';

/** The root of the warning categories. @public */
export class Warning extends Exception {}

/** What a program warns its user of. @public */
export class UserWarning extends Warning {}

/** Something is deprecated; meant for programmers. @public */
export class DeprecationWarning extends Warning {}

/** Something will be deprecated. @public */
export class PendingDeprecationWarning extends Warning {}

/** Something will change its meaning. @public */
export class FutureWarning extends Warning {}

/** A doubtful behaviour at run time, such as a coroutine that was never awaited. @public */
export class RuntimeWarning extends Warning {}

/** A resource that was not closed. @public */
export class ResourceWarning extends Warning {}

registerExceptions({
  Warning,
  UserWarning,
  DeprecationWarning,
  PendingDeprecationWarning,
  FutureWarning,
  RuntimeWarning,
  ResourceWarning,
});
