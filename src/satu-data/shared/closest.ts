/** The one of `names` that was probably meant, or null: at most a third of its letters may differ. */
export function closest(word: string, names: readonly string[]): string | null {
  const [best] = names.map((name) => ({ name, far: distance(word, name) })).toSorted((a, b) => a.far - b.far);
  return best && best.far <= Math.max(1, Math.floor(best.name.length / 3)) ? best.name : null;
}

/** Levenshtein's: letters to add, take out or replace. */
function distance(a: string, b: string): number {
  let before = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (const [row, letter] of [...a].entries()) {
    const now = [row + 1];
    for (const [column, other] of [...b].entries()) now.push(Math.min((before[column + 1] ?? 0) + 1, (now[column] ?? 0) + 1, (before[column] ?? 0) + (letter === other ? 0 : 1)));
    before = now;
  }
  return before.at(-1) ?? 0;
}
