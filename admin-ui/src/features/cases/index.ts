export { CasePage } from './CasePage.js';
export { CasesPage } from './CasesPage.js';
export { MiniDiagram } from './MiniDiagram.js';
export { StateBadge } from './StateBadge.js';
export { useCases } from './calls.js';
