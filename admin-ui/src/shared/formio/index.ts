export { ErrorSummary } from './ErrorSummary.js';
export { askChoices } from './fields/pilih/choices.js';
export { FileList } from './fields/FileList.js';
export { LetterList } from './fields/LetterList.js';
export type { FormHandle } from './handle.js';
export { Form } from './LazyForm.js';
export { eachComponent, titleOf, togetherIn } from './prepare.js';
export { resumed } from './resumed.js';
