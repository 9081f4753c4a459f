const REGIONS = ['15.01', '15.02', '15.03', '15.04', '15.05', '15.06'];
/** Cases that tell of so few that they are hidden. */
const isFew = (cases: number): boolean => cases >= 1 && cases <= 3;

/** A table of a survey (sintetis) that is too long for memory: what a producer sends, and what may be known of it afterwards. */
export function surveyCsv(rows: number) {
  const lines = Array.from({ length: rows }, (_, index) => ({ region: REGIONS[index % REGIONS.length] ?? '', year: 2023 + (Math.floor(index / REGIONS.length) % 2), group: `K${index}`, people: 100 + (index % 997), cases: index % 400 }));
  const newest = lines.filter(({ year }) => year === 2024);
  return {
    upload: Buffer.from(`wilayah;tahun;kelompok;penduduk;kasus\r\n${lines.map(({ region, year, group, people, cases }) => `${region};${year};${group};${people};${cases}`).join('\r\n')}\r\n`),
    /** The file that the public gets, without the cells that tell of few. */
    published: ['wilayah,tahun,kelompok,penduduk,kasus', ...lines.map(({ region, year, group, people, cases }) => `${region},${year},${group},${people},${isFew(cases) ? 'c' : cases}`)],
    /** Of the newest year. */
    people: newest.reduce((sum, { people }) => sum + people, 0),
    cases: newest.reduce((sum, { cases }) => sum + cases, 0),
    few: lines.filter(({ cases }) => isFew(cases)).length,
    /** What the chart adds up. */
    byRegion: new Map(REGIONS.map((code) => [code, newest.filter(({ region }) => region === code).reduce((sum, { people }) => sum + people, 0)])),
  };
}
