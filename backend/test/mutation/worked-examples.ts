import type { UnitDirectory } from '../../src/units/index.js';
import { runExample } from '../../src/standard/examples/run-example.js';
import { StandardService } from '../../src/standard/standard.service.js';
import type { Standard } from '../../src/standard/standard.types.js';

/** The standard as it was loaded once, before any mutant was switched on. */
declare const seeds: { readonly standard: Standard; readonly units: UnitDirectory };

describe('worked example', () => {
  const standard = new StandardService(seeds.standard);
  for (const { requirement } of standard.allRequirements())
    for (const example of requirement.examples)
      it(`${requirement.id} ${example.title}`, () => {
        expect(runExample(standard, seeds.units, requirement, example)).toEqual([]);
      });
});
