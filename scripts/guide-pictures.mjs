/**
 * The pictures of the guides come from the browser tests, under the same names, and never age.
 *
 * `npm run pictures` takes those that a page names out of `test-results/screenshots`; `npm run pictures -- --check` says what is
 * missing, named by nobody, or does not look any more as the tests of this run saw it.
 */
import { join, resolve } from 'node:path';
import { agedPictures, takePictures } from './pictures.mjs';

const REPAIR = 'To mend it: run the browser tests (npx jest test/e2e), then npm run pictures.';
const root = resolve(import.meta.dirname, '..');
const places = { root, taken: join(root, 'test-results/screenshots') };
const check = process.argv.includes('--check');
const wrong = check ? agedPictures(places) : takePictures(places);
for (const line of wrong) console.error(line);
if (wrong.length > 0) console.error(REPAIR);
else console.log(check ? 'The pictures of the guides look as the browser tests saw them.' : 'The pictures of the guides are those of the browser tests.');
process.exitCode = wrong.length > 0 ? 1 : 0;
