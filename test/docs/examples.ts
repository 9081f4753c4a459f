import { readdirSync } from 'node:fs';
import { read, type Block } from './blocks.js';

const COMMENT = /\/\*\*[\s\S]*?\*\//g;
const EXAMPLE = /^\s*\* ?@example\b\n([\s\S]*?)(?=^\s*\* ?@\w|^\s*\*\/)/gm;
const sources = ['src/sdk', 'src/testing', 'src'].flatMap((folder) =>
  readdirSync(folder, { recursive: folder !== 'src', encoding: 'utf8' }).flatMap((path) => (/^(?!.*\.spec\.ts$).*\.ts$/.test(path) ? [`${folder}/${path}`] : [])),
);

/** The `@example` blocks of the texts in the code, as modules that can be compiled. */
export const examples = (): Block[] =>
  sources.flatMap((source) =>
    [...read(source).matchAll(COMMENT)].flatMap(({ 0: comment }) =>
      comment.includes('@internal') ? [] : [...comment.matchAll(EXAMPLE)].map(({ 1: lines = '' }) => ({ place: source, language: 'ts', file: undefined, by: undefined, noRun: undefined, text: moduleOf(lines) })),
    ),
  );

/** A statement stands in a method, a member in a class, a declaration by itself. */
function moduleOf(lines: string): string {
  const text = lines.replaceAll(/^\s*\* ?/gm, '').replaceAll('\\@', '@').replaceAll('{ … }', "{ throw new Error('…'); }").trim();
  if (/^(export|declare|@Module)/.test(text)) return `${imports(text)}\n${text}\nexport {};\n`;
  const member = /^(@\w+\(|canActivate)/.test(text);
  return `${imports(text)}\nexport class Example extends Around {\n${member ? text : `async example() {\n${text}\n}`}\n}\n`;
}

const IMPORTS: Readonly<Record<string, readonly string[]>> = {
  '@nestjs/common': ['Module', 'Get', 'Delete'],
  '@nestjs/core': ['NestFactory'],
  'node:fs': ['writeFileSync'],
  'node:fs/promises': ['writeFile'],
  zod: ['z'],
  tertib: exported('contracts', 'handlers', 'plugin', 'catalogue', 'engine', 'application'),
  'tertib/testing': exported('testing'),
};

/** Everything that the reference names. */
function exported(...areas: readonly string[]): string[] {
  return areas.flatMap((area) => [...read(`docs/reference/api/${area}.md`).matchAll(/^### (?:`abstract` )?(\w+)/gm)].flatMap(({ 1: name }) => name ?? []));
}

const imports = (text: string): string =>
  Object.entries(IMPORTS).flatMap(([from, names]) => {
    const used = [...new Set(names)].filter((name) => new RegExp(`\\b${name}\\b`).test(text) && !new RegExp(`\\b(interface|class|const) ${name}\\b`).test(text));
    return used.length > 0 ? [`import { ${used.join(', ')} } from '${from}';`] : [];
  }).join('\n');
