import { Global, Module } from '@nestjs/common';
import { FileCheck, ReadableFiles } from './file-check.js';
import { FormPolicy } from './form-policy.js';
import { FormValidator } from './form-validator.js';

/** Form definitions: what may stand in them, and whether what was sent fits them. Needs the files module and `Offices`. */
@Global()
@Module({
  providers: [{ provide: FileCheck, useClass: ReadableFiles }, FormPolicy, FormValidator],
  exports: [FileCheck, FormPolicy, FormValidator],
})
export class FormsModule {}
