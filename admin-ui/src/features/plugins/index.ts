export { useCasePages, useMenuPages, useStepProperties, useTaskPages } from './calls.js';
export { PluginRoute } from './PluginRoute.js';
