import { execFileSync, spawnSync } from 'node:child_process';
import { appendFileSync, cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { ROOT, type Block } from './blocks.js';

const COMPILER = {
  target: 'ES2023', module: 'NodeNext', strict: true, noUncheckedIndexedAccess: true, experimentalDecorators: true, emitDecoratorMetadata: true,
  skipLibCheck: true, types: ['node'], rootDir: 'src', outDir: 'dist',
};

/** A folder outside the repository, in which applications find Tertib and its peers as if npm had installed them. */
export class Workshop {
  readonly folder = mkdtempSync(join(tmpdir(), 'tertib-docs-'));

  constructor() {
    const modules = join(this.folder, 'node_modules');
    mkdirSync(join(modules, '.bin'), { recursive: true });
    for (const name of readdirSync(join(ROOT, 'node_modules'))) if (!name.startsWith('.')) symlinkSync(join(ROOT, 'node_modules', name), join(modules, name));
    symlinkSync(ROOT, join(modules, 'tertib'));
    symlinkSync(join(ROOT, 'node_modules/.bin/tsc'), join(modules, '.bin/tsc'));
    writeFileSync(join(modules, '.bin/tertib'), `#!/bin/sh\nexec node ${join(ROOT, 'dist/cli/tertib.js')} "$@"\n`, { mode: 0o755 });
    this.write('package.json', '{ "private": true, "type": "module" }\n');
  }

  /** A folder beneath that can be compiled. */
  project(beneath: string): void {
    this.write(`${beneath}/tsconfig.json`, `${JSON.stringify({ compilerOptions: COMPILER, include: ['src'] })}\n`);
  }

  write(path: string, text: string): void {
    mkdirSync(dirname(join(this.folder, path)), { recursive: true });
    writeFileSync(join(this.folder, path), text);
  }

  /** An empty folder. */
  folderFor(path: string): void {
    mkdirSync(join(this.folder, path), { recursive: true });
  }

  /** Diagrams and forms of a folder of this repository. */
  copy(from: string, to: string): void {
    for (const part of ['bpmn', 'forms']) cpSync(join(ROOT, from, part), join(this.folder, to, part), { recursive: true });
  }

  /** @throws where there is nothing to change. */
  change(path: string, from: string, to: string): void {
    const text = readFileSync(join(this.folder, path), 'utf8');
    if (!text.includes(from)) throw new Error(`${path} holds no ${from}`);
    this.write(path, text.replace(from, to));
  }

  /** Blocks of one file follow each other. */
  add(path: string, text: string): void {
    if (existsSync(join(this.folder, path))) appendFileSync(join(this.folder, path), `\n${text}`);
    else this.write(path, text);
  }

  /** What the compiler has against a project's `src`; its files are written to `dist` all the same. */
  compile(beneath: string): string {
    const compiler = join(this.folder, 'node_modules/.bin/tsc');
    return spawnSync(compiler, ['--pretty', 'false'], { cwd: join(this.folder, beneath), encoding: 'utf8' }).stdout;
  }

  run(command: string, ...args: readonly string[]): string {
    return execFileSync(command, args, { cwd: this.folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'], env: process.env });
  }

  /** The built command, in a folder beneath: what it says, whether or not it has found something. */
  tertib(beneath: string, ...args: readonly string[]): string {
    const { stdout, stderr } = spawnSync(join(this.folder, 'node_modules/.bin/tertib'), args, { cwd: join(this.folder, beneath), encoding: 'utf8' });
    return `${stderr}${stdout}`;
  }

  /** A block of shell commands, in a folder beneath. @throws with all that was said, where one of them fails. */
  shell({ text, place }: Block, beneath: string): string {
    const path = `${join(this.folder, 'node_modules/.bin')}:${process.env['PATH']}`;
    const { status, stdout, stderr } = spawnSync('bash', ['-euc', text], { cwd: join(this.folder, beneath), encoding: 'utf8', env: { ...process.env, PATH: path } });
    if (status !== 0) throw new Error(`${place} ended with ${status}:\n${stdout}${stderr}`);
    return stdout;
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
