import { propertiesOf, type HandlerCatalogue } from '../../../sdk/index.js';
import type { FormDefinition } from '../../forms/index.js';
import { formsIn } from '../check/fields.js';
import { readDiagrams } from '../read-diagrams.js';
import { bundleHash, type Resource } from '../resource.js';
import type { ReplayModel } from './model.js';
import { netOf } from './net.js';

/** So many versions are remembered; cases of older ones are rare. */
const MOST = 12;
const MOST_FORMS = 1_000;

/** Versions made ready for walking. Decoding is what takes long, so it is done once for each. */
export class ReplayModels {
  private readonly known = new Map<string, Promise<ReplayModel>>();
  private readonly forms = new Map<string, FormDefinition>();

  private readonly answers = new Map<string, readonly string[] | null>();

  constructor(private readonly handlers: HandlerCatalogue) {}

  of(resources: readonly Resource[]): Promise<ReplayModel> {
    const hash = bundleHash(resources);
    const known = this.known.get(hash) ?? this.make(resources);
    this.known.delete(hash);
    this.known.set(hash, known);
    known.catch(() => this.known.delete(hash));
    const oldest = this.known.size > MOST ? this.known.keys().next().value : undefined;
    if (oldest !== undefined) this.known.delete(oldest);
    return known;
  }

  private async make(resources: readonly Resource[]): Promise<ReplayModel> {
    const nets = (await readDiagrams(resources)).map(({ process }) => netOf(process));
    return { nets: new Map(nets.map((net) => [net.key, net])), forms: new Map(resources.flatMap((resource) => this.form(resource))), answersOf: (topic) => this.answersOf(topic) };
  }

  /** One object for one content: two versions have the same form where it is the same object. */
  private form(resource: Resource): [string, FormDefinition][] {
    const form = this.forms.get(resource.content) ?? formsIn([resource])[0];
    if (!form) return [];
    if (this.forms.size > MOST_FORMS) this.forms.clear();
    this.forms.set(resource.content, form);
    return [[resource.key, form]];
  }

  /** Asked for every passage of every case. */
  private answersOf(topic: string): readonly string[] | null {
    const known = this.answers.get(topic);
    if (known !== undefined) return known;
    const handler = this.handlers.handler(topic);
    const names = handler?.output ? Object.keys(propertiesOf(handler.output)) : null;
    this.answers.set(topic, names);
    return names;
  }
}
