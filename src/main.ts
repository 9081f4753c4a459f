import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { AppModule } from './app.module.js';
import { configureHttp } from './http.js';
import { serveOpenApi } from './openapi.js';
import { AppConfig, ContextLogger } from './platform/kernel/index.js';
import { SatuData } from './satu-data/index.js';

async function main(): Promise<void> {
  const config = new AppConfig();
  const app = await NestFactory.create<NestExpressApplication>(AppModule.forRoot(config, [SatuData]), {
    logger: config.logLevel === 'silent' ? false : new ContextLogger({ logLevels: ['fatal', 'error', 'warn'] }),
    bodyParser: false,
  });
  configureHttp(app);
  serveOpenApi(app);
  app.enableShutdownHooks();
  await app.listen(config.port, config.host);
  process.stdout.write(`Tertib: ${(await app.getUrl()).replace('[::1]', 'localhost')}/admin/   portal: ${await app.getUrl()}/\n`);
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exitCode = 1;
  // What was opened before the failure would keep a half-started application alive.
  process.exit();
});
