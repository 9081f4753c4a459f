export { JAMBI_POPULATION_2024 } from './jambi-population-2024.data.js';
export { KEMENDAGRI } from './kemendagri.js';
export { REGIONS, regenciesOf, districtsOf } from './regions.js';
