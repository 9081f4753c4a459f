/**
 * What the platform gives to an application: cases, forms, files, people, letters, transactions. The abstract classes are asked
 * for by injection; the platform provides them. Import all of it from `tertib`.
 *
 * @module contracts
 */
export * from './text.js';
export * from './transactions.js';
export * from './clock.js';
export * from './example-data.js';
export * from './arrivals.js';
export * from './files.js';
export * from './people.js';
export * from './correspondence.js';
export * from './cases.js';
export * from './forms.js';
export * from './page-forms.js';
export * from './task-links.js';
export * from './open-tasks.js';
export * from './notices.js';
export * from './code-lists.js';
export * from './collected-tables.js';
export * from './types.js';
export * from './search-words.js';
export * from './problem.js';
export * from './access.js';
