import { createHash } from 'node:crypto';
import { bagFiles, zipBag, type BagEntry } from './bag.js';

const sha512 = (content: Buffer) => createHash('sha512').update(content).digest('hex');
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
    expect(sha512(await zipBag('bag', files, at))).toBe(sha512(await zipBag('bag', files, at)));
  });
});
