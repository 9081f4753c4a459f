import { Injectable } from '@nestjs/common';
import { Problem } from '../../../sdk/index.js';
import { flowElements, parseDiagram, processesOf, Releases, ShippedFolders, shippedResources } from '../../releases/index.js';

export interface Reference {
  readonly id: string;
  readonly version: number | null;
  /** By key; the procedure's first, then what it calls. */
  readonly diagrams: ReadonlyMap<string, { readonly name: string; readonly xml: string }>;
}

/** What cases are compared with: the diagrams as the application ships them, or a version that was in force. */
@Injectable()
export class References {
  constructor(
    private readonly releases: Releases,
    private readonly shipped: ShippedFolders,
  ) {}

  /** Those that have the procedure; as shipped first, then the newest version. */
  async all(procedure: string): Promise<{ id: string; version: number | null }[]> {
    const found: { id: string; version: number | null }[] = this.shippedDiagrams().has(procedure) ? [{ id: 'shipped', version: null }] : [];
    for (const { id, version, state } of await this.releases.all()) {
      if (['live', 'retired'].includes(state) && (await this.releases.keys(id, 'diagram')).includes(procedure)) found.push({ id, version });
    }
    return found;
  }

  /** The first where none is named. @throws not found, for a procedure that it does not have. */
  async of(id: string, procedure: string): Promise<Reference> {
    const all = await this.all(procedure);
    const chosen = id === '' ? all[0] : all.find((one) => one.id === id);
    if (!chosen) throw Problem.notFound();
    const texts = chosen.id === 'shipped' ? this.shippedDiagrams() : new Map(await Promise.all((await this.releases.keys(chosen.id, 'diagram')).map(async (key) => [key, await this.releases.diagram(chosen.id, key)] as const)));
    const diagrams = new Map<string, { name: string; xml: string }>();
    const keys = [procedure];
    for (const key of keys) {
      const xml = texts.get(key) ?? '';
      const { name, calls } = await headOf(xml);
      diagrams.set(key, { name: name ?? key, xml });
      keys.push(...calls.filter((call) => texts.has(call) && !keys.includes(call)));
    }
    return { ...chosen, diagrams };
  }

  private shippedDiagrams(): Map<string, string> {
    return new Map(shippedResources(...this.shipped.paths).filter(({ kind }) => kind === 'diagram').map(({ key, content }) => [key, content]));
  }
}

async function headOf(xml: string): Promise<{ name: string | undefined; calls: string[] }> {
  const process = processesOf((await parseDiagram(xml)).definitions)[0];
  if (!process) return { name: undefined, calls: [] };
  const calls = [...flowElements(process)].flatMap(({ calledElement }) => (typeof calledElement === 'string' ? [calledElement] : []));
  return { name: typeof process['name'] === 'string' && process['name'] !== '' ? process['name'] : undefined, calls: [...new Set(calls)] };
}
