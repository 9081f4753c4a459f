import { resolve } from 'node:path';
import theReference from '../../../typedoc.config.mjs';

const here = (name) => resolve(import.meta.dirname, name);

/** The rules of the reference, upon exports that break them. */
export default {
  ...theReference,
  plugin: ['typedoc-plugin-markdown', here('../reference-rules.mjs'), here('../reference-theme.mjs')],
  entryPoints: [here('index.ts')],
  tsconfig: here('tsconfig.json'),
};
