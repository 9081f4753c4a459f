const { existsSync, readFileSync, readdirSync } = require('node:fs');
const { dirname, join, resolve } = require('node:path');

/** Whoever opens a database does so by one of these, or by what of test/support does. */
const OPENS = /KernelModule|TertibModule|AppModule|createProcedureTest|freshPostgres|openDatabase/;
const IMPORTED = /from '(\.[^']+)\.js'/g;
const SUPPORT = __dirname;

/** @type {Map<string, boolean>} */
const known = new Map();

/** @param {string} file @returns {boolean} */
function opensDatabase(file) {
  const answer = known.get(file);
  if (answer !== undefined) return answer;
  // Files that import each other: whoever came first says it for both.
  known.set(file, false);
  const text = readFileSync(file, 'utf8');
  const supports = [...text.matchAll(IMPORTED)].map(([, path]) => resolve(dirname(file), `${path}.ts`)).filter((path) => dirname(path) === SUPPORT && existsSync(path));
  const opens = OPENS.test(text) || supports.some(opensDatabase);
  known.set(file, opens);
  return opens;
}

/** Specs below a folder that touch no database: on another one all of them would only run twice. @param {string} folder */
const specsWithoutDatabase = (folder) => readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((path) => path.replaceAll('\\', '/')).filter((path) => path.endsWith('.spec.ts') && !opensDatabase(join(folder, path)));

module.exports = { specsWithoutDatabase };
