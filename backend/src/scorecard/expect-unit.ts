import type { Sitting } from './judging.service.js';
import { unitAbsent, unitUnknown } from './scorecard.errors.js';

/** The unit has to exist on the as-of day. @throws DomainError scorecard.unitUnknown, scorecard.unitAbsent */
export function expectUnit({ book, units, asOf }: Pick<Sitting, 'book' | 'units' | 'asOf'>, code: string): void {
  if (units.byCode(code) !== null) return;
  const absence = book.absence(code, asOf);
  throw absence === null ? unitUnknown(code) : unitAbsent(absence, asOf);
}
