import type { EngineConnection } from './engine-connection.js';
import { pageQuery, type Page } from './paging.js';

/** A file of a deployment. Slashes, UTF-8 names and binary content come back unchanged. @internal */
export interface DeploymentFile {
  readonly name: string;
  readonly content: string | Uint8Array;
}

/** @internal */
export interface ProcessDefinition {
  readonly id: string;
  readonly key: string;
  readonly version: number;
  readonly name: string | null;
  readonly deploymentId: string;
  /** The file's name in the deployment. */
  readonly resource: string;
}

/** @internal */
export interface Deployment {
  readonly id: string;
  readonly name: string | null;
  readonly source: string | null;
  readonly deploymentTime: string;
}

/** @internal */
export interface NewDeployment extends Deployment {
  readonly definitions: readonly ProcessDefinition[];
}

interface DeploymentAnswer extends Deployment {
  readonly deployedProcessDefinitions: Readonly<Record<string, ProcessDefinition>> | null;
}

/** What the engine has been given to execute. @internal */
export class RepositoryApi {
  constructor(private readonly connection: EngineConnection) {}

  /** Deploys all files as one; if one BPMN among them is invalid there is no deployment (EngineRejected `ParseException`). */
  async deploy(deployment: { name: string; source?: string; files: readonly DeploymentFile[] }): Promise<NewDeployment> {
    const body = new FormData();
    body.set('deployment-name', deployment.name);
    body.set('deployment-source', deployment.source ?? 'tertib');
    for (const [index, file] of deployment.files.entries()) body.set(`file-${index}`, blob(file.content), file.name);
    const answer = await this.connection.json<DeploymentAnswer>('POST', '/deployment/create', { body });
    return { ...answer, definitions: Object.values(answer.deployedProcessDefinitions ?? {}) };
  }

  deployments(query: { name?: string; source?: string } = {}, page?: Page): Promise<Deployment[]> {
    return this.connection.json('GET', '/deployment', { query: { ...query, ...pageQuery(page) } });
  }

  /** @param cascade - also deletes the deployment's instances and their history. */
  deleteDeployment(id: string, cascade = false): Promise<void> {
    return this.connection.json('DELETE', `/deployment/${id}`, { query: { cascade } });
  }

  resources(deploymentId: string): Promise<{ id: string; name: string; deploymentId: string }[]> {
    return this.connection.json('GET', `/deployment/${deploymentId}/resources`);
  }

  resourceData(deploymentId: string, resourceId: string): Promise<Buffer> {
    return this.connection.bytes('GET', `/deployment/${deploymentId}/resources/${resourceId}/data`);
  }

  definitions(query: { deploymentId?: string; key?: string; latestVersion?: boolean } = {}, page?: Page): Promise<ProcessDefinition[]> {
    return this.connection.json('GET', '/process-definition', { query: { ...query, ...pageQuery(page) } });
  }

  definition(id: string): Promise<ProcessDefinition> {
    return this.connection.json('GET', `/process-definition/${encodeURIComponent(id)}`);
  }
}

const blob = (content: string | Uint8Array): Blob =>
  new Blob([typeof content === 'string' ? content : Uint8Array.from(content)], { type: 'application/octet-stream' });
