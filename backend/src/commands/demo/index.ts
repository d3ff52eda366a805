import { addActivities } from './activities.js';
import { addBenefits } from './benefits.js';
import { addBureauPapers } from './bureau-papers.js';
import { addBureauWork } from './bureau-work.js';
import { addCases } from './cases.js';
import { createCounty } from './county.js';
import type { DemoBase, DemoRecord } from './demo.types.js';
import { addHomes } from './homes.js';
import { addCalls } from './hotline.js';
import { addIndicators } from './indicators.js';
import { addStaff } from './staff.js';
import { addTownWork } from './town-work.js';
import { addVillageReports } from './village-reports.js';
import { addZeroReports } from './zero-reports.js';

export { DEMO_START } from './county.js';
export { demoFacts } from './demo-facts.js';
export { DEMO_FILES, demoFile } from './files.js';
export type { DemoBase, DemoLink, DemoRecord } from './demo.types.js';
export { demoInspectionDay } from './inspection-day.js';

/**
 * A year and a half of an invented county, from `DEMO_START` to the day before `today` (`YYYY-MM-DD`), records with their
 * own past in an order in which every link points back. The same every time for the same day; nobody in it exists.
 */
export function demoCounty(base: DemoBase): readonly DemoRecord[] {
  const county = createCounty(base);
  const homes = addHomes(county);
  addActivities(county, homes);
  addStaff(county, homes);
  addVillageReports(county, homes);
  addTownWork(county, homes);
  addBenefits(county);
  addBureauPapers(county);
  addBureauWork(county);
  addIndicators(county);
  const cases = addCases(county);
  addCalls(county, cases);
  addZeroReports(county, cases);
  return county.book.records;
}
