import { NO_DAY } from '../facts.types.js';
import { contextOf, day, judged, requirementOf } from '../testing/county.js';
import { AT_RISK, UNMET } from './codes.js';
import { Draft, toVerdict } from './draft.js';
import { Finding } from './finding.js';

const filled = () => {
  const draft = new Draft().say(AT_RISK, 'expiring').count(1, 2, 3).span(4, 5, 6);
  draft.part = 7;
  draft.any = true;
  return draft;
};

describe('a cell that is judged after another one', () => {
  it('is told nothing of what was found for the other', () => {
    const fresh = new Finding();
    const used = new Finding();
    used.fulfilled = used.any = used.lacking = used.waiting = used.attribute = used.tolerated = true;
    used.expiring = used.expired = true;
    used.until = day('2026-11-24');
    used.absent = used.unknown = used.toleratedAs = 'sheetMissing';
    used.measured = used.of = used.required = used.part = 1;
    expect({ ...used.clear() }).toEqual({ ...fresh });
    expect(fresh).toMatchObject({
      fulfilled: false,
      any: false,
      until: NO_DAY,
      absent: null,
      toleratedAs: 'tolerated',
    });
  });
  it('says nothing of the verdict on the other', () => {
    expect({ ...filled().clear() }).toEqual({ ...new Draft() });
    expect(new Draft()).toMatchObject({ why: 'fulfilled', any: false, from: NO_DAY, to: NO_DAY, due: NO_DAY });
    expect({ ...new Draft().copy(filled()) }).toEqual({ ...filled() });
  });
});

describe('a verdict', () => {
  const of = (measured: number, required: number, part = -1) => {
    const draft = new Draft().say(UNMET, 'short').count(measured, NaN, required);
    draft.part = part;
    return toVerdict(draft);
  };
  it('is short by what is required and not there; by nothing where there is more, and by no number where one is unknown', () => {
    expect([of(1, 3), of(3, 3), of(5, 3), of(NaN, 3), of(3, NaN)].map(({ shortfall }) => shortfall)).toEqual([
      2,
      0,
      0,
      null,
      null,
    ]);
  });
  it('names the part that decided, the first among them', () => {
    expect([of(0, 0, -1), of(0, 0, 0), of(0, 0, 1)].map(({ part }) => part)).toEqual([null, 0, 1]);
    expect(toVerdict(filled())).toMatchObject({ outcome: 'atRisk', reason: 'expiring', measured: 1, of: 2, part: 7 });
  });
  it('has no required number where the standard does not give it on the day', () => {
    const yearly = requirementOf(
      { kind: 'count_per_period', period: 'calendar_year', count: { record: 'meeting' } },
      { numbers: { min: { unit: '次', says: null, values: { '2027-01-01': 2 } } } },
    );
    const meeting = { type: 'meeting', fields: { date: '2026-04-02' } };
    expect(judged(yearly, [meeting], contextOf('2026-11-24'))).toMatchObject({
      measured: 1,
      required: null,
      shortfall: null,
    });
  });
});
