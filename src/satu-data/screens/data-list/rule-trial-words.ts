import { defineWords } from 'tertib/screens';
import { plural } from '../plural.js';

export const ruleTrialWords = defineWords(
  {
    title: 'Percobaan pada data periode lalu', trying: 'Mencoba aturan pada data periode lalu …', fits: 'Aturan ini dapat dipakai.', noLastTable: 'Belum ada tabel periode lalu untuk dicoba.', lastRow: (row: number) => `Baris ${row}`,
    findings: (before: string, after: string) => `${before} temuan dengan aturan kantor, ${after} dengan aturan ini.`, notYet: 'Aturan belum dapat dicoba:',
    long: (rows: string) => `Tabel periode lalu memiliki ${rows} baris. Mencobanya perlu waktu, sehingga baru dimulai bila Anda menekan tombol ini.`, tryRules: 'Coba pada data periode lalu',
  },
  {
    title: 'Tried on the last period’s data', trying: 'Trying the rules on the last period’s data …', fits: 'This rule can be used.', noLastTable: 'There is no table of the last period to try them on.', lastRow: (row: number) => `Row ${row}`,
    findings: (before: string, after: string) => `${plural(before, 'finding')} by the office’s rules, ${after} by these.`, notYet: 'The rules cannot be tried yet:',
    long: (rows: string) => `The table of the last period has ${plural(rows, 'row')}. Trying them takes a while, so it begins when you press this button.`, tryRules: 'Try on the last period’s data',
  },
);
