export { useCasePages, useMenuPages } from './calls.js';
export { PluginRoute } from './PluginRoute.js';
