import type { Text } from 'tertib';

/** What stands for the result of a formula that the file does not hold. It is no value in any column, wherever it comes back: from the page, in a CSV or in the workbook of findings. */
export const NO_RESULT = '#BELUM DIHITUNG';

/** Why such a cell is not taken as empty, and what to do. */
export const noResult: Text = {
  id: 'Rumus di sel ini belum ada hasilnya, karena berkasnya ditulis program yang tidak menghitung rumus. Buka berkas ini di Excel atau LibreOffice, simpan, lalu unggah lagi; atau ketik nilainya.',
  en: 'The formula in this cell has no result yet, for the file was written by a program that does not compute formulas. Open it in Excel or LibreOffice, save it and upload it again; or type the value.',
};
