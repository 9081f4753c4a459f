import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { UsageError, type Say } from '../command.js';

const BEGUN = /(Starting compilation in watch mode|File change detected)/;
const DONE = /Found (\d+) errors?\. Watching for file changes/;

export interface CompilerEvents {
  /** A compilation begins. */
  begun(): void;
  /** It has ended; what it wrote can be run, if there were no errors. */
  done(errors: number): void;
}

/** The application's own TypeScript, which compiles what changes and says what is wrong with it. @throws UsageError where it has none. */
export function startCompiler(root: string, say: Say, events: CompilerEvents): { stop(): void } {
  if (!existsSync(join(root, 'tsconfig.json'))) throw new UsageError(`There is no tsconfig.json in ${root}. Call tertib dev in the application's folder, or name it: --root <folder>`);
  const child = spawn(process.execPath, [tscOf(root), '-p', join(root, 'tsconfig.json'), '--watch', '--preserveWatchOutput', '--sourceMap', '--pretty', 'false'], { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] });
  createInterface(child.stdout).on('line', (line) => {
    const errors = DONE.exec(line)?.[1];
    if (errors !== undefined) events.done(Number(errors));
    else if (BEGUN.test(line)) events.begun();
    else if (line.trim() !== '') say(line);
  });
  return { stop: () => void child.kill() };
}

function tscOf(root: string): string {
  try {
    return createRequire(join(root, 'package.json')).resolve('typescript/lib/tsc.js');
  } catch {
    throw new UsageError('The application has no TypeScript. Install it: npm install --save-dev typescript');
  }
}
