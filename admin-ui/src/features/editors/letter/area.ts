/** Where a line of a text begins. */
const startOf = (lines: readonly string[], line: number): number => lines.slice(0, line).reduce((sum, text) => sum + text.length + 1, 0);

/** Marks a line, counted from 1, and brings it into sight. */
export function showLine(area: HTMLTextAreaElement, line: number): void {
  const lines = area.value.split('\n');
  const start = startOf(lines, line - 1);
  area.focus();
  area.setSelectionRange(start, start + (lines[line - 1] ?? '').length);
  area.scrollTop = (area.scrollHeight / lines.length) * Math.max(0, line - 5);
}

/** Writes in the place of what is chosen as if it were typed, so that the browser can take it back. */
export function type(field: HTMLTextAreaElement | HTMLInputElement, text: string): void {
  field.focus();
  if (text) document.execCommand('insertText', false, text);
  else document.execCommand('delete');
}

/** Puts one piece of a line in the place of another; answers how to take that back, nothing where the piece is not there. */
export function reword(field: HTMLTextAreaElement | HTMLInputElement, line: number, from: string, to: string): (() => void) | undefined {
  const lines = field.value.split('\n');
  const column = (lines[line - 1] ?? '').indexOf(from);
  if (column < 0) return undefined;
  const start = startOf(lines, line - 1) + column;
  field.focus();
  field.setSelectionRange(start, start + from.length);
  type(field, to);
  return () => {
    field.focus();
    document.execCommand('undo');
  };
}
