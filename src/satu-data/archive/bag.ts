import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import { ZipFile } from 'yazl';

/** A file of the bag's payload; `path` below `data/`, with `/`. */
export interface BagEntry {
  readonly path: string;
  readonly content: Buffer | BagFile;
}

/** A content that is too large to be in memory with all the others. */
export interface BagFile {
  readonly length: number;
  readonly sha512: string;
  readonly open: () => Promise<Readable>;
}

/** Labels of bag-info.txt, in their order. */
export type BagInfo = readonly (readonly [label: string, value: string])[];

const sha512 = (content: BagEntry['content']): string => (Buffer.isBuffer(content) ? createHash('sha512').update(content).digest('hex') : content.sha512);
const manifest = (entries: readonly BagEntry[]): Buffer => Buffer.from(entries.map(({ path, content }) => `${sha512(content)}  ${encodePath(path)}\n`).join(''));

/** BagIt 1.0 (RFC 8493) 2.1.3: only percent, CR and LF are encoded in manifests. */
const encodePath = (path: string): string => path.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');

/** All files of a BagIt 1.0 bag: payload, manifests (sha512), bag-info with Payload-Oxum, tag manifest. */
export function bagFiles(payload: readonly BagEntry[], info: BagInfo): BagEntry[] {
  const data = payload.map(({ path, content }) => ({ path: `data/${safePath(path)}`, content }));
  const octets = data.reduce((total, { content }) => total + content.length, 0);
  const lines = [...info, ['Payload-Oxum', `${octets}.${data.length}`] as const];
  const tags: BagEntry[] = [
    { path: 'bagit.txt', content: Buffer.from('BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n') },
    { path: 'bag-info.txt', content: Buffer.from(lines.map(([label, value]) => `${label}: ${value.replace(/\s*[\r\n]+\s*/g, ' ')}\n`).join('')) },
    { path: 'manifest-sha512.txt', content: manifest(data) },
  ];
  return [...data, ...tags, { path: 'tagmanifest-sha512.txt', content: manifest(tags) }];
}

function safePath(path: string): string {
  const parts = path.split('/').map((part) => part.replace(/[\\:*?"<>|\p{Cc}]/gu, '_'));
  if (parts.some((part) => part === '' || part === '.' || part === '..')) throw new Error(`A bag cannot hold the path "${path}"`);
  return parts.join('/');
}

/** The bag as one ZIP with a single folder. The same bag gives the same bytes, so that its hash identifies it. */
export function zipBag(name: string, files: readonly BagEntry[], at: Date): Readable {
  const zip = new ZipFile();
  const out = zip.outputStream as Readable;
  for (const { path, content } of files) {
    const [place, options] = [`${name}/${path}`, { mtime: at, compress: true }];
    if (Buffer.isBuffer(content)) zip.addBuffer(content, place, options);
    else zip.addReadStreamLazy(place, options, (done) => void content.open().then((stream) => done(null, stream.on('error', (error) => out.destroy(error))), (error: Error) => out.destroy(error)));
  }
  zip.end();
  return out;
}
