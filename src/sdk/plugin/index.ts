export * from './define-plugin.js';
export * from './plugin-access.js';
export * from './plugin-screens.js';
