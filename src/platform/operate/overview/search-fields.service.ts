import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { formVariables, Releases } from '../../releases/index.js';
import type { DrawnDiagram } from './drawn-diagrams.service.js';
import type { OverviewSchema } from './overview.schemas.js';

/** The fields of a procedure's forms that go along as process variables, as people call them. */
@Injectable()
export class SearchFields {
  constructor(private readonly releases: Releases) {}

  async of(diagrams: readonly DrawnDiagram[]): Promise<z.infer<typeof OverviewSchema>['fields']> {
    const fields = new Map<string, z.infer<typeof OverviewSchema>['fields'][number]>();
    for (const { releaseId, processKey } of diagrams) {
      const { startForm, elements } = await this.releases.summary(releaseId, processKey);
      const used = new Set([startForm, ...[...elements.values()].map(({ formKey }) => formKey)]);
      const keys = (await this.releases.keys(releaseId, 'form')).filter((key) => used.has(key));
      for (const key of keys) for (const { name, label } of formVariables(await this.releases.form(releaseId, key))) if (!fields.has(name)) fields.set(name, { name, label });
    }
    return [...fields.values()];
  }
}
