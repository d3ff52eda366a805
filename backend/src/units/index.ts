export { UnitDirectory } from './unit-directory.js';
export { parseUnits, readUnits, type UnitList } from './units-csv.js';
export { UNIT_KINDS, type UnitKind, type UnitProblem, type UnitRow } from './units.types.js';
