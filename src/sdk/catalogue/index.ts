/**
 * What the handlers say of themselves, as data: for references, modelers and checks of your own. Import all of it from `tertib`.
 *
 * @module catalogue
 */
export { catalogueOf, type CatalogueEntry } from './catalogue.js';
/** @internal */
export { TertibCatalogueModule } from './catalogue.module.js';
/** @internal */
export { inputChanges, outputChanges, type ContractChange } from './compatibility.js';
/** @internal */
export { contractHash } from './contract-hash.js';
export { elementTemplatesOf, type ElementTemplate, type ElementTemplateProperty } from './element-templates.js';
export { HandlerCatalogue } from './handler-catalogue.js';
export type { HandlerSource } from './handler-classes.js';
export { handlerReference } from './handler-reference.js';
export { lettersOf, type LetterEntry } from './letters.js';
export type { JsonSchema } from './json-schema.js';
/** @internal */
export { propertiesOf, requiredOf } from './json-schema.js';
