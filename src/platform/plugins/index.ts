export { PluginsModule } from './plugins.module.js';
export { ScreenRegistry } from './screen-registry.js';
