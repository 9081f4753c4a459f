import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { Deployer } from './deployer.service.js';
import { ShippedFolders } from './ports.js';
import { Publishing } from './publishing.service.js';
import { shippedResources } from './shipped-resources.js';

/** At the start: the first release, a newer shipped one, and whatever had not reached the engine. */
@Injectable()
export class Seeding implements OnApplicationBootstrap {
  constructor(
    private readonly publishing: Publishing,
    private readonly deployer: Deployer,
    private readonly shipped: ShippedFolders,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.deployer.deployPending();
    await this.publishing.seed(shippedResources(...this.shipped.paths));
    await this.deployer.deployPending();
  }
}
