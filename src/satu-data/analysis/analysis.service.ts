import { Injectable } from '@nestjs/common';
import { AnalysisDesk } from './analysis-desk.service.js';
import type { DatasetAnalysis } from './opened.js';

/** The whole table of a data set with what was computed from it, for those who take all of it with them. */
@Injectable()
export class AnalysisService {
  constructor(private readonly desk: AnalysisDesk) {}

  /** @throws when the data set has no delivery that counts. */
  async of(datasetId: string): Promise<DatasetAnalysis> {
    return (await this.desk.ofTable(datasetId)).ask('analysis', null);
  }
}
