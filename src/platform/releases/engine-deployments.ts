import { Injectable } from '@nestjs/common';
import { EngineClient } from '../../sdk/engine/index.js';
import { DeploymentPort, type Deployed } from './ports.js';

/** Deployments over the engine's REST. */
@Injectable()
export class EngineDeployments extends DeploymentPort {
  constructor(private readonly engine: EngineClient) {
    super();
  }

  async deploy(name: string, files: readonly { readonly name: string; readonly content: string }[]): Promise<Deployed> {
    const { id, definitions } = await this.engine.repository.deploy({ name, files });
    return { deploymentId: id, definitions };
  }

  async find(name: string): Promise<Deployed | null> {
    const [deployment] = await this.engine.repository.deployments({ name });
    if (!deployment) return null;
    return { deploymentId: deployment.id, definitions: await this.engine.repository.definitions({ deploymentId: deployment.id }) };
  }
}
