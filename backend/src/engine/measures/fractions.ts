import type { CoverageOf, Selection } from '../rule.types.js';
import type { Run } from '../judge/env.js';
import type { Window } from '../judge/window.js';
import type { Fraction } from './fraction.types.js';
import { itemsFraction } from './items.js';
import { measureIn, selectionsOf } from './measure.js';
import { homesInUse, pairsFractions, reportedFractions } from './reported.js';
import { shareFraction } from './share.js';

/** The parts of a coverage in one window. With `waiting`, as if the waiting records were approved. */
export function fractionsIn(run: Run, of: CoverageOf, window: Window, waiting: boolean): readonly Fraction[] {
  switch (of.type) {
    case 'share':
      return [shareFraction(run, of, window, waiting)];
    case 'items':
      return [itemsFraction(run, of, window, waiting)];
    case 'reported':
      return reportedFractions(run, of, window, waiting);
    case 'pairs':
      return pairsFractions(run, of, window, waiting);
    case 'ratio':
      return [ratioFraction(run, of, window, waiting)];
  }
}

/** The selections that a coverage reads. */
export function coverageSelections(of: CoverageOf): readonly Selection[] {
  switch (of.type) {
    case 'share':
      return of.having.linked === undefined ? [of.among] : [of.among, of.having.linked.of];
    case 'items':
      return of.sources.map((source) => source.of);
    case 'reported':
      return of.needsHome === undefined ? [of.of] : [of.of, homesInUse(of.needsHome)];
    case 'pairs':
      return [of.of];
    case 'ratio':
      return [...selectionsOf(of.numerator), ...selectionsOf(of.denominator)];
  }
}

function ratioFraction(
  run: Run,
  of: CoverageOf & { readonly type: 'ratio' },
  window: Window,
  waiting: boolean,
): Fraction {
  const numerator = measureIn(run, of.numerator, window, waiting);
  const denominator = measureIn(run, of.denominator, window, waiting);
  const counted = selectionsOf(of.denominator).length > 0;
  const seen = run.env.take();
  for (const unit of run.subjects) {
    const above = denominator[unit] ?? 0;
    seen[unit] = (numerator[unit] ?? 0) > 0 || (counted && above > 0) ? 1 : 0;
    if ((numerator[unit] ?? 0) > above) numerator[unit] = above;
  }
  return { label: '', numerator, denominator, seen, zero: run.env.zeros };
}
