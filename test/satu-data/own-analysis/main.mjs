/** The built application as `npm start` runs it, with a second plugin: the handler of the guide (OWN_HANDLERS), as a developer would add it in src/main.ts. */
import 'reflect-metadata';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { definePlugin } from 'tertib';
import { AppModule } from '../../../dist/app.module.js';
import { configureHttp } from '../../../dist/http.js';
import { AppConfig } from '../../../dist/platform/kernel/index.js';
import { SatuData } from '../../../dist/satu-data/index.js';

const { Dependency } = await import(process.env['OWN_HANDLERS'] ?? '');

class OwnModule {}
Module({ providers: [Dependency] })(OwnModule);

const config = new AppConfig();
const app = await NestFactory.create(AppModule.forRoot(config, [SatuData, definePlugin({ name: 'own', module: OwnModule, procedures: [] })]), { logger: ['fatal', 'error', 'warn'], bodyParser: false });
configureHttp(app);
app.enableShutdownHooks();
await app.listen(config.port, config.host);
