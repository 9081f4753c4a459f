export { JAMBI_POPULATION_2024 } from './jambi-population-2024.data.js';
export { REGIONS } from './regions.data.js';
export { regenciesOf, districtsOf } from './regions.js';
