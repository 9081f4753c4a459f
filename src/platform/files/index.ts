import { FileEntity } from './file.entity.js';
import { Files1732300002000 } from './files.migration.js';

export { FilesModule } from './files.module.js';
export { FilesService } from './files.service.js';
export { LocalFileStore } from './file-store.service.js';
export { FileEntity } from './file.entity.js';
export { FileRefSchema } from './files.schemas.js';
export { downloadHeaders } from './download.js';
export { UploadPlaces, type UploadPlace } from './upload-places.js';

export const entities = [FileEntity];
export const migrations = [Files1732300002000];
