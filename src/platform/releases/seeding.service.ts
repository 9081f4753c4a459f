import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { packageRoot } from '../kernel/index.js';
import { Deployer } from './deployer.service.js';
import { Publishing } from './publishing.service.js';
import { shippedResources } from './shipped-resources.js';

/** At the start: the first release, a newer shipped one, and whatever had not reached the engine. */
@Injectable()
export class Seeding implements OnApplicationBootstrap {
  constructor(
    private readonly publishing: Publishing,
    private readonly deployer: Deployer,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.deployer.deployPending();
    await this.publishing.seed(shippedResources(packageRoot()));
    await this.deployer.deployPending();
  }
}
