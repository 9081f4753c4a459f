import { Injectable } from '@nestjs/common';
import { HandlerCatalogue } from '../../sdk/index.js';
import { FormPolicy, type FormDefinition } from '../forms/index.js';
import { checkContract } from './contract.js';
import { judgeDiagram } from './diagram/diagram-policy.js';
import { processesOf, serialiseDiagram } from './diagram/model.js';
import { finding, type Finding } from './finding.js';
import { judgeLetter } from './letter-policy.js';
import { RoleCatalogue } from './ports.js';
import { readDiagrams } from './read-diagrams.js';
import { namesOf } from './resource-names.js';
import type { Resource } from './resource.js';

/** What was found, and, where nothing forbids it, the resources as they would go live. */
export interface CheckedRelease {
  readonly findings: readonly Finding[];
  /** Diagrams written again from their models. */
  readonly resources: readonly Resource[];
}

/** The check before publishing: each file by its allow-list, then all of them against each other and the handlers. */
@Injectable()
export class ReleaseCheck {
  constructor(
    private readonly policy: FormPolicy,
    private readonly handlers: HandlerCatalogue,
    private readonly roles: RoleCatalogue,
  ) {}

  /** One file by its own allow-list; what a draft must pass to be saved. */
  async file(resource: Resource): Promise<Finding[]> {
    return named(await this.placed(resource), [resource]);
  }

  async release(resources: readonly Resource[]): Promise<CheckedRelease> {
    const findings = (await Promise.all(resources.map((resource) => this.placed(resource)))).flat();
    const bad = new Set(findings.map((item) => item.path));
    const sound = resources.filter((resource) => !bad.has(resource.path));
    const diagrams = await readDiagrams(sound);
    const forms = new Map(sound.filter((resource) => resource.kind === 'form').map((resource) => [resource.key, JSON.parse(resource.content) as FormDefinition]));
    const letters = new Set(resources.filter((resource) => resource.kind === 'letter').map((resource) => resource.key));
    const broken = new Set([...bad].map((path) => path.replace(/^.*\/|\.\w+$/g, '')));
    findings.push(...checkContract({ diagrams, forms, letters, broken, handlers: this.handlers, roles: new Set(await this.roles.keys()) }));
    const written = new Map<string, string>();
    for (const { resource, definitions } of diagrams) written.set(resource.path, await serialiseDiagram(definitions));
    return { findings: await named(findings, resources), resources: resources.map((resource) => ({ ...resource, content: written.get(resource.path) ?? resource.content })) };
  }

  private async placed(resource: Resource): Promise<Finding[]> {
    return (await this.own(resource)).map((item) => ({ ...item, path: resource.path }));
  }

  private async own({ kind, key, content }: Resource): Promise<readonly Finding[]> {
    if (kind === 'letter') return judgeLetter(key, content);
    if (kind === 'form') return this.form(key, content);
    const verdict = await judgeDiagram(content);
    if (!verdict.ok) return verdict.findings;
    const processes = processesOf(verdict.definitions);
    if (processes.length === 1 && processes[0]?.id === key && processes[0]['isExecutable'] === true) return [];
    return [finding('process-key', processes[0]?.id ?? '', `Diagram harus memuat tepat satu proses yang dapat dijalankan, dengan nama “${key}”.`, `The diagram must hold exactly one executable process, with the id “${key}”.`)];
  }

  private form(key: string, content: string): Finding[] {
    let form: unknown;
    try {
      form = JSON.parse(content);
    } catch {
      return [finding('form-json', '', 'Formulir bukan JSON yang benar.', 'The form is not valid JSON.')];
    }
    const findings = this.policy.check(form).map((item) => finding(item.code, item.component, item.message.id, item.message.en));
    if ((form as { key?: unknown } | null)?.key !== key) findings.push(finding('form-key', '', `Nama formulir harus “${key}”.`, `The form's key must be “${key}”.`));
    return findings;
  }
}

/** With the names that people know the places by. */
async function named(findings: readonly Finding[], resources: readonly Resource[]): Promise<Finding[]> {
  const paths = new Set(findings.map(({ path }) => path));
  const names = new Map(await Promise.all(resources.filter(({ path }) => paths.has(path)).map(async (resource) => [resource.path, await namesOf(resource)] as const)));
  return findings.map((item) => ({ ...item, title: names.get(item.path)?.title ?? item.title, name: names.get(item.path)?.parts.get(item.elementId) ?? '' }));
}
