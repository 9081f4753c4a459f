/** The files that a guide shows in full: a line with the path in backticks and a colon, an empty line, a fenced block. */
export function filesOfGuide(markdown: string): Map<string, string> {
  const files = new Map<string, string>();
  for (const [, path = '', content = ''] of markdown.matchAll(/^`([^`\n]+)`:\n\n```\w*\n([\s\S]*?\n)```$/gm)) files.set(path, content);
  return files;
}
