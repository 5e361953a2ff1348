import type { Place } from '../../live/places';

/** What a pane of code lets its parent do. */
export interface Pane {
  /** Whether somebody edits. */
  readonly edits: boolean;
  /** Loads the editor, and gives it the focus. */
  edit(): Promise<void>;
  /** Puts the cursor of the editor at a place. */
  go(place: Place): Promise<void>;
  /** The text as it is now. */
  source(): string;
  /** Puts the text back that the page came with. */
  reset(): void;
}
