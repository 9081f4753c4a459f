/**
 * Population by sex (2024) and area in km² of Jambi's regencies, as canonical text. From cahyadsn/wilayah, MIT: see LICENSE and
 * SOURCE.md beside this file. Area: Badan Informasi Geospasial.
 */
export const JAMBI_POPULATION_2024 = [
  { kode_wilayah: '15.01', tahun: '2024', laki_laki: '135055', perempuan: '133896', jumlah: '268951', luas_km2: '3445.196' },
  { kode_wilayah: '15.02', tahun: '2024', laki_laki: '202407', perempuan: '195054', jumlah: '397461', luas_km2: '7540.118' },
  { kode_wilayah: '15.03', tahun: '2024', laki_laki: '159668', perempuan: '153429', jumlah: '313097', luas_km2: '5935.894' },
  { kode_wilayah: '15.04', tahun: '2024', laki_laki: '157571', perempuan: '149790', jumlah: '307361', luas_km2: '5453.689' },
  { kode_wilayah: '15.05', tahun: '2024', laki_laki: '235136', perempuan: '222102', jumlah: '457238', luas_km2: '5159.623' },
  { kode_wilayah: '15.06', tahun: '2024', laki_laki: '173688', perempuan: '163290', jumlah: '336978', luas_km2: '5544.567' },
  { kode_wilayah: '15.07', tahun: '2024', laki_laki: '124922', perempuan: '119983', jumlah: '244905', luas_km2: '4544.575' },
  { kode_wilayah: '15.08', tahun: '2024', laki_laki: '193358', perempuan: '186669', jumlah: '380027', luas_km2: '4760.827' },
  { kode_wilayah: '15.09', tahun: '2024', laki_laki: '193428', perempuan: '183113', jumlah: '376541', luas_km2: '6103.737' },
  { kode_wilayah: '15.71', tahun: '2024', laki_laki: '326268', perempuan: '323388', jumlah: '649656', luas_km2: '169.887' },
  { kode_wilayah: '15.72', tahun: '2024', laki_laki: '51371', perempuan: '50853', jumlah: '102224', luas_km2: '364.924' },
] as const;
