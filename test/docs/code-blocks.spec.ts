import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { packageTypes } from '../support/package-types.js';
import { blocksOf, linksOf, pages, read, ROOT } from './blocks.js';
import { examples } from './examples.js';
import { argumentsOf, assertSaid, consoles, sessionsOf } from './sessions.js';
import { assertShown } from './shown.js';
import { Workshop } from './workshop.js';

const GROUPS = ['plain', 'typed'];
const CLI = 'docs/guides/cli.md';
/** The specs that compare what commands say with what a page shows. */
const COMPARING = ['test/docs', 'test/cli', 'test/package', 'src/cli'];
const TUTORIAL = 'docs/guides/tutorial.md';
const slug = (place: string): string => place.replace(/\.(md|ts).*/, '').replaceAll('/', '-').toLowerCase();
/** `test/package` makes an application of it, with its pages for the browser. */
const PLUGINS = 'docs/guides/plugins.md';
const all = pages().filter((page) => page !== PLUGINS).flatMap((page) => blocksOf(page, read(page)));

/** Every block of code in the documentation is compiled, and run where it can be. */
describe('The code in the documentation', () => {
  let workshop: Workshop;
  beforeAll(() => {
    packageTypes();
    workshop = new Workshop();
  }, 300_000);
  afterAll(() => workshop.remove());

  it('says in which language it is, and why it is not run', () => {
    const silent = all.filter(({ language, file, noRun, place }) => language === '' || (language === 'sh' && noRun === undefined && !place.startsWith(TUTORIAL)) || (file === undefined && noRun === '') || language === 'bash');
    expect(silent.map(({ place }) => place)).toEqual([]);
  });

  it('links to what is there', () => {
    const dead = pages().flatMap((page) => linksOf(page, read(page)).filter(({ file }) => !existsSync(join(ROOT, file))).map(({ file }) => `${page} → ${file}`));
    expect(dead).toEqual([]);
  });

  it('compiles strictly, and its tests pass', () => {
    const typescript = [...all.filter(({ language, place }) => language === 'ts' && !place.startsWith(TUTORIAL)), ...examples()];
    workshop.write('typed/src/around-examples.d.ts', read('test/docs/around-examples.txt'));
    expect(examples().length).toBeGreaterThan(30);
    const pagesWithTypes = new Set(typescript.filter(({ text }) => text.includes("declare module 'tertib'")).map(({ place }) => slug(place)));
    const files = new Map<string, string>();
    typescript.forEach(({ place, file, text }, index) => {
      // The types that a page gives to its procedures are not those of the others.
      const group = pagesWithTypes.has(slug(place)) || place.endsWith('.ts') ? 'typed' : 'plain';
      const path = `src/${slug(place)}/${file ?? `block-${index}.ts`}`;
      files.set(`${group}/${path}`, place);
      workshop.add(`${group}/${path}`, text);
    });
    const complaints = GROUPS.flatMap((group) => {
      workshop.project(group);
      return workshop.compile(group).split('\n').filter(Boolean).map((line) => `${files.get(`${group}/${/^[^(]+/.exec(line)?.[0]}`) ?? group}: ${line}`);
    });
    expect(complaints).toEqual([]);
    // Its diagram and form are on no page: the plugin looks for them beside its folder.
    workshop.copy('test/testing/leave', 'plain/dist');
    const tests = [...files.keys()].filter((path) => path.endsWith('.test.ts')).map((path) => path.replace('/src/', '/dist/').replace(/ts$/, 'js'));
    expect(tests).toEqual(expect.arrayContaining(['plain/dist/docs-guides-testing-procedures/leave.test.js']));
    expect(workshop.run('node', '--test', ...tests)).toMatch(/\n# fail 0\n/);
  });

  it('would notice what does not compile, what fails, and what is not said', () => {
    const [wrong, failing, shown] = blocksOf('page.md', '```ts\nexport const rows: number = "many";\n```\n\n```sh\necho first\nfalse\n```\n\n```text\nfirst\n…\nthird … fourth\n```\n');
    workshop.write('apart/src/wrong.ts', wrong!.text);
    workshop.project('apart');
    expect(workshop.compile('apart')).toContain('src/wrong.ts(1,14): error TS2322');
    expect(() => workshop.shell(failing!, '.')).toThrow('page.md:5 ended with 1:\nfirst');
    expect(() => assertShown(shown!, 'first\nsecond\n')).toThrow('page.md:10 shows “third … fourth”');
    expect(() => assertShown(shown!, 'first\nsecond\nthird and fourth\n')).not.toThrow();
    const said = (text: string) => () => assertSaid({ command: '', shown: { ...shown!, text: 'Version 4 is in /srv/tertib: 3 files.' } }, text);
    expect(said('Version 1 is in /tmp/x-1: 12 files.')).not.toThrow();
    expect(said('Version 1 lies in /tmp/x-1: 12 files.')).toThrow('page.md:10 shows');
  });

  it('says which spec compares what a command is shown to say, and shows none without', () => {
    const unknown = pages().flatMap(consoles).filter(({ by }) => by === undefined || !COMPARING.includes(by));
    const indented = pages().flatMap((page) => (/^ {4}\$ /m.test(read(page)) ? [page] : []));
    expect([...unknown.map(({ place }) => place), ...indented]).toEqual([]);
  });

  it('shows what the commands say', () => {
    // Beside the tutorial's, which is made anew there.
    workshop.folderFor('cli');
    const application = 'cli/leave-request';
    const diagram = `${application}/bpmn/leave-request.bpmn`;
    for (const session of sessionsOf(CLI, 'test/docs')) {
      const [command = '', ...args] = argumentsOf(session);
      if (command === 'create') {
        assertSaid(session, workshop.tertib('cli', command, ...args, '--tertib', 'tertib-0.1.0.tgz'));
        workshop.compile(application);
        continue;
      }
      // As the guide has it: a topic that nobody serves, types that are not those of the diagram.
      if (command === 'check') workshop.change(diagram, '"leave-request.check"', '"leave-request.chek"');
      if (command === 'typegen') workshop.change(`${application}/src/procedures.generated.ts`, 'declare module', 'declare  module');
      assertSaid(session, workshop.tertib(application, command, ...args));
      if (command === 'check') workshop.change(diagram, '"leave-request.chek"', '"leave-request.check"');
    }
  });

  it('leads through the tutorial, word by word', () => {
    const said: string[] = [];
    let folder = '.';
    for (const block of blocksOf(TUTORIAL, read(TUTORIAL)).filter(({ noRun }) => noRun === undefined)) {
      if (block.file) workshop.write(`${folder}/${block.file}`, block.text);
      else if (block.language === 'sh') {
        said.push(workshop.shell(block, folder));
        folder = /^cd (\S+)$/m.exec(block.text)?.[1] ?? folder;
      } else if (block.language === 'text') assertShown(block, said.at(-1) ?? '');
    }
    expect(said.length).toBeGreaterThan(2);
  });
});
