declare module 'bpmn-auto-layout' {
  /** The same diagram with a drawing of its own. */
  export function layoutProcess(xml: string): Promise<string>;
}
