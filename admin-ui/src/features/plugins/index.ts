export { useCasePages, useMenuPages, useTaskPages } from './calls.js';
export { PluginRoute } from './PluginRoute.js';
