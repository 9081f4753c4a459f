import { Global, Module } from '@nestjs/common';
import { MulterModule } from '@nestjs/platform-express';
import { diskStorage } from 'multer';
import { v7 as uuidv7 } from 'uuid';
import { FileAccess, FileStore } from '../../sdk/index.js';
import { AppConfig } from '../kernel/index.js';
import { BlobStore } from './blob-store.js';
import { LocalFileStore } from './file-store.service.js';
import { FilesController } from './files.controller.js';
import { FilesService } from './files.service.js';
import { MAX_TABLE_BYTES } from './upload-size.js';


/** Uploads, downloads and the {@link FileStore}. */
@Global()
@Module({
  imports: [
    MulterModule.registerAsync({
      inject: [AppConfig],
      useFactory: (config: AppConfig) => ({
        storage: diskStorage({ destination: new BlobStore(config).incoming, filename: (_request, _file, done) => done(null, uuidv7()) }),
        limits: { fileSize: MAX_TABLE_BYTES, files: 1, fields: 4, fieldSize: 1_000, parts: 6 },
        defParamCharset: 'utf8',
      }),
    }),
  ],
  controllers: [FilesController],
  providers: [BlobStore, LocalFileStore, { provide: FileStore, useExisting: LocalFileStore }, { provide: FileAccess, useExisting: FilesService }, FilesService],
  exports: [FileAccess, FileStore, LocalFileStore, FilesService],
})
export class FilesModule {}
