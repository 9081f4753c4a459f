import { inflateSync } from 'node:zlib';

/** The words of a PDF as our renderer writes them: fonts with a ToUnicode map, one run of glyphs for each piece of text, one space between. */
export function pdfText(pdf: Buffer): string {
  const objects = objectsOf(pdf);
  const fonts = new Map<string, Map<string, string>>();
  for (const { head } of objects.values()) {
    for (const [, name = '', id = ''] of head.matchAll(/\/(F\d+)\s+(\d+) 0 R/g)) {
      const map = /\/ToUnicode (\d+) 0 R/.exec(objects.get(id)?.head ?? '')?.[1];
      if (map) fonts.set(name, glyphsOf(objects.get(map)?.stream ?? ''));
    }
  }
  return [...objects.values()].filter(({ stream }) => /\bBT\b/.test(stream)).map(({ stream }) => wordsOf(stream, fonts)).join('\n');
}

function objectsOf(pdf: Buffer): Map<string, { head: string; stream: string }> {
  const objects = new Map<string, { head: string; stream: string }>();
  const text = pdf.toString('latin1');
  for (const match of text.matchAll(/(?:^|\n)(\d+) 0 obj\r?\n/g)) {
    const start = match.index + match[0].length;
    const end = text.indexOf('endobj', start);
    const begin = text.indexOf('stream\n', start);
    const hasStream = begin >= 0 && begin < end;
    const head = text.slice(start, hasStream ? begin : end);
    objects.set(match[1] ?? '', { head, stream: hasStream ? contentOf(pdf.subarray(begin + 'stream\n'.length, text.indexOf('endstream', begin)), head) : '' });
  }
  return objects;
}

function contentOf(content: Buffer, head: string): string {
  if (!head.includes('/FlateDecode')) return content.toString('latin1');
  try {
    return inflateSync(content).toString('latin1');
  } catch {
    return '';
  }
}

function glyphsOf(map: string): Map<string, string> {
  const glyphs = new Map<string, string>();
  for (const [, from = '', , list = ''] of map.matchAll(/<([0-9a-f]+)>\s*<([0-9a-f]+)>\s*\[([^\]]*)\]/gi)) {
    [...list.matchAll(/<([0-9a-f ]*)>/gi)].forEach(([, code = ''], index) => glyphs.set((Number.parseInt(from, 16) + index).toString(16).padStart(4, '0'), decoded(code.replace(/ /g, ''))));
  }
  return glyphs;
}

const decoded = (hex: string): string => (hex.match(/.{4}/g) ?? []).map((unit) => String.fromCharCode(Number.parseInt(unit, 16))).join('');

function wordsOf(content: string, fonts: ReadonlyMap<string, ReadonlyMap<string, string>>): string {
  let font: ReadonlyMap<string, string> | undefined;
  const words: string[] = [];
  for (const [, name, run] of content.matchAll(/\/(F\d+) [\d.]+ Tf|\[([^\]]*)\]\s*TJ/g)) {
    if (name) font = fonts.get(name);
    else words.push([...(run ?? '').matchAll(/<([0-9a-f]*)>/gi)].flatMap(([, hex = '']) => hex.match(/.{4}/g) ?? []).map((glyph) => font?.get(glyph.toLowerCase()) ?? '').join(''));
  }
  return words.join(' ').replaceAll(/\s+/g, ' ').trim();
}
