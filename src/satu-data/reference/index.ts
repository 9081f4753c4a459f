export { JAMBI_POPULATION_2024 } from './jambi-population-2024.data.js';
export { SHIPPED_LISTS } from './shipped-lists.js';
export { REGIONS, regenciesOf, districtsOf } from './regions.js';
