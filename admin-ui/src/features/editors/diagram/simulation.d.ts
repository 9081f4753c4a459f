declare module 'bpmn-js-token-simulation/lib/viewer' {
  const simulation: object;
  export default simulation;
}
