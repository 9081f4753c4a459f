import { AuditLog, ExternalTask, FatalError, Handlers, type FileRef, type TaskContext } from 'tertib';
import { z } from 'zod';
import { AnalysisService } from '../analysis/analysis.service.js';
import { DatasetLifecycle } from '../datasets/dataset-lifecycle.js';
import { NotPublishable } from './not-publishable.js';
import { PublicationService } from './publication.service.js';
import { PublishedCharts } from './published-charts.service.js';
import { PublishedProvenances } from './published-provenances.service.js';
import { FIELD_NAMES } from '../shared/field-names.js';

const Input = z.object({ dataset: z.string() });
const Output = z.object({ publikasi: z.string() });

/** Step 15: the page, CKAN and the catalogue all read the one record that this writes. */
@Handlers()
export class PublicationHandlers {
  constructor(
    private readonly analyses: AnalysisService,
    private readonly publications: PublicationService,
    private readonly charts: PublishedCharts,
    private readonly provenances: PublishedProvenances,
    private readonly lifecycle: DatasetLifecycle,
    private readonly audit: AuditLog,
  ) {}

  @ExternalTask('data.publish', {
    title: { id: 'Mempublikasikan dataset di portal', en: 'Publish a data set on the portal' },
    description: { id: 'Menerbitkan dataset beserta metadatanya di portal terbuka.', en: 'Publishes a data set with its metadata on the open portal.' },
    fields: FIELD_NAMES, input: Input, output: Output,
  })
  async publish({ dataset: id }: z.infer<typeof Input>, task: TaskContext): Promise<z.infer<typeof Output>> {
    const computed = await this.analyses.of(id);
    const analysis = await this.refuse(() => this.publications.publishable(computed));
    const csv = await task.step<FileRef>('csv', () => this.publications.storeCsv(analysis));
    const chart = await this.charts.of(analysis);
    const provenance = await this.provenances.made(analysis.dataset, analysis.hidden);
    const slug = await this.refuse(() => task.step.tx('publication', async (db) => {
      const publication = await this.publications.publish(db, analysis, csv, { chart, provenance });
      await this.lifecycle.move(db, id, 'published', { at: 'data.publish' });
      await this.audit.write({ action: 'dataset.published', caseId: task.caseId, officeId: analysis.dataset.officeId, subject: id, detail: { slug: publication.slug, sha256: csv.sha256 } });
      return publication.slug;
    }));
    return { publikasi: slug };
  }

  /** No retry makes closed data open, nor another office's page one's own: an incident at once. */
  private async refuse<T>(check: () => Promise<T>): Promise<T> {
    try {
      return await check();
    } catch (error) {
      if (error instanceof NotPublishable) throw new FatalError(error.message);
      throw error;
    }
  }
}
