import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { difference } from '../../scripts/likeness.mjs';
import { agedPictures, namedPictures, takePictures } from '../../scripts/pictures.mjs';
import { readPng, writePng } from '../../scripts/png.mjs';
import { ROOT } from './blocks.js';

const [WIDTH, HEIGHT] = [480, 960];

/** White paper with dark bars on it, each from one height to another. */
function paper(bars: readonly (readonly [from: number, to: number])[], height = HEIGHT, width = WIDTH) {
  const pixels = new Uint8Array(width * height * 3).fill(255);
  for (const [from, to] of bars) pixels.fill(30, from * width * 3, to * width * 3);
  return { width, height, pixels };
}

describe('a picture', () => {
  it.each(readdirSync(join(ROOT, 'docs/images')).slice(0, 3))('%s is read, and written in few colours without a difference that is seen', (name) => {
    const picture = readPng(readFileSync(join(ROOT, 'docs/images', name)));
    expect(difference(picture, readPng(writePng(picture)))).toBe(0);
  });

  it('that is none is refused', () => {
    expect(() => readPng(Buffer.from('GIF89a'))).toThrow('This is no PNG');
  });

  it('is like another where a line stands a little lower, and unlike where there is more on it', () => {
    const page = paper([[100, 160], [500, 520]]);
    expect(difference(page, paper([[100, 160], [524, 544]]))).toBe(0);
    expect(difference(page, paper([[100, 160], [500, 520], [700, 800]]))).toBeGreaterThan(0.08);
    expect(difference(paper([[100, 160]]), paper([[100, 160]], 2 * HEIGHT))).toBeGreaterThan(0.4);
    expect(difference(page, paper([[100, 160], [500, 520]], HEIGHT, WIDTH + 1))).toBe(1);
  });
});

describe('the pictures of the guides', () => {
  const place = mkdtempSync(join(tmpdir(), 'tertib-pictures-'));
  const places = { root: place, taken: join(place, 'taken') };
  const put = (path: string, content: string | Buffer) => writeFileSync(join(place, path), content);
  const page = writePng(paper([[100, 160]]));

  beforeAll(() => {
    for (const folder of ['docs/images', 'docs/guides', 'taken']) mkdirSync(join(place, folder), { recursive: true });
    put('docs/guides/a.md', '![One](../images/satu.png) and ![two](../images/dua.png)');
    put('README.md', '![Three](docs/images/tiga.png)');
    for (const name of ['satu', 'tiga', 'lama']) put(`docs/images/${name}.png`, page);
    put('taken/satu.png', page);
  });
  afterAll(() => rmSync(place, { recursive: true, force: true }));

  it('are named one by one where they are missing, unnamed or not taken', () => {
    expect(agedPictures(places)).toEqual([
      'docs/images/lama.png: no page names it',
      'docs/images/tiga.png: no browser test of this run took it',
      'docs/images/dua.png: named by docs/guides/a.md, and not there',
    ]);
  });

  it('are taken by the script, which drops what nobody names; then all is well', () => {
    put('taken/dua.png', page);
    expect(takePictures(places)).toEqual(['docs/images/tiga.png: no browser test took it']);
    put('taken/tiga.png', page);
    expect(takePictures(places)).toEqual([]);
    expect(readdirSync(join(place, 'docs/images')).toSorted()).toEqual(['dua.png', 'satu.png', 'tiga.png']);
    expect(agedPictures(places)).toEqual([]);
  });

  it('age where the screen has changed', () => {
    put('taken/dua.png', writePng(paper([[100, 160], [600, 760]])));
    put('taken/tiga.png', writePng(paper([[100, 160]], HEIGHT + 60)));
    expect(agedPictures(places)).toEqual([
      'docs/images/tiga.png: is 480 × 1020 pixels now, was 480 × 960',
      expect.stringMatching(/^docs\/images\/dua\.png: looks otherwise now \(1\d\.\d % of it\)$/),
    ]);
  });

  it('are all there, and named', () => {
    expect([...namedPictures(ROOT).keys()].toSorted()).toEqual(readdirSync(join(ROOT, 'docs/images')).toSorted());
  });
});
