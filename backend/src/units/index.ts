export { CreateUnit1790000002000 } from './migrations/create-unit.js';
export { UnitEntity } from './unit.entity.js';
export { UnitDirectory } from './unit-directory.js';
export { readUnits } from './units-csv.js';
export { type UnitKind, type UnitRow } from './units.types.js';
export { UnitsModule } from './units.module.js';
export { UnitsService } from './units.service.js';
