/** What a file is put to. */
export interface UploadPlace {
  readonly caseId?: string | undefined;
  readonly taskId?: string | undefined;
}

/** Knows whose cases and tasks are; given by the part that has them. */
export abstract class UploadPlaces {
  /** @throws not found where the asker may not see the case or the task; that is audited. */
  abstract assertVisible(place: UploadPlace): Promise<void>;
}
