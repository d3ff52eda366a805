import type { CoverageOf, ItemSource, Measure } from '../rule.types.js';
import type { Checker } from './checker.js';

/** The measures of a coverage. */
export function checkCoverage(checker: Checker, of: CoverageOf): void {
  const path = 'rule.of';
  switch (of.type) {
    case 'share':
      checker.selection(`${path}.among`, of.among);
      checker.attachments(`${path}.having.attachments`, of.having.attachments);
      checker.where(`${path}.having.where`, of.among.record, of.having.where);
      if (of.having.linked !== undefined) {
        checker.selection(`${path}.having.linked.of`, of.having.linked.of);
        checker.field(`${path}.having.linked.field`, of.having.linked.of.record, of.having.linked.field, ['record']);
      }
      return;
    case 'items':
      if (of.items.length === 0) checker.say(`${path}.items`, 'emptyList', 'items');
      of.sources.forEach((source, at) => checkSource(checker, `${path}.sources.${at}`, source, of.items));
      return;
    case 'reported':
      return checkReported(checker, of);
    case 'pairs':
      checker.selection(`${path}.of`, of.of);
      if (of.zeroFlag !== undefined) checker.field(`${path}.zeroFlag`, of.of.record, of.zeroFlag, ['flag']);
      of.pairs.forEach((pair, at) => {
        checker.numberField(`${path}.pairs.${at}.numerator`, of.of.record, pair.numerator);
        checker.numberField(`${path}.pairs.${at}.denominator`, of.of.record, pair.denominator);
      });
      return;
    case 'ratio':
      checkMeasure(checker, `${path}.numerator`, of.numerator);
      checkMeasure(checker, `${path}.denominator`, of.denominator);
      return;
  }
}

function checkReported(checker: Checker, of: CoverageOf & { readonly type: 'reported' }): void {
  const path = 'rule.of';
  const { record } = of.of;
  checker.selection(`${path}.of`, of.of);
  checker.numberField(`${path}.numerator`, record, of.numerator);
  checker.numberField(`${path}.denominator`, record, of.denominator);
  if (of.zeroFlag !== undefined) checker.field(`${path}.zeroFlag`, record, of.zeroFlag, ['flag']);
  if (of.by !== undefined) {
    const field = checker.field(`${path}.by.field`, record, of.by.field, ['choice']);
    checker.optionsOf(`${path}.by.categories`, field, of.by.categories);
  }
  if (of.needsHome !== undefined) {
    const field = checker.field(`${path}.needsHome`, 'facility', 'facility_type', ['choice']);
    checker.optionsOf(`${path}.needsHome`, field, of.needsHome);
  }
}

function checkSource(checker: Checker, path: string, source: ItemSource, items: readonly string[]): void {
  checker.selection(`${path}.of`, source.of);
  if (source.field !== undefined) {
    const field = checker.field(`${path}.field`, source.of.record, source.field, ['choice', 'choices']);
    if (field !== null && !items.some((item) => field.options?.includes(item)))
      checker.say(`${path}.field`, 'unknownItem', source.field);
  }
  if (source.item !== undefined && !items.includes(source.item))
    checker.say(`${path}.item`, 'unknownItem', source.item);
  for (const [item, field] of Object.entries(source.fields ?? {})) {
    if (!items.includes(item)) checker.say(`${path}.fields.${item}`, 'unknownItem', item);
    checker.numberField(`${path}.fields.${item}`, source.of.record, field);
  }
}

function checkMeasure(checker: Checker, path: string, measure: Measure): void {
  if ('number' in measure) return checker.number(path, measure.number);
  if ('units' in measure) return checker.subjects(`${path}.units`, measure.units);
  if ('count' in measure) return checker.selection(`${path}.count`, measure.count);
  if ('distinct' in measure) {
    checker.selection(`${path}.distinct`, measure.distinct);
    checker.field(`${path}.field`, measure.distinct.record, measure.field, ['unit', 'units', 'unitCounts']);
    return checker.subjects(`${path}.among`, measure.among);
  }
  const selection = 'sum' in measure ? measure.sum : measure.latest;
  checker.selection(path, selection);
  checker.field(`${path}.field`, selection.record, measure.field, ['integer', 'decimal', 'money', 'unitCounts']);
}
