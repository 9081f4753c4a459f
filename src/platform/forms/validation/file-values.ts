import type { FileRef } from '../../../sdk/index.js';
import { isRecord } from './empty.js';
import type { Checked, Known, ValueCheck } from './value-checks.js';

const MOST_FILES = 50;
const MOST_ROWS = 20_000;
const MOST_COLUMNS = 200;
const FIELDS: readonly (keyof FileRef)[] = ['id', 'name', 'size', 'type', 'sha256'];

/** The server's own record of the file, when all that was said of it is true. */
function fileOf(value: unknown, known: Known): FileRef | null {
  if (!isRecord(value) || typeof value['id'] !== 'string') return null;
  const file = known.files.get(value['id']);
  if (!file || Object.keys(value).some((key) => !(FIELDS as readonly string[]).includes(key))) return null;
  return FIELDS.every((field) => value[field] === undefined || value[field] === file[field]) ? file : null;
}

const SIZES: Readonly<Record<string, number>> = { '': 1, B: 1, KB: 1024, MB: 1024 ** 2, GB: 1024 ** 3 };

function bytesOf(size: unknown): number {
  const match = typeof size === 'string' ? /^\s*(\d+(?:\.\d+)?)\s*([KMG]?B?)\s*$/i.exec(size) : null;
  return match ? Number(match[1]) * (SIZES[(match[2] ?? '').toUpperCase()] ?? 1) : Infinity;
}

function isAccepted(file: FileRef, pattern: unknown): boolean {
  if (typeof pattern !== 'string' || pattern.trim() === '' || pattern.trim() === '*') return true;
  const endings = pattern.split(',').map((ending) => ending.trim().toLowerCase());
  return endings.some((ending) => file.name.toLowerCase().endsWith(ending));
}

/** `berkas`: a list of file records; one, or up to fifty with `multipleFiles`; `filePattern` (`.pdf,.xlsx`), `fileMaxSize` (`10MB`). */
export const checkFiles: ValueCheck = (value, component, known): Checked => {
  if (!Array.isArray(value)) return { error: 'list' };
  const most = component['multipleFiles'] === true ? MOST_FILES : 1;
  if (value.length > most) return { error: 'maxFiles', parameters: { files: most } };
  const files: FileRef[] = [];
  for (const item of value as unknown[]) {
    const file = fileOf(item, known);
    if (!file) return { error: 'file' };
    if (!isAccepted(file, component['filePattern'])) return { error: 'fileType' };
    if (file.size > bytesOf(component['fileMaxSize'])) return { error: 'fileSize', parameters: { size: component['fileMaxSize'] } };
    files.push(file);
  }
  return new Set(files.map((file) => file.id)).size === files.length ? { value: files } : { error: 'duplicate' };
};

const isCell = (value: unknown): boolean =>
  value === null || typeof value === 'boolean' || (typeof value === 'string' && value.length <= 10_000) || (typeof value === 'number' && Number.isFinite(value));
const isRow = (row: unknown): boolean => isRecord(row) && Object.keys(row).length <= MOST_COLUMNS && Object.values(row).every(isCell);

/** `tabelData`: the data set, and its table as a stored file or as rows of plain cells. */
export const checkTable: ValueCheck = (value, _component, known): Checked => {
  if (!isRecord(value) || Object.keys(value).some((key) => !['datasetId', 'fileId', 'file', 'rows'].includes(key))) return { error: 'record' };
  const { datasetId, fileId, file, rows } = value;
  const clean: Record<string, unknown> = {};
  if (datasetId !== undefined && datasetId !== null) {
    if (typeof datasetId !== 'string' || datasetId.length > 100) return { error: 'record' };
    clean['datasetId'] = datasetId;
  }
  if (file !== undefined && file !== null) {
    const record = fileOf(file, known);
    if (!record || (typeof fileId === 'string' && fileId !== record.id)) return { error: 'file' };
    Object.assign(clean, { file: record, fileId: record.id });
  } else if (fileId !== undefined && fileId !== null) {
    if (typeof fileId !== 'string' || !known.files.has(fileId)) return { error: 'file' };
    clean['fileId'] = fileId;
  }
  if (rows !== undefined && rows !== null) {
    if (!Array.isArray(rows) || !rows.every(isRow)) return { error: 'record' };
    if (rows.length > MOST_ROWS) return { error: 'maxRows', parameters: { rows: MOST_ROWS } };
    clean['rows'] = rows;
  }
  return { value: clean };
};
