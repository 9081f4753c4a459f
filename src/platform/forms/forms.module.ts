import { Global, Module } from '@nestjs/common';
import { FileCheck, FileStoreCheck } from './file-check.js';
import { FormPolicy } from './form-policy.js';
import { FormValidator } from './form-validator.js';

/** Form definitions: what may stand in them, and whether what was sent fits them. Needs `FileStore` and `Offices`. */
@Global()
@Module({
  providers: [{ provide: FileCheck, useClass: FileStoreCheck }, FormPolicy, FormValidator],
  exports: [FileCheck, FormPolicy, FormValidator],
})
export class FormsModule {}
