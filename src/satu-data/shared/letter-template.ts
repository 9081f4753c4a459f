import { Problem, type Cases } from 'tertib';

/** Before a number is taken or anything is drawn. @throws "letter-template-missing" (409) where the case's version is older than the letter. */
export async function requireTemplate(cases: Cases, caseId: string, template: string): Promise<void> {
  const resources = await cases.resources(caseId);
  if (resources.some(({ path }) => path === `letters/${template}.hbs`)) return;
  throw new Problem('letter-template-missing', 409, {
    id: `Versi prosedur yang dipakai proses ini tidak memuat surat "${template}". Tambahkan surat itu pada konsep prosedur, terbitkan, lalu pindahkan proses ke versi baru.`,
    en: `The version of the procedure that this process runs on has no letter "${template}". Add it to the draft, publish, and move the process to the new version.`,
  });
}
