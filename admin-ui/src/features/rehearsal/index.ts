export { KeptPage } from './kept/index.js';
export { words as keptWords } from './kept/words.js';
export { TryDialog } from './TryDialog.js';
export { words as rehearsalWords } from './words.js';
