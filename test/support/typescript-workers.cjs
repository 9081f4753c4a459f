// Under jest a worker's .js is still a .ts beside it, which Node 20 cannot load: such a worker is started from a
// few lines that compile what it requires. Built code does not come this way.
const { existsSync } = require('node:fs');
const { fileURLToPath } = require('node:url');
const threads = require('node:worker_threads');

const RealWorker = threads.Worker;
if (!RealWorker.compilesTypescript) {
  threads.Worker = class Worker extends RealWorker {
    static compilesTypescript = true;

    constructor(entry, options) {
      const source = entry instanceof URL || entry?.href ? fileURLToPath(entry.href).replace(/\.js$/, '.ts') : '';
      if (!source || !existsSync(source)) super(entry, options);
      else super(`require(${JSON.stringify(require.resolve('./typescript-hook.cjs'))}); require(${JSON.stringify(source)});`, { ...options, eval: true });
    }
  };
}
