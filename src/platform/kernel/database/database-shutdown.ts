import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Database } from './database.js';

/** Closes the connections after everything that uses them has stopped. */
@Injectable()
export class DatabaseShutdown implements OnApplicationShutdown {
  constructor(private readonly database: Database) {}

  async onApplicationShutdown(): Promise<void> {
    await this.database.close();
  }
}
