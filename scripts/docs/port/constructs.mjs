export const CONSTRUCTS = [];
