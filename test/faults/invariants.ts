import type { Product } from '../support/app.js';
import { checkBag } from '../support/bag.js';
import type { Done } from '../support/driver.js';
import type { ReceivedMail } from '../support/mailbox.js';
import type { Person } from '../support/people.js';
import type { Records } from '../support/records.js';

type Row = Record<string, string | number | null>;
const ENDS = ['complete', 'late', 'not_available', 'incomplete', 'cancelled'];
const quoted = (values: readonly string[]) => values.map((value) => `'${value}'`).join(', ');

/** What must hold after any fault, for every case; each answers what breaks it, so that an empty list is what is hoped for. */
export const invariants: Readonly<Record<string, (records: Records) => Promise<Row[]>>> = {
  'every case has come to its end': (db) => db.query(`SELECT id, title, state FROM cases WHERE state NOT IN ('ended', 'cancelled')`),
  'nothing of it is still open': (db) => db.query(`SELECT "processKey", state FROM case_instances WHERE state = 'active' UNION ALL SELECT name, state FROM tasks WHERE state NOT IN ('completed', 'cancelled') UNION ALL SELECT kind, state FROM engine_commands WHERE state NOT IN ('done', 'conflict')`),
  'there was no incident': (db) => db.query('SELECT * FROM case_incidents'),
  'requests sent = complete + late + not available + incomplete + cancelled': (db) => db.query(`SELECT "periodId", "officeCode", state, "sentAt" FROM satu_data_requests WHERE "sentAt" IS NOT NULL AND state NOT IN (${quoted(ENDS)})`),
  'every producer of a list was asked once, by one letter': (db) => db.query(`SELECT r.id, count(l.id) AS letters FROM satu_data_requests r LEFT JOIN letters l ON l.about = r.id AND l.template = 'surat-permintaan-produsen' AND l."sentAt" IS NOT NULL WHERE r."sentAt" IS NOT NULL GROUP BY r.id HAVING count(l.id) <> 1`),
  'a completed task has one submission, and a submission its task': (db) => db.query(`SELECT t.id, t.name, count(s.id) AS submissions FROM tasks t LEFT JOIN submissions s ON s."taskId" = t.id WHERE t.state = 'completed' GROUP BY t.id, t.name HAVING count(s.id) <> 1 UNION ALL SELECT s.id, s."taskName", 0 FROM submissions s LEFT JOIN tasks t ON t.id = s."taskId" WHERE s."taskId" IS NOT NULL AND t.id IS NULL`),
  'every data set that a producer handed in is stored': (db) => db.query(`SELECT s.id, s."taskName" FROM submissions s WHERE s."formKey" = 'penyampaian-data' AND NOT EXISTS (SELECT 1 FROM satu_data_deliveries d WHERE d."submissionId" = s.id)`),
  'a delivery in time has its table, a late one has none': (db) => db.query(`SELECT d.id, d.status, d.kind, t."rowCount" FROM satu_data_deliveries d LEFT JOIN satu_data_delivery_tables t ON t."deliveryId" = d.id WHERE d.kind = 'data' AND ((d.status IN ('validated', 'accepted', 'returned') AND t."deliveryId" IS NULL) OR (NOT d."inTime" AND t."deliveryId" IS NOT NULL))`),
  'published = found fit': (db) => db.query(`SELECT d.id, d.title, d.state, p.id AS publication FROM satu_data_datasets d LEFT JOIN satu_data_publications p ON p."datasetId" = d.id JOIN cases c ON c.id = d."periodId" AND c.state = 'ended' WHERE (p.id IS NULL) = EXISTS (SELECT 1 FROM satu_data_dataset_states e WHERE e."datasetId" = d.id AND e.after = 'eligible')`),
  'each data set was published once': (db) => db.query(`SELECT "datasetId", count(*) AS n FROM satu_data_dataset_states WHERE after = 'published' GROUP BY "datasetId" HAVING count(*) <> 1 UNION ALL SELECT "datasetId", count(*) FROM satu_data_publications GROUP BY "datasetId" HAVING count(*) <> 1`),
  'one bag for each period': (db) => db.query(`SELECT c.id, count(f.id) AS bags FROM cases c LEFT JOIN files f ON f."caseId" = c.id AND f.key LIKE 'bag:%' LEFT JOIN satu_data_archives a ON a."periodId" = c.id AND a."fileId" = f.id GROUP BY c.id HAVING count(f.id) <> 1 OR count(a."periodId") <> 1`),
  'no number was given twice': (db) => db.query(`SELECT number, count(*) AS n FROM letters WHERE number IS NOT NULL GROUP BY number HAVING count(*) > 1 UNION ALL SELECT text, count(*) FROM register_numbers GROUP BY text HAVING count(*) > 1`),
  'a receipt has a number of its own': (db) => db.query(`SELECT "receiptNumber", count(DISTINCT "requestId") AS n FROM satu_data_deliveries WHERE "receiptNumber" IS NOT NULL GROUP BY "receiptNumber" HAVING count(DISTINCT "requestId") > 1`),
  'no mail was given up': (db) => db.query(`SELECT subject, state, "lastError" FROM mails WHERE state NOT IN ('sent', 'queued')`),
};

/** Answers to people that came through although their data did not; must be empty. */
export async function lostSubmissions(records: Records, done: readonly Done[]): Promise<string[]> {
  const stored = new Set((await records.query<{ id: string }>('SELECT id FROM submissions')).map(({ id }) => id));
  return done.filter(({ submissionId }) => !stored.has(submissionId)).map(({ task, by }) => `${task.name} by ${by}`);
}

/** Mails whose words and receiver are the same, under several Message-IDs. */
export function doubledMails(received: readonly ReceivedMail[]): string[] {
  const ids = new Map<string, Set<string>>();
  for (const { to, subject, text, messageId } of received) {
    const key = `${to} | ${subject} | ${text}`;
    ids.set(key, (ids.get(key) ?? new Set()).add(messageId));
  }
  return [...ids].filter(([, known]) => known.size > 1).map(([key]) => key.slice(0, 200));
}

/** What is wrong with the archived bags. */
export async function brokenBags(records: Records, reader: Person): Promise<string[]> {
  const archives = await records.query<{ fileId: string; periodId: string }>('SELECT "fileId", "periodId" FROM satu_data_archives');
  const problems: string[] = [];
  for (const { fileId, periodId } of archives) {
    const answer = await reader.send('GET', `/api/files/${fileId}`);
    const found = answer.status === 200 ? (await checkBag(answer.bytes)).problems : [`answered ${answer.status}`];
    problems.push(...found.map((problem) => `${periodId}: ${problem}`));
  }
  return problems;
}

/** Everything that the engine still has to do; must be empty. */
export async function engineLeftovers({ engine }: Product): Promise<string[]> {
  const headers = { authorization: `Basic ${Buffer.from(`${engine.user}:${engine.password}`).toString('base64')}` };
  const counts = await Promise.all(['process-instance', 'task', 'external-task', 'incident', 'job'].map(async (kind) => {
    const query = kind === 'job' ? '?withException=true' : '';
    const { count } = (await (await fetch(`${engine.url}/${kind}/count${query}`, { headers })).json()) as { count: number };
    return [kind, count] as const;
  }));
  return counts.filter(([, count]) => count > 0).map(([kind, count]) => `${count} × ${kind}`);
}
