import 'reflect-metadata';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NestFactory } from '@nestjs/core';
import { AppModule } from './app.module.js';
import { openApiDocument } from './openapi.js';
import { AppConfig, Database } from './platform/kernel/index.js';
import { SatuData } from './satu-data/index.js';

/** Writes the OpenAPI document to the file named as argument, from the modules alone: nothing is started. */
async function main(target: string): Promise<void> {
  const dataDir = mkdtempSync(join(tmpdir(), 'tertib-openapi-'));
  const app = await NestFactory.create(AppModule.forRoot(new AppConfig({ TERTIB_DATA: dataDir }), [SatuData]), { logger: ['error'] });
  writeFileSync(target, `${JSON.stringify(openApiDocument(app), null, 2)}\n`);
  await app.get(Database).close();
  rmSync(dataDir, { recursive: true, force: true });
}

main(process.argv[2] ?? 'openapi.json').then(
  () => process.exit(0),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
    process.exit(1);
  },
);
