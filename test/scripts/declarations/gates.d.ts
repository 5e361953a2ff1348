import { Gate } from './gate';

export { Gate };

/** What shuts a {@link Gate}. @public */
export declare function shut(gate: Gate): void;
