import { CodeRegistry, type CodeList, type CodeListSource, type Plugin } from '../../../sdk/index.js';
import { CodeIndex } from './code-index.js';

const NAME = /^[a-z][a-z0-9-]{0,63}$/;

interface Read {
  readonly version: string | undefined;
  readonly index: Promise<CodeIndex>;
}

/** The lists of codes that the plugins bring, each read when it is first asked for and whenever it has changed. */
export class CodeLists extends CodeRegistry {
  private readonly brought = new Map<string, CodeList>();
  private readonly sources: CodeListSource[] = [];
  private readonly indexes = new Map<string, Read>();

  /** @throws a sentence for a list that is named wrongly or there already. */
  constructor(plugins: readonly Pick<Plugin, 'name' | 'codeLists'>[]) {
    super();
    for (const { name, codeLists = [] } of plugins) {
      for (const list of codeLists) {
        if (!NAME.test(list.scheme)) throw new Error(`The plugin "${name}" brings a code list "${list.scheme}": its scheme is lower case, e.g. "kemendagri"`);
        if (this.brought.has(list.scheme)) throw new Error(`The plugin "${name}" brings the code list "${list.scheme}", which is there already: use another scheme`);
        this.brought.set(list.scheme, list);
      }
    }
  }

  follow(source: CodeListSource): void {
    this.sources.push(source);
  }

  /** As they are now. */
  async all(): Promise<readonly CodeList[]> {
    const followed = await Promise.all(this.sources.map((source) => source.lists()));
    return [...new Map([...this.brought.values(), ...followed.flat()].map((list) => [list.scheme, list])).values()];
  }

  /** Nothing for a list that no plugin brings. @throws where what the plugin brings is no list of codes. */
  async index(scheme: string): Promise<CodeIndex | undefined> {
    const list = (await this.all()).find((one) => one.scheme === scheme);
    if (!list) return undefined;
    const read = this.indexes.get(scheme);
    if (read && read.version === list.version) return read.index;
    const index = CodeIndex.of(list);
    this.indexes.set(scheme, { version: list.version, index });
    return index;
  }
}
