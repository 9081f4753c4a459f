import { request, type FileRef } from '../../../api/index.js';
import type { FormContext } from '../base.js';

const UNITS: Record<string, number> = { B: 1, KB: 1024, MB: 1024 ** 2, GB: 1024 ** 3 };

/** '10MB' in bytes; nothing for no limit. */
export function bytesOf(text: string | undefined): number | undefined {
  const match = /^(\d+(?:\.\d+)?)\s*(B|KB|MB|GB)$/i.exec(text?.trim() ?? '');
  return match ? Number(match[1]) * (UNITS[(match[2] ?? 'B').toUpperCase()] ?? 1) : undefined;
}

/** Whether a file fits a list such as `.pdf,.xlsx,image/*`; an empty list takes all. */
export function accepts(file: File, list: string): boolean {
  const wanted = list.split(',').map((item) => item.trim().toLowerCase()).filter((item) => item && item !== '*');
  const name = file.name.toLowerCase();
  return !wanted.length || wanted.some((item) => (item.startsWith('.') ? name.endsWith(item) : file.type.startsWith(item.replace('*', ''))));
}

/** A file that is nowhere: it has a name and a size, which is what a form asks. */
export function madeUpFile(name: string, size: number, type: string): FileRef {
  return { id: crypto.randomUUID(), name, size, type, sha256: '0'.repeat(64) };
}

export async function upload(file: File, context: FormContext): Promise<FileRef> {
  if (context.preview) return madeUpFile(file.name, file.size, file.type);
  const body = new FormData();
  if (context.caseId) body.append('caseId', context.caseId);
  if (context.taskId) body.append('taskId', context.taskId);
  body.append('file', file, file.name);
  const { id, name, size, type, sha256 } = await request<FileRef>('/files', { method: 'POST', body });
  return { id, name, size, type, sha256 };
}
