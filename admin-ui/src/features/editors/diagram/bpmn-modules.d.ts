declare module 'bpmn-js-create-append-anything' {
  export const CreateAppendAnythingModule: object;
}
declare module 'bpmn-js-executable-fix' {
  const executableFix: object;
  export default executableFix;
}
declare module 'bpmn-js-native-copy-paste' {
  const nativeCopyPaste: object;
  export default nativeCopyPaste;
}
declare module 'camunda-bpmn-js-behaviors/lib/camunda-platform' {
  const platformBehaviors: object;
  export default platformBehaviors;
}
declare module 'diagram-js-grid' {
  const grid: object;
  export default grid;
}
declare module 'diagram-js-minimap' {
  const minimap: object;
  export default minimap;
}
