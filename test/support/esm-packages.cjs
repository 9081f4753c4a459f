// The packages in node_modules that are ES modules only, read from the tree itself so that the list cannot grow stale.
const { readdirSync, readFileSync } = require('node:fs');
const { join } = require('node:path');

const root = join(__dirname, '../../node_modules');
const names = readdirSync(root).flatMap((entry) =>
  entry.startsWith('@') ? readdirSync(join(root, entry)).map((inner) => `${entry}/${inner}`) : [entry],
);

module.exports = names.filter((name) => {
  try {
    return JSON.parse(readFileSync(join(root, name, 'package.json'), 'utf8')).type === 'module';
  } catch {
    return false;
  }
});
