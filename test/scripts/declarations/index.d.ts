/** A small library, for the tests of the reference. */
export * from './gate';
export * as gates from './gates';
