export { EditorPage } from './EditorPage.js';
export { ProceduresPage } from './ProceduresPage.js';
