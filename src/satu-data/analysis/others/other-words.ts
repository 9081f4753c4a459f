import type { Text } from 'tertib';

/** Why a figure of another data set cannot be used in a formula, as an official would say it; each names that data set. */
export const SAID = {
  unknown: (name: string): Text => ({ id: `Dataset “${name}” yang dipakai rumus tidak ada pada daftar data periode ini.`, en: `The data set “${name}”, which the formula uses, is not in this period's data list.` }),
  several: (name: string): Text => ({ id: `Ada beberapa dataset bernama “${name}” pada periode ini. Sebut yang dimaksud dengan ID DDD-nya.`, en: `Several data sets of this period are called “${name}”. Name the one that is meant by its ID DDD.` }),
  itself: (title: string): Text => ({ id: `“${title}” adalah dataset ini sendiri: tulis nama kolomnya saja.`, en: `“${title}” is this data set itself: write the name of the column alone.` }),
  closed: (title: string): Text => ({ id: `Dataset “${title}” berkelas tertutup, sehingga nilainya tidak dipakai dalam indikator dataset lain.`, en: `The data set “${title}” is closed, so that its values are not used in indicators of other data sets.` }),
  closer: (title: string): Text => ({ id: `Dataset “${title}” berkelas terbatas, sedangkan dataset ini terbuka: indikatornya akan membuka nilai yang dibatasi.`, en: `The data set “${title}” is restricted while this one is open: the indicator would tell restricted values.` }),
  others: (name: string): Text => ({ id: `Dataset “${name}” tidak dapat dibuka dengan akun Anda, sehingga indikator yang memakainya tidak ditampilkan di sini.`, en: `The data set “${name}” is not open to your account, so that an indicator which uses it is not shown here.` }),
  notReady: (title: string, state: Text): Text => ({ id: `Dataset “${title}” belum dinyatakan lengkap (${state.id.toLowerCase()}). Indikator ini dihitung setelah datanya diterima.`, en: `The data set “${title}” has not been found complete yet (${state.en.toLowerCase()}). This indicator is computed once its data are accepted.` }),
  ended: (title: string, state: Text): Text => ({ id: `Dataset “${title}” tidak punya data yang diterima pada periode ini (${state.id.toLowerCase()}).`, en: `The data set “${title}” has no accepted data in this period (${state.en.toLowerCase()}).` }),
  unfit: (title: string): Text => ({ id: `Dataset “${title}” dinyatakan tidak layak oleh BPS, sehingga tidak dipakai.`, en: `The data set “${title}” was found unfit by BPS and is not used.` }),
  noColumn: (title: string, column: string): Text => ({ id: `Dataset “${title}” tidak punya kolom angka “${column}”.`, en: `The data set “${title}” has no column of numbers “${column}”.` }),
  notSummed: (title: string, column: string): Text => ({ id: `Tabel “${title}” terlalu besar untuk dibaca baris demi baris, dan ringkasannya tidak memuat kolom “${column}”.`, en: `The table “${title}” is too large to be read row by row, and its summary does not have the column “${column}”.` }),
  notSummedByRegion: (title: string): Text => ({ id: `Tabel “${title}” terlalu besar untuk dibaca baris demi baris, dan ringkasannya tidak menurut wilayah yang sama.`, en: `The table “${title}” is too large to be read row by row, and its summary is not by the same regions.` }),
  otherRegions: (title: string): Text => ({ id: `Dataset “${title}” tidak menurut kode wilayah yang sama, sehingga tidak dapat disandingkan.`, en: `The data set “${title}” is not by the same region codes, so that the two cannot stand side by side.` }),
  detail: (title: string, key: string): Text => ({ id: `Dataset “${title}” disandingkan menurut wilayah dan periode, tidak menurut ${key.toLowerCase()}.`, en: `The data set “${title}” is set beside this one by region and period, not by ${key.toLowerCase()}.` }),
  noPeriod: (title: string, period: string): Text => ({ id: `Dataset “${title}” tidak punya data untuk periode ${period}.`, en: `The data set “${title}” has no data for the period ${period}.` }),
  twice: (title: string, periods: readonly string[]): Text => ({ id: `Dataset “${title}” menulis periode yang sama dengan beberapa cara: ${periods.join(', ')}.`, en: `The data set “${title}” writes the same period in several ways: ${periods.join(', ')}.` }),
  noRow: (title: string, place: Text): Text => ({ id: `Dataset “${title}” tidak punya baris untuk ${place.id}.`, en: `The data set “${title}” has no row for ${place.en}.` }),
  without: (title: string, column: string, why: Text): Text => ({ id: `Dataset “${title}”, ${column}: ${why.id}`, en: `Data set “${title}”, ${column}: ${why.en}` }),
  changed: (title: string, lacking: Text | null): Text => ({ id: [`Dataset “${title}” tidak mencakup hal yang sama pada kedua periode.`, ...(lacking ? [lacking.id] : [])].join(' '), en: [`The data set “${title}” does not cover the same in both periods.`, ...(lacking ? [lacking.en] : [])].join(' ') }),
  coverage: (title: string, lacking: Text | null, more: Text | null): Text => unlike({ id: `Wilayah pada dataset “${title}” tidak sama dengan dataset ini.`, en: `The regions of the data set “${title}” are not those of this one.` }, lacking, more),
  times: (title: string, lacking: Text | null, more: Text | null): Text => unlike({ id: `Waktu pada dataset “${title}” tidak sama dengan dataset ini.`, en: `The times of the data set “${title}” are not those of this one.` }, lacking, more),
} as const;

function unlike(said: Text, lacking: Text | null, more: Text | null): Text {
  return {
    id: [said.id, ...(lacking ? [`Tidak ada di sana: ${lacking.id}.`] : []), ...(more ? [`Hanya ada di sana: ${more.id}.`] : [])].join(' '),
    en: [said.en, ...(lacking ? [`Not there: ${lacking.en}.`] : []), ...(more ? [`Only there: ${more.en}.`] : [])].join(' '),
  };
}
