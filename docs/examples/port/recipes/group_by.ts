const by_letter = new Map<string, string[]>();
for (const word of ['ant', 'bee', 'ape']) {
  const words = by_letter.get(word[0]!) ?? [];
  by_letter.set(word[0]!, words);
  words.push(word);
}
by_letter.get('a'); // => ['ant', 'ape']
