export { catalogueOf, type CatalogueEntry } from './catalogue.js';
export { TertibCatalogueModule } from './catalogue.module.js';
export { inputChanges, outputChanges, type ContractChange } from './compatibility.js';
export { contractHash } from './contract-hash.js';
export { elementTemplatesOf, type ElementTemplate, type ElementTemplateProperty } from './element-templates.js';
export { HandlerCatalogue } from './handler-catalogue.js';
export type { HandlerSource } from './handler-classes.js';
export { handlerReference } from './handler-reference.js';
export { propertiesOf, requiredOf, type JsonSchema } from './json-schema.js';
