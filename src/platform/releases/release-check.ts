import { Injectable, Optional } from '@nestjs/common';
import { HandlerCatalogue, propertiesOf } from '../../sdk/index.js';
import { FormPolicy } from '../forms/index.js';
import { tablesHaveSources } from './case-tables/tables-have-sources.js';
import { FileReader, type ReadFile } from './check/file-reader.js';
import { lettersNameWhatIsThere } from './check/letter-unknown.js';
import { formsIn, removedFields } from './check/fields.js';
import { lettersNameFields } from './check/letter-fields.js';
import { lettersHaveLayout } from './check/letters-layout.js';
import { pagesHaveForms } from './check/pages-have-forms.js';
import { runningFormsStay } from './check/running-forms.js';
import { ALONE, type Surroundings } from './check/surroundings.js';
import { checkContract } from './contract.js';
import { serialiseDiagram } from './diagram/model.js';
import type { Finding } from './finding.js';
import { RoleCatalogue } from './ports.js';
import { partsAsPinned } from './parts/parts-as-pinned.js';
import { namesOf } from './resource-names.js';
import type { Resource } from './resource.js';
import { StepProperties } from './step-properties.js';

/** What was found, and, where nothing forbids it, the resources as they would go live. */
export interface CheckedRelease {
  readonly findings: readonly Finding[];
  /** Diagrams written again from their models. */
  readonly resources: readonly Resource[];
}

/** What every letter has, whatever asks for it. */
const IN_EVERY_LETTER = ['nomor', 'tanggal', 'tempat', 'kop', 'perihal', 'sifat', 'lampiran', 'tembusan', 'penandatangan', 'jabatanPenandatangan', 'atasNama', 'zona', 'bahasa'];

/** The check before publishing: each file by its allow-list, then all of them against each other and the handlers. */
@Injectable()
export class ReleaseCheck {
  private readonly reader: FileReader;

  constructor(
    policy: FormPolicy,
    private readonly handlers: HandlerCatalogue,
    private readonly roles: RoleCatalogue,
    @Optional() private readonly steps: StepProperties = new StepProperties(),
  ) {
    this.reader = new FileReader(policy);
  }

  /** Files as they were judged and decoded; what is decoded is nobody's to change. */
  read(resources: readonly Resource[]): Promise<ReadFile[]> {
    return Promise.all(resources.map((resource) => this.reader.read(resource)));
  }

  /** One file by its own allow-list; what a draft must pass to be saved. */
  async file(resource: Resource): Promise<Finding[]> {
    const file = await this.reader.read(resource);
    return named(file.findings, [file]);
  }

  /** What keeps these files from going live together. */
  async findings(resources: readonly Resource[], around: Surroundings = ALONE): Promise<Finding[]> {
    const files = await this.read(resources);
    return named([...files.flatMap((file) => file.findings), ...(await this.together(files, around))], files);
  }

  async release(resources: readonly Resource[], around: Surroundings = ALONE): Promise<CheckedRelease> {
    const findings = await this.findings(resources, around);
    return { findings, resources: await Promise.all(resources.map(async (resource) => this.written(await this.reader.read(resource)))) };
  }

  private async written({ resource, diagram }: ReadFile): Promise<Resource> {
    return diagram ? { ...resource, content: await serialiseDiagram(diagram.definitions) } : resource;
  }

  private async together(files: readonly ReadFile[], { before, running, people, pages = [] }: Surroundings): Promise<Finding[]> {
    const resources = files.map(({ resource }) => resource);
    const forms = new Map(files.flatMap(({ form }) => (form ? [[form.key, form] as const] : [])));
    const old = formsIn(before);
    const diagrams = files.flatMap(({ diagram }) => diagram ?? []);
    const contract = checkContract({
      diagrams,
      forms,
      letters: new Set(resources.filter(({ kind }) => kind === 'letter').map(({ key }) => key)),
      broken: new Set(files.filter(({ findings }) => findings.length > 0).map(({ resource }) => resource.key)),
      handlers: this.handlers,
      roles: new Set(await this.roles.keys()),
      stepProperties: this.steps.all,
      before: old,
      people,
    });
    const removed = removedFields(old, formsIn(resources));
    const otherwise = new Set([...IN_EVERY_LETTER, ...this.handlers.handlers.flatMap(({ output }) => Object.keys(propertiesOf(output)))]);
    const written = files.filter(({ resource, findings }) => resource.kind === 'letter' && findings.length === 0).map(({ resource }) => resource);
    const letters = written.flatMap((letter) => [...lettersNameFields(letter, removed, otherwise), ...lettersNameWhatIsThere(letter, { diagrams, forms, handlers: this.handlers }, removed)]);
    return [...contract, ...tablesHaveSources([...forms.values()], this.handlers), ...partsAsPinned([...forms.values()], resources, before), ...pagesHaveForms(pages, forms, old), ...letters, ...lettersHaveLayout(resources, before), ...runningFormsStay(resources, running)];
  }
}

/** With the names that people know the places by. */
async function named(findings: readonly Finding[], files: readonly ReadFile[]): Promise<Finding[]> {
  const paths = new Set(findings.map(({ path }) => path));
  const found = files.filter(({ resource }) => paths.has(resource.path));
  const names = new Map(await Promise.all(found.map(async ({ resource, diagram }) => [resource.path, await namesOf(resource, diagram?.definitions)] as const)));
  return findings.map((item) => ({ ...item, title: names.get(item.path)?.title ?? item.title, name: names.get(item.path)?.parts.get(item.elementId) ?? '' }));
}
