/** Where errors go that nobody else could take: the loop's handler, or the log. */
import { repr } from '../../builtins/repr.js';
import type { Context } from '../../contextvars/context.js';
import type { AbstractEventLoop } from '../contract/events.js';
import type { ExceptionContext, ExceptionHandler } from '../contract/loop_options.js';
import type { Runnable } from '../contract/handles.js';
import { isFatal } from './exceptions.js';
import { formatStack, type FrameSummary } from './format_helpers.js';
import { logger } from '../../host/log.js';

const STACK_TITLES: Readonly<Record<string, string>> = {
  source_traceback: 'Object created at (most recent call last):',
  handle_traceback: 'Handle created at (most recent call last):',
};

/** Logs an error with all that its context says, as CPython's default handler does. */
export function reportException(context: ExceptionContext, current: Runnable | null): void {
  const message = context.message ?? '';
  const shown: Record<string, unknown> = { ...context };
  if (!('source_traceback' in shown) && current !== null && current._source_traceback !== null) {
    shown.handle_traceback = current._source_traceback;
  }
  const lines = [message === '' ? 'Unhandled exception in event loop' : message];
  for (const key of Object.keys(shown).sort()) {
    if (key === 'message' || key === 'exception') continue;
    const title = STACK_TITLES[key];
    const value = shown[key];
    if (title === undefined) lines.push(`${key}: ${repr(value)}`);
    else lines.push(`${key}: ${title}\n${formatStack(value as readonly FrameSummary[]).trimEnd()}`);
  }
  const exception = context.exception;
  if (exception === undefined || exception === null) logger.error(lines.join('\n'));
  else logger.exception(lines.join('\n'), exception);
}

/** The context that an error's subject runs in; its handler runs there as well. */
function contextOf(context: ExceptionContext): Context | null {
  const subject = context.task ?? context.future ?? context.handle;
  const get = (subject as { get_context?: unknown } | null | undefined)?.get_context;
  return typeof get === 'function' ? (get.call(subject) as Context | null) : null;
}

/** Hands an error to a handler, and an error of the handler to the default one. */
export function runHandler(loop: AbstractEventLoop, handler: ExceptionHandler | null, context: ExceptionContext): void {
  if (handler === null) {
    guarded('Exception in default exception handler', () => {
      loop.default_exception_handler(context);
    });
    return;
  }
  try {
    const where = contextOf(context);
    if (where === null) handler(loop, context);
    else where.run(handler, loop, context);
  } catch (error) {
    if (isFatal(error)) throw error;
    guarded(
      'Exception in default exception handler while handling an unexpected error in custom exception handler',
      () => {
        loop.default_exception_handler({
          message: 'Unhandled error in exception handler',
          exception: error,
          context,
        });
      },
    );
  }
}

/** The last protection: a default handler may be overridden, and fail. */
function guarded(message: string, action: () => void): void {
  try {
    action();
  } catch (error) {
    if (isFatal(error)) throw error;
    logger.exception(message, error);
  }
}
