import { Connecting } from './connect.js';
import { Placing } from './place.js';
import { walking, type Outside } from './walk.js';

/** What bpmn-js leaves to the mouse: walking through a diagram, connecting, and putting down. */
export const keyboardModule = (outside: Outside): object => ({
  __init__: ['tertibWalking', 'tertibConnecting', 'tertibPlacing'],
  tertibWalking: ['type', walking(outside)],
  tertibConnecting: ['type', Connecting],
  tertibPlacing: ['type', Placing],
});
