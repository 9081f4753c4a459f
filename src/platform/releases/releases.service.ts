import { Injectable } from '@nestjs/common';
import { Problem, Transactions, type ReleaseResource } from '../../sdk/index.js';
import type { FormDefinition } from '../forms/index.js';
import { readDiagram, type DiagramElement, type DiagramSummary } from './diagram/diagram-summary.js';
import { ReleaseDefinitionEntity } from './release-definition.entity.js';
import { ReleaseResourceEntity } from './release-resource.entity.js';
import { ReleaseEntity } from './release.entity.js';
import { pathOf, type ResourceKind } from './resource.js';

/** A procedure that people may start. */
export interface StartableProcedure {
  readonly key: string;
  readonly title: string;
  readonly formKey: string | null;
}

/** What releases hold. All of it is immutable, so it is read once. */
@Injectable()
export class Releases {
  private readonly contents = new Map<string, Promise<string | null>>();
  private readonly diagrams = new Map<string, Promise<DiagramSummary>>();

  constructor(private readonly transactions: Transactions) {}

  /** The release that new cases start from; null until the first has reached the engine. */
  live(): Promise<ReleaseEntity | null> {
    return this.transactions.read.findOneBy(ReleaseEntity, { state: 'live' });
  }

  /** Whether cases can be started: a version has reached the engine, or there is none at all that could. */
  async canStart(): Promise<boolean> {
    return (await this.live()) !== null || !(await this.transactions.read.existsBy(ReleaseEntity, {}));
  }

  byId(id: string): Promise<ReleaseEntity | null> {
    return this.transactions.read.findOneBy(ReleaseEntity, { id });
  }

  /** Newest first. */
  all(): Promise<ReleaseEntity[]> {
    return this.transactions.read.find(ReleaseEntity, { order: { version: 'DESC' } });
  }

  async byProcessDefinition(processDefinitionId: string): Promise<{ releaseId: string; key: string } | null> {
    return this.transactions.read.findOneBy(ReleaseDefinitionEntity, { processDefinitionId });
  }

  /** The engine's definition of a diagram of this release. @throws not found. */
  async definitionId(releaseId: string, key: string): Promise<string> {
    const found = await this.transactions.read.findOneBy(ReleaseDefinitionEntity, { releaseId, key });
    if (!found) throw Problem.notFound();
    return found.processDefinitionId;
  }

  async form(releaseId: string, key: string): Promise<FormDefinition> {
    return JSON.parse(await this.content(releaseId, 'form', key)) as FormDefinition;
  }

  /** The Handlebars text of `letters/<name>.hbs`. @throws not found. */
  letter(releaseId: string, name: string): Promise<string> {
    return this.content(releaseId, 'letter', name);
  }

  /** The diagram's XML. @throws not found. */
  diagram(releaseId: string, key: string): Promise<string> {
    return this.content(releaseId, 'diagram', key);
  }

  /** What the diagram says of itself and its elements: roles, forms, steps, topics. */
  summary(releaseId: string, key: string): Promise<DiagramSummary> {
    const id = `${releaseId}/${key}`;
    const known = this.diagrams.get(id) ?? this.diagram(releaseId, key).then(readDiagram);
    this.diagrams.set(id, known);
    known.catch(() => this.diagrams.delete(id));
    return known;
  }

  /** What an instance must be started with beside its own values: a missing variable in a condition stops the engine. */
  async startVariables(releaseId: string, key: string): Promise<Record<string, null>> {
    const { variables } = await this.summary(releaseId, key);
    return Object.fromEntries(variables.map((name) => [name, null]));
  }

  async element(releaseId: string, key: string, elementId: string): Promise<DiagramElement | null> {
    return (await this.summary(releaseId, key)).elements.get(elementId) ?? null;
  }

  /** All files of a release, for the archive. */
  async resources(releaseId: string): Promise<ReleaseResource[]> {
    const rows = await this.transactions.read.find(ReleaseResourceEntity, { where: { releaseId }, order: { path: 'ASC' } });
    return rows.map(({ path, content }) => ({ path, content }));
  }

  async keys(releaseId: string, kind: ResourceKind): Promise<string[]> {
    const rows = await this.transactions.read.find(ReleaseResourceEntity, { select: { key: true }, where: { releaseId, kind }, order: { key: 'ASC' } });
    return rows.map((row) => row.key);
  }

  /** Diagrams of the live release that no other diagram calls and that begin with a plain start event. */
  async startable(): Promise<StartableProcedure[]> {
    const live = await this.live();
    if (!live) return [];
    const summaries = await Promise.all((await this.keys(live.id, 'diagram')).map((key) => this.summary(live.id, key)));
    const called = new Set(summaries.flatMap((summary) => summary.calls));
    return summaries.filter((summary) => !called.has(summary.key) && summary.hasPlainStart).map(({ key, name, startForm }) => ({ key, title: name, formKey: startForm }));
  }

  /** @throws not found. */
  async content(releaseId: string, kind: ResourceKind, key: string): Promise<string> {
    const path = pathOf(kind, key);
    const id = `${releaseId}/${path}`;
    const known = this.contents.get(id) ?? this.transactions.read.findOneBy(ReleaseResourceEntity, { releaseId, path }).then((row) => row?.content ?? null);
    this.contents.set(id, known);
    const content = await known.catch((error: unknown) => {
      this.contents.delete(id);
      throw error;
    });
    if (content !== null) return content;
    // A release whose transaction is still open may have it in a moment.
    this.contents.delete(id);
    throw Problem.notFound();
  }
}
