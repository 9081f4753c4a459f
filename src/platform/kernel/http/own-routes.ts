import { declaredIn } from '../../../sdk/plugin/declared.js';

/** Which controllers are the platform's and its plugins': an application that Tertib is a part of has others, which are not ours to guard. */
export class OwnRoutes {
  private readonly controllers: ReadonlySet<unknown> | null;

  /**
   * @param modules - with all that they import; default: every controller there is.
   * @throws for a module that comes later: a route that is not known now would stand open.
   */
  constructor(modules?: readonly unknown[]) {
    this.controllers = modules ? new Set(declaredIn(modules, 'controllers')) : null;
  }

  includes(controller: Function): boolean {
    return this.controllers?.has(controller) ?? true;
  }
}
