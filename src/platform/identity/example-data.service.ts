import { Injectable } from '@nestjs/common';
import { ExampleData } from '../../sdk/index.js';
import { AppConfig } from '../kernel/index.js';
import { DEMO_ADMIN } from './demo-data.js';
import { UsersRepository } from './users.repository.js';

@Injectable()
export class ExampleDataService extends ExampleData {
  constructor(
    private readonly config: AppConfig,
    private readonly users: UsersRepository,
  ) {
    super();
  }

  /** The flag alone does not say it: on a real office's data the demonstration is refused. */
  async wanted(): Promise<boolean> {
    return this.config.exampleData || (this.config.demo && (await this.users.byUsername(DEMO_ADMIN)) !== null);
  }
}
