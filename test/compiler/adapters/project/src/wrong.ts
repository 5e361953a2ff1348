export const before: number = 1;

export async function wrong() {
  await ];
}
