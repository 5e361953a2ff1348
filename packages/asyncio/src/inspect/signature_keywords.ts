/** The keyword arguments of signatures, as types. */
import type { Parameter } from './parameter.js';

/** The keyword arguments of {@link Signature}. @public */
export interface SignatureInit {
  /** The parameters, in order. */
  readonly parameters?: Iterable<Parameter> | null | undefined;
  /** The annotation of what is returned; {@link Signature.empty} for none. */
  readonly return_annotation?: unknown;
  /** Whether to check the order of the parameters; true unless given. */
  readonly __validate_parameters__?: boolean;
}

/** The keyword arguments of {@link Signature.replace}. @public */
export interface SignatureReplacements {
  /** The new parameters. */
  readonly parameters?: Iterable<Parameter> | null | undefined;
  /** The new annotation of what is returned. */
  readonly return_annotation?: unknown;
}

/** The keyword arguments of {@link Signature.format}. @public */
export interface SignatureFormat {
  /** If the text would be longer, each parameter gets a line of its own. */
  readonly max_width?: number | null | undefined;
  /** Whether annotations that are strings are shown in quotes; true unless given. */
  readonly quote_annotation_strings?: boolean;
}

/** The keyword arguments of {@link signature}. @public */
export interface SignatureKeywords {
  /** Whether to look at the function inside of a wrapper (`__wrapped__`); true unless given. */
  readonly follow_wrapped?: boolean;
  /** Has no effect: the names of another module can't be had. */
  readonly globals?: unknown;
  /** Has no effect, as `globals`. */
  readonly locals?: unknown;
  /** Whether to evaluate annotations that are strings, which can't be done here. */
  readonly eval_str?: boolean;
  /** A number of Python's `annotationlib.Format`: 1 for values, 4 for strings. */
  readonly annotation_format?: number;
}
