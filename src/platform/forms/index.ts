export { childrenOf, DISPLAY_TYPES, GRID_TYPES, LAYOUT_TYPES, processVariables, walk, type FormComponent, type FormDefinition } from './form-definition.js';
export { unfilled, variablesFrom } from './on-paper.js';
export { FormPolicy } from './form-policy.js';
export { FormValidator } from './form-validator.js';
export { FormsModule } from './forms.module.js';
export type { FormError } from './validation-result.js';
export { saysNothing } from './policy/properties.js';
export { isProtected } from './validation/protected-values.js';
