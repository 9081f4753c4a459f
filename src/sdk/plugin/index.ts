/**
 * What an application brings to the platform. Import it from `tertib`.
 *
 * @module plugin
 */
export * from './define-plugin.js';
export * from './plugin-access.js';
export * from './plugin-screens.js';
export * from './plugin-steps.js';
export * from './repeated-look.js';
/** @internal */
export { KEBAB_CASE } from './kebab-case.js';
