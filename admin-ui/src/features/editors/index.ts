export { ComparePage } from './compare/index.js';
export { EditorPage } from './EditorPage.js';
export { ProceduresPage } from './ProceduresPage.js';
export { ReplayPage } from './replay/index.js';
