// The packages in node_modules that are ES modules only, read from the tree itself so that the list cannot grow stale.
const { existsSync, readdirSync, readFileSync } = require('node:fs');
const { join } = require('node:path');

const top = join(__dirname, '../../node_modules');

/** Package folders below `root`, those nested in other packages too. */
function packagesIn(root) {
  if (!existsSync(root)) return [];
  const folders = readdirSync(root).flatMap((entry) => (entry.startsWith('@') ? readdirSync(join(root, entry)).map((inner) => `${entry}/${inner}`) : [entry]));
  return folders.flatMap((name) => [{ name, folder: join(root, name) }, ...packagesIn(join(root, name, 'node_modules'))]);
}

const isEsm = ({ folder }) => {
  try {
    return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).type === 'module';
  } catch {
    return false;
  }
};

/** ES modules by their content, though their package does not say so; of the admin's packages. */
const UNSAID = ['bpmn-js', 'bpmn-auto-layout'];

module.exports = [...new Set([...packagesIn(top).filter(isEsm).map(({ name }) => name), ...UNSAID])];
