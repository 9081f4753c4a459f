import { FormPolicy, PART, walk, type FormDefinition } from '../../forms/index.js';
import { judgeDiagram } from '../diagram/diagram-policy.js';
import { processesOf } from '../diagram/model.js';
import { finding, type Finding } from '../finding.js';
import { judgeLetter } from '../letter-policy.js';
import { pinIn } from '../parts/part-files.js';
import type { ReadDiagram } from '../read-diagrams.js';
import type { Resource } from '../resource.js';

/** One file, judged by its own allow-list, and decoded where it passes. Nobody changes what is decoded. */
export interface ReadFile {
  readonly resource: Resource;
  readonly findings: readonly Finding[];
  readonly diagram: ReadDiagram | null;
  readonly form: FormDefinition | null;
}

/**
 * Reads files, and keeps the newest reading of each: while one file is edited, the others are not read again.
 * Decoding is nearly all of what a check takes.
 */
export class FileReader {
  private readonly known = new Map<string, Promise<ReadFile>>();

  constructor(private readonly policy: FormPolicy) {}

  async read(resource: Resource): Promise<ReadFile> {
    const known = this.known.get(resource.path);
    if (known && (await known.catch(() => null))?.resource.content === resource.content) return known;
    const reading = this.judge(resource).then((file) => ({ ...file, findings: file.findings.map((item) => ({ ...item, path: resource.path })) }));
    this.known.set(resource.path, reading);
    return reading;
  }

  private async judge(resource: Resource): Promise<ReadFile> {
    const nothing = { resource, diagram: null, form: null };
    if (resource.kind === 'letter') return { ...nothing, findings: judgeLetter(resource.key, resource.content) };
    if (resource.kind === 'part') return { ...nothing, findings: await this.part(resource) };
    return resource.kind === 'form' ? { ...nothing, ...(await this.form(resource)) } : { ...nothing, ...(await this.diagram(resource)) };
  }

  /** A part is written as a form is; parts stand in forms only. */
  private async part(resource: Resource): Promise<readonly Finding[]> {
    const { findings, form } = await this.form(resource);
    const inner = [...walk(form?.components ?? [])].find(({ type }) => type === PART);
    if (!pinIn(resource.key)) return [...findings, finding('part-key', '', 'Nama berkas bagian harus diakhiri nomor versinya, misalnya “alamat-1”.', 'The name of a part’s file must end in its version, for example “alamat-1”.')];
    return inner ? [...findings, finding('part-inside', inner.key, 'Sebuah bagian tidak dapat memuat bagian bersama lain.', 'A part cannot hold another shared part.')] : findings;
  }

  private async diagram(resource: Resource): Promise<Pick<ReadFile, 'findings' | 'diagram'>> {
    const { key } = resource;
    const verdict = await judgeDiagram(resource.content);
    const { definitions } = verdict;
    const findings = verdict.ok ? [] : verdict.findings;
    if (!definitions) return { findings, diagram: null };
    const processes = processesOf(definitions);
    const [process] = processes;
    if (process && processes.length === 1 && process.id === key && process['isExecutable'] === true) return { findings, diagram: { resource, definitions, process } };
    return { findings: [...findings, finding('process-key', process?.id ?? '', `Diagram harus memuat tepat satu proses yang dapat dijalankan, dengan nama “${key}”.`, `The diagram must hold exactly one executable process, with the id “${key}”.`)], diagram: null };
  }

  private async form({ key, content }: Resource): Promise<Pick<ReadFile, 'findings' | 'form'>> {
    let form: unknown;
    try {
      form = JSON.parse(content);
    } catch {
      return { findings: [finding('form-json', '', 'Formulir bukan JSON yang benar.', 'The form is not valid JSON.')], form: null };
    }
    const findings = (await this.policy.judge(form)).map((item) => finding(item.code, item.component, item.message.id, item.message.en));
    if ((form as { key?: unknown } | null)?.key !== key) findings.push(finding('form-key', '', `Nama formulir harus “${key}”.`, `The form's key must be “${key}”.`));
    return { findings, form: findings.length === 0 ? (form as FormDefinition) : null };
  }
}
