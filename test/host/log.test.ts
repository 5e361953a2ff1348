/** The logger and the place where warnings leave; formats and levels are those of CPython's `logging`. */
import * as asyncio from 'asyncio-ts';
import { Logger, logger, warn } from '#asyncio/host/log';
import { failOnNoise, recordErrorOutput, recordWarnings } from '../support/outcomes';

failOnNoise();

/** A logger of its own, with a handler that keeps the records. */
function recording(): { log: Logger; records: asyncio.LogRecord[] } {
  const log = new Logger('test');
  const records: asyncio.LogRecord[] = [];
  log.addHandler({ handle: (record) => void records.push(record) });
  return { log, records };
}

describe('a logger', () => {
  test('handles warnings and worse, unless its level says otherwise', () => {
    const { log, records } = recording();
    const all = (): void => {
      log.debug('d');
      log.info('i');
      log.warning('w');
      log.error('e');
      log.exception('x', new asyncio.ValueError('v'));
    };
    all();
    expect(records.map(({ levelno, levelname, message }) => [levelno, levelname, message])).toEqual([
      [30, 'WARNING', 'w'],
      [40, 'ERROR', 'e'],
      [40, 'ERROR', 'x'],
    ]);
    expect([10, 20, 30, 40].map((level) => log.isEnabledFor(level))).toEqual([false, false, true, true]);
    records.length = 0;
    log.setLevel(10);
    all();
    expect(records.map(({ levelname }) => levelname)).toEqual(['DEBUG', 'INFO', 'WARNING', 'ERROR', 'ERROR']);
    expect(records.every(({ name }) => name === 'test')).toBe(true);
  });

  test('fills the conversions of its messages', () => {
    const { log, records } = recording();
    log.error('%s %r %d %.3f %f 100%%', 'text', 'text', 3, 0.12345, 2);
    log.error('%s %s', 'only one');
    log.error('%s as it is without arguments');
    log.error('%r', new asyncio.ValueError('x'));
    expect(records.map(({ message }) => message)).toEqual([
      "text 'text' 3 0.123 2.000000 100%",
      'only one %s',
      '%s as it is without arguments',
      "ValueError('x')",
    ]);
  });

  test('hands the exception to its handlers', () => {
    const { log, records } = recording();
    const error = new asyncio.ValueError('v');
    log.exception('x', error);
    log.error('e');
    expect(records.map(({ exc_info }) => exc_info)).toEqual([error, null]);
  });

  test('calls each handler once, in order, until it is removed', () => {
    const log = new Logger('test');
    const seen: string[] = [];
    const first = { handle: () => void seen.push('first') };
    const second = { handle: () => void seen.push('second') };
    log.addHandler(first);
    log.addHandler(first);
    log.addHandler(second);
    log.error('e');
    log.removeHandler(first);
    log.removeHandler(first);
    log.error('e');
    expect(seen).toEqual(['first', 'second', 'second']);
  });

  test('without handlers writes to the error output, with the stack of an exception', () => {
    const output = recordErrorOutput();
    const log = new Logger('test');
    log.setLevel(10);
    log.info('not worth it');
    log.warning('w %s', 1);
    log.exception('x', new asyncio.ValueError('v'));
    log.exception('thrown', 'text');
    expect(output[0]).toBe('w 1\n');
    expect(output[1]).toMatch(/^x\nValueError: v\n {4}at /);
    expect(output.slice(2)).toEqual(['thrown\n']);
  });
});

test('the package has one logger, named asyncio', () => {
  expect(asyncio.logger).toBe(logger);
  expect([logger.name, logger.level, logger.handlers]).toEqual(['asyncio', 30, []]);
});

test('warnings leave through the host, with their category', () => {
  const warnings = recordWarnings();
  warn('careful', 'RuntimeWarning');
  expect(warnings).toEqual(['RuntimeWarning: careful']);
});
