import { Cases, FormData, Handlers, Letters, Transactions, type FormContext } from 'tertib';
import { DatasetEntity } from '../datasets/dataset.entity.js';
import { PublicationRepository } from '../publication/publication.repository.js';

/** Form of step 16: what will lie in the archive. */
@Handlers()
export class ArchiveForms {
  constructor(
    private readonly database: Transactions,
    private readonly publications: PublicationRepository,
    private readonly letters: Letters,
    private readonly cases: Cases,
  ) {}

  @FormData('arsip')
  async contents({ caseId }: FormContext) {
    const [datasets, published, letters, submissions] = await Promise.all([
      this.database.read.countBy(DatasetEntity, { periodId: caseId }),
      this.publications.countOfPeriod(caseId),
      this.letters.ofCase(caseId),
      this.cases.submissions(caseId),
    ]);
    const counted: [string, number][] = [['Dataset dalam daftar', datasets], ['Dataset dipublikasikan', published], ['Surat', letters.length], ['Keputusan dan isian formulir', submissions.length]];
    return { isi: counted.map(([nama, jumlah]) => ({ nama, jumlah })) };
  }
}
