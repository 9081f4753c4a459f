/** Tertib's public API: what an application is written with. Nothing else of this package can be imported. */
export * from './contracts/index.js';
export * from './plugin/index.js';
export * from './task/index.js';
export * from './engine/index.js';
export * from './catalogue/index.js';
