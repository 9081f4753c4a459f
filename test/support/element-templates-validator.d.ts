/** As much of it as the specs use; the package brings no types. */
declare module '@bpmn-io/element-templates-validator' {
  export function validateAll(templates: readonly unknown[]): { readonly valid: boolean; readonly results: readonly { readonly errors?: readonly unknown[] }[] };
}
