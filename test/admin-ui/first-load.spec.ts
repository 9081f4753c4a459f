import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const dist = join(__dirname, '../../admin-ui/dist');
/** Bytes of JavaScript, compressed: issue 5's limit for what everybody loads before any editor. */
const LIMIT = 170_000;

describe('the first load of the admin', () => {
  const page = readFileSync(join(dist, 'index.html'), 'utf8');
  const scripts = [...page.matchAll(/(?:src|href)="\/admin\/(assets\/[^"]+\.js)"/g)].map(([, path]) => path as string);

  it('is small enough, with all that it asks for at once', () => {
    expect(scripts.length).toBeGreaterThan(3);
    const sizes = scripts.map((path) => gzipSync(readFileSync(join(dist, path)), { level: 9 }).length);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(LIMIT);
  });

  it.each(['bpmn-js', 'formio', 'Formio'])('leaves %s to the editors', (library) => {
    expect(scripts.filter((path) => readFileSync(join(dist, path), 'utf8').includes(`${library}/`))).toEqual([]);
  });
});
