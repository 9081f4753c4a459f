import { execFileSync } from 'node:child_process';
import { blocksOf, pages, read, ROOT, type Block } from './blocks.js';
import { Workshop } from './workshop.js';

const TUTORIAL = 'docs/guides/tutorial.md';
const slug = (place: string): string => place.replace(/\.md.*/, '').replaceAll('/', '-').toLowerCase();
/** `test/package` makes an application of it, with its pages for the browser. */
const PLUGINS = 'docs/guides/plugins.md';
const all = pages().filter((page) => page !== PLUGINS).flatMap((page) => blocksOf(page, read(page)));

/** Every block of code in the documentation is compiled, and run where it can be. */
describe('The code in the documentation', () => {
  let workshop: Workshop;
  beforeAll(() => {
    // What `npm pack` would type it with.
    execFileSync('npx', ['tsc', '-p', 'tsconfig.package.json'], { cwd: ROOT });
    workshop = new Workshop();
  }, 300_000);
  afterAll(() => workshop.remove());

  it('says in which language it is, and why it is not run', () => {
    const silent = all.filter(({ language, file, noRun, place }) => language === '' || (language === 'sh' && noRun === undefined && !place.startsWith(TUTORIAL)) || (file === undefined && noRun === '') || language === 'bash');
    expect(silent.map(({ place }) => place)).toEqual([]);
  });

  it('compiles strictly, and its tests pass', () => {
    const typescript = all.filter(({ language, place }) => language === 'ts' && !place.startsWith(TUTORIAL));
    const files = new Map<string, string>();
    typescript.forEach(({ place, file, text }, index) => {
      const path = `src/${slug(place)}/${file ?? `block-${index}.ts`}`;
      files.set(path, place);
      workshop.add(path, text);
    });
    const complaints = workshop.compile().split('\n').map((line) => {
      const path = /^[^(]+/.exec(line)?.[0] ?? '';
      return files.has(path) ? `${files.get(path)}: ${line}` : line;
    });
    expect(complaints.filter(Boolean)).toEqual([]);
    const tests = [...files.keys()].filter((path) => path.endsWith('.test.ts')).map((path) => path.replace(/^src/, 'dist').replace(/ts$/, 'js'));
    expect(tests.length).toBeGreaterThan(0);
    expect(workshop.run('node', '--test', ...tests)).toMatch(/\n# fail 0\n/);
  });

  it('leads through the tutorial, word by word', () => {
    const said: string[] = [];
    let folder = '.';
    for (const block of blocksOf(TUTORIAL, read(TUTORIAL)).filter(({ noRun }) => noRun === undefined)) {
      if (block.file) workshop.write(`${folder}/${block.file}`, block.text);
      else if (block.language === 'sh') {
        said.push(workshop.shell(block, folder));
        folder = /^cd (\S+)$/m.exec(block.text)?.[1] ?? folder;
      } else if (block.language === 'text') expectAll(block, said.at(-1) ?? '');
    }
    expect(said.length).toBeGreaterThan(2);
  });
});

/** Every line of what the page shows is there, in its order; `…` stands for anything. */
function expectAll({ text, place }: Block, said: string): void {
  let rest = said;
  for (const line of text.split('\n').map((one) => one.trim()).filter((one) => one !== '' && one !== '…')) {
    const pattern = new RegExp(line.split('…').map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('.*'));
    const found = pattern.exec(rest);
    if (!found) throw new Error(`${place} shows “${line}”, which is not in:\n${said}`);
    rest = rest.slice(found.index + found[0].length);
  }
}
