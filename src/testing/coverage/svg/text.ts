/** Points; a letter is about half as wide. */
export const FONT_SIZE = 12;
const LINE = 14;
const LETTER = FONT_SIZE * 0.55;

export const escaped = (text: string): string => text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);

/** Words in lines that are at most this wide. */
export function wrapped(text: string, width: number): string[] {
  const most = Math.max(4, Math.floor(width / LETTER));
  const lines: string[] = [];
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= most) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

/** Lines around a middle, or from a top downwards. */
export function textAt(text: string, x: number, y: number, width: number, from: 'middle' | 'top'): string {
  const lines = wrapped(text, width);
  const first = from === 'top' ? y + FONT_SIZE : y - ((lines.length - 1) * LINE) / 2 + FONT_SIZE / 3;
  return lines.map((line, index) => `<text x="${x}" y="${first + index * LINE}">${escaped(line)}</text>`).join('');
}
