export { Coverage, type CoverageLimits, type DiagramCoverage } from './coverage.js';
export { type CoveredPart } from './covered-diagram.js';
export { readCoverage } from './coverage-folder.js';
