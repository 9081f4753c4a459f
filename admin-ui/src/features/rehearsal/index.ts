export { TryDialog } from './TryDialog.js';
export { words as rehearsalWords } from './words.js';
