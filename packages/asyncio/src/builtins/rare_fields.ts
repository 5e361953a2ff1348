/** Fields that few objects of a class ever set, such as those of debug mode: in the others they take no memory. */

/**
 * Gives all objects of a class the value null in fields that it only declares. Whoever sets one has it from then on.
 */
export function rareFields(type: { readonly prototype: object }, names: readonly string[]): void {
  for (const name of names) Object.defineProperty(type.prototype, name, { value: null, writable: true });
}
