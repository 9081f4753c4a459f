/** The built application as `npm start` runs it, with one more address: `POST /jam?ms=…` keeps everybody else from writing for so long, as a large load does. */
import 'reflect-metadata';
import { setTimeout as sleep } from 'node:timers/promises';
import { NestFactory } from '@nestjs/core';
import { Transactions } from 'tertib';
import { AppModule } from '../../../dist/app.module.js';
import { configureHttp } from '../../../dist/http.js';
import { AppConfig } from '../../../dist/platform/kernel/index.js';
import { SatuData } from '../../../dist/satu-data/index.js';

const config = new AppConfig();
const app = await NestFactory.create(AppModule.forRoot(config, [SatuData]), { logger: ['fatal', 'error', 'warn'], bodyParser: false });
configureHttp(app);
// Answers once nobody else gets through any more.
app.use('/jam', ({ query }, response) => {
  void app.get(Transactions).tx(async (db) => {
    if (config.databaseUrl) await db.query('LOCK TABLE tasks IN EXCLUSIVE MODE');
    response.end();
    await sleep(Number(query.ms));
  });
});
app.enableShutdownHooks();
await app.listen(config.port, config.host);
