import { Injectable } from '@nestjs/common';
import { CaseAccess } from '../cases/index.js';
import { UploadPlaces, type UploadPlace } from '../files/index.js';
import { TaskAccess } from './task-access.js';

/** Files are put to cases and tasks that their sender may see. */
@Injectable()
export class TaskUploadPlaces extends UploadPlaces {
  constructor(
    private readonly cases: CaseAccess,
    private readonly tasks: TaskAccess,
  ) {
    super();
  }

  async assertVisible({ caseId, taskId }: UploadPlace): Promise<void> {
    if (caseId) await this.cases.visible(caseId);
    if (taskId) await this.tasks.visible(taskId);
  }
}
