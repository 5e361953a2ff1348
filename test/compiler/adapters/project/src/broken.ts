interface Shape {
  readonly size: number;
}

enum Kind {
  Round = 1,
}

/** Before the place of the error are types, which go, and an await, which is rewritten. */
export async function broken<T extends number>(size: T): Promise<Shape> {
  const shape: Shape = { size: await Promise.resolve(size as number) };
  const kind: Kind = Kind.Round;
  if ((await Promise.resolve(kind as number)) > 0) throw new Error('broken');
  return shape;
}
