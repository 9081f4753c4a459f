import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { bagFiles, zipBag, type BagEntry } from './bag.js';

const sha512 = (content: BagEntry['content']) => createHash('sha512').update(content as Buffer).digest('hex');
const payload: BagEntry[] = [
  { path: 'data/a.csv', content: Buffer.from('a,b\r\n1,2\r\n') },
  { path: 'surat/100%.pdf', content: Buffer.from('%PDF') },
];
const read = (files: readonly BagEntry[], path: string) => files.find((file) => file.path === path)?.content.toString();

describe('bagFiles', () => {
  const files = bagFiles(payload, [['Source-Organization', 'Kantor\r\nContoh']]);

  it('declares BagIt 1.0 and counts the payload', () => {
    expect(read(files, 'bagit.txt')).toBe('BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n');
    expect(read(files, 'bag-info.txt')).toBe('Source-Organization: Kantor Contoh\nPayload-Oxum: 14.2\n');
  });

  it('lists every payload file by its hash, percent signs encoded', () => {
    const [first, second] = payload as [BagEntry, BagEntry];
    expect(read(files, 'manifest-sha512.txt')).toBe(`${sha512(first.content)}  data/data/a.csv\n${sha512(second.content)}  data/surat/100%25.pdf\n`);
  });

  it('lists every tag file in the tag manifest, and nothing else', () => {
    const listed = read(files, 'tagmanifest-sha512.txt')?.trim().split('\n').map((line) => line.slice(130));
    expect(listed).toEqual(['bagit.txt', 'bag-info.txt', 'manifest-sha512.txt']);
  });

  it.each(['../escape', '/absolute', 'a//b', './a'])('refuses the path %s', (path) => {
    expect(() => bagFiles([{ path, content: Buffer.from('') }], [])).toThrow('cannot hold');
  });

  it('zips to the same bytes every time', async () => {
    const at = new Date('2026-03-01T00:00:00Z');
    const zipped = async (entries: readonly BagEntry[]) => sha512(Buffer.concat(await zipBag('bag', entries, at).toArray()));
    expect(await zipped(files)).toBe(await zipped(files));
    // Unpacked it is the same bag; a content that was streamed has its sizes after it.
    const [first, ...others] = files as [BagEntry, ...BagEntry[]];
    const streamed: BagEntry[] = [{ path: first.path, content: { length: (first.content as Buffer).length, sha512: sha512(first.content), open: async () => Readable.from([first.content as Buffer]) } }, ...others];
    expect(await zipped(streamed)).toBe(await zipped(streamed));
    expect(bagFiles(streamed.slice(0, 1), [])).toMatchObject([{}, {}, {}, { content: bagFiles([first], [])[3]?.content }, {}]);
  });

  it('breaks off where a file cannot be read', async () => {
    const gone: BagEntry = { path: 'a', content: { length: 1, sha512: '', open: async () => { throw new Error('gone'); } } };
    await expect(zipBag('bag', [gone], new Date(0)).toArray()).rejects.toThrow('gone');
  });
});
