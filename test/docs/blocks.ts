import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

export const ROOT = resolve(__dirname, '../..');

/** A fenced block of a page. */
export interface Block {
  /** `docs/guides/testing.md:12`, for messages. */
  readonly place: string;
  readonly language: string;
  /** Where its application keeps it; blocks of one file follow each other in it. */
  readonly file: string | undefined;
  /** The spec that runs what it shows. */
  readonly by: string | undefined;
  /** Why it is not run; TypeScript is compiled all the same. */
  readonly noRun: string | undefined;
  readonly text: string;
}

const FENCE = /^```(\w*)(.*)\n([\s\S]*?)^```$/gm;
const attribute = (info: string, name: string): string | undefined => new RegExp(`\\b${name}=(?:"([^"]*)"|(\\S+))`).exec(info)?.slice(1).find((value) => value !== undefined);

/** The blocks of a page, in order. */
export function blocksOf(page: string, content: string): Block[] {
  return [...content.matchAll(FENCE)].map(({ 1: language = '', 2: info = '', 3: text = '', index }) => ({
    place: `${page}:${content.slice(0, index).split('\n').length}`,
    language,
    file: attribute(info, 'file'),
    by: attribute(info, 'by'),
    noRun: attribute(info, 'no-run'),
    text,
  }));
}

/** What people read: generated pages are made of texts that are checked where they stand. */
export const pages = (): string[] => ['README.md', 'CONTRIBUTING.md', ...written().toSorted()];

export const read = (page: string): string => readFileSync(join(ROOT, page), 'utf8');

const written = (): string[] =>
  readdirSync(join(ROOT, 'docs'), { recursive: true, encoding: 'utf8' }).flatMap((path) => (path.endsWith('.md') && !path.startsWith('reference') ? [`docs/${path.replaceAll('\\', '/')}`] : []));

/** Files of this repository that a page links to, from its root. */
export const linksOf = (page: string, content: string): { file: string }[] =>
  [...content.replace(FENCE, '').matchAll(/\]\(([^)\s#]+)(?:#[^)\s]*)?\)/g)].flatMap(({ 1: target = '' }) => (/^\w+:/.test(target) ? [] : [{ file: join(dirname(page), target) }]));
