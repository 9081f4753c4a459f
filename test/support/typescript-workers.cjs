// Under jest a worker's .js is still a .ts beside it, which Node 20 cannot load: such a thread or process is started
// with a hook that compiles what it requires. Built code does not come this way.
const processes = require('node:child_process');
const { existsSync } = require('node:fs');
const { fileURLToPath } = require('node:url');
const threads = require('node:worker_threads');

const HOOK = require.resolve('./typescript-hook.cjs');
/** The .ts that stands for this .js, if there is one. */
const sourceOf = (entry) => {
  const source = entry instanceof URL || entry?.href ? fileURLToPath(entry.href).replace(/\.js$/, '.ts') : '';
  return source && existsSync(source) ? source : null;
};

const RealWorker = threads.Worker;
if (!RealWorker.compilesTypescript) {
  threads.Worker = class Worker extends RealWorker {
    static compilesTypescript = true;

    constructor(entry, options) {
      const source = sourceOf(entry);
      if (!source) super(entry, options);
      else super(`require(${JSON.stringify(HOOK)}); require(${JSON.stringify(source)});`, { ...options, eval: true });
    }
  };
  const { fork } = processes;
  processes.fork = (entry, options) => {
    const source = sourceOf(entry);
    return source ? fork(HOOK, { ...options, execArgv: [...(options.execArgv ?? []), '--require', HOOK, '--require', source] }) : fork(entry, options);
  };
}
