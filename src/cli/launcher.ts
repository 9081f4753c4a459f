// The launcher needs nothing installed and nothing built: it stays where it is, beside src/ and dist/ alike.
export { chooseEngine } from '../../src/launcher/local-engine.mjs';
export { checkPort } from '../../src/launcher/ports.mjs';
export { checkNode, findJdk } from '../../src/launcher/prerequisites.mjs';
export { root } from '../../src/launcher/paths.mjs';
export { engineAccess } from '../../src/launcher/local-engine.mjs';
export { onInterrupt } from '../../src/launcher/interrupts.mjs';
