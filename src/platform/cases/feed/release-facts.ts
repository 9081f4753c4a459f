import { Injectable } from '@nestjs/common';
import { Releases, type DiagramElement, type DiagramSummary } from '../../releases/index.js';

/** Which release and diagram an engine's definition is of. */
export interface DefinitionFacts {
  readonly releaseId: string;
  readonly processKey: string;
  readonly summary: DiagramSummary;
}

/** What the releases say of running definitions; immutable, so asked once. */
@Injectable()
export class ReleaseFacts {
  private readonly known = new Map<string, DefinitionFacts>();

  constructor(private readonly releases: Releases) {}

  /** Null for a definition that no release of ours holds. */
  async ofDefinition(definitionId: string): Promise<DefinitionFacts | null> {
    const known = this.known.get(definitionId);
    if (known) return known;
    const found = await this.releases.byProcessDefinition(definitionId);
    if (!found) return null;
    const facts = { releaseId: found.releaseId, processKey: found.key, summary: await this.releases.summary(found.releaseId, found.key) };
    this.known.set(definitionId, facts);
    return facts;
  }

  async element(definitionId: string, elementId: string): Promise<DiagramElement | null> {
    return (await this.ofDefinition(definitionId))?.summary.elements.get(elementId) ?? null;
  }
}
