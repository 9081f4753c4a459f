import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { difference } from './likeness.mjs';
import { readPng, writePng } from './png.mjs';

/** Names, dates and the times of day differ from run to run, by up to 0.02; another screen differs by 0.07 and more. */
const MOST = 0.04;
/** A line more, where a longer date wraps, and not two; in pixels. */
const HIGHER = 48;
const NAMED = /\]\((?:[\w./-]*\/)?images\/([\w-]+\.png)\)/g;

/** @typedef {{ readonly root: string, readonly taken: string }} Places The repository, and where the tests put their pictures. */

/** Every picture that the README or a page of the documentation names, with who names it. @param {string} root */
export function namedPictures(root) {
  const pages = readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.md')).map((path) => `docs/${path.replaceAll('\\', '/')}`);
  const named = new Map();
  for (const page of ['README.md', ...pages]) {
    if (!existsSync(join(root, page))) continue;
    for (const [, name] of readFileSync(join(root, page), 'utf8').matchAll(NAMED)) named.set(name, page);
  }
  return named;
}

const picturesIn = (/** @type {string} */ folder) => (existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.png')) : []);
const read = (/** @type {string} */ path) => readPng(readFileSync(path));

/** A sentence for each picture that is not as it should be. @param {Places} places @returns {string[]} */
export function agedPictures({ root, taken }) {
  const kept = join(root, 'docs/images');
  const named = namedPictures(root);
  const unnamed = picturesIn(kept).filter((name) => !named.has(name)).map((name) => `docs/images/${name}: no page names it`);
  return [...unnamed, ...[...named].flatMap(([name, page]) => {
    if (!existsSync(join(kept, name))) return [`docs/images/${name}: named by ${page}, and not there`];
    if (!existsSync(join(taken, name))) return [`docs/images/${name}: no browser test of this run took it`];
    const [before, now] = [read(join(kept, name)), read(join(taken, name))];
    if (before.width !== now.width || Math.abs(before.height - now.height) > HIGHER) return [`docs/images/${name}: is ${now.width} × ${now.height} pixels now, was ${before.width} × ${before.height}`];
    const share = difference(before, now);
    return share > MOST ? [`docs/images/${name}: looks otherwise now (${(share * 100).toFixed(1)} % of it)`] : [];
  })];
}

/** Takes what is named, and drops what is not; answers what could not be taken. @param {Places} places @returns {string[]} */
export function takePictures({ root, taken }) {
  const kept = join(root, 'docs/images');
  const named = namedPictures(root);
  mkdirSync(kept, { recursive: true });
  for (const name of picturesIn(kept)) if (!named.has(name)) rmSync(join(kept, name));
  return [...named.keys()].flatMap((name) => {
    if (!existsSync(join(taken, name))) return [`docs/images/${name}: no browser test took it`];
    const file = join(kept, name);
    const fresh = read(join(taken, name));
    // Left as it is where only dates differ: else each run would be a change.
    const same = existsSync(file) && difference(read(file), fresh) === 0;
    if (!same) writeFileSync(file, writePng(fresh));
    return [];
  });
}
