import type { CodeList, Plugin } from '../../../sdk/index.js';
import { CodeIndex } from './code-index.js';

const NAME = /^[a-z][a-z0-9-]{0,63}$/;

/** The lists of codes that the plugins bring, each read when it is first asked for. */
export class CodeLists {
  private readonly lists = new Map<string, CodeList>();
  private readonly indexes = new Map<string, Promise<CodeIndex>>();

  /** @throws a sentence for a list that is named wrongly or there already. */
  constructor(plugins: readonly Pick<Plugin, 'name' | 'codeLists'>[]) {
    for (const { name, codeLists = [] } of plugins) {
      for (const list of codeLists) {
        if (!NAME.test(list.scheme)) throw new Error(`The plugin "${name}" brings a code list "${list.scheme}": its scheme is lower case, e.g. "kemendagri"`);
        if (this.lists.has(list.scheme)) throw new Error(`The plugin "${name}" brings the code list "${list.scheme}", which is there already: use another scheme`);
        this.lists.set(list.scheme, list);
      }
    }
  }

  get all(): readonly CodeList[] {
    return [...this.lists.values()];
  }

  /** Nothing for a list that no plugin brings. @throws where what the plugin brings is no list of codes. */
  async index(scheme: string): Promise<CodeIndex | undefined> {
    const list = this.lists.get(scheme);
    if (!list) return undefined;
    const index = this.indexes.get(scheme) ?? CodeIndex.of(list);
    this.indexes.set(scheme, index);
    return index;
  }
}
