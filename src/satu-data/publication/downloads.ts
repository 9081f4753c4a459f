/** What the portal serves of each published data set: its page offers these, and whoever is told of formats is told of these. */
export const DOWNLOADS = {
  csv: { file: 'data.csv', format: 'CSV' },
  dataPackage: { file: 'datapackage.json', format: 'Data Package' },
} as const;

export const FORMATS: readonly string[] = Object.values(DOWNLOADS).map(({ format }) => format);
