import type { RecordFact, Requirement, Rule, Selection, UnitFact } from '../../src/engine/index.js';
import { anything, boundOf, eventsIn, waitingIn } from './events.js';
import { fitsAll } from './records.js';
import { type Held, begun } from './standing.js';
import { plusDays } from './time.js';
import { type Said, type Window, standingWindow, step, windowsOf, ofPeriods } from './verdict.js';
import { type World, parameter } from './world.js';

interface PaperState {
  /** There with all its attributes; `lasting`: and not about to run out. */
  readonly whole: boolean;
  readonly lasting: boolean;
  readonly there: boolean;
  readonly waits: boolean;
  readonly nothing: boolean;
}

export function documents(
  world: World,
  requirement: Requirement,
  rule: Extract<Rule, { kind: 'documents' }>,
  unit: UnitFact,
): Said {
  const selections = rule.papers.map((paper): Selection => ({
    record: 'document',
    evidenced: true,
    where: { doc_type: { any: [paper.type] }, ...paper.where },
    wants: paper.wants,
  }));
  const needed = rule.mode === 'all' ? selections.length : 1;
  const each = (window: Window | null): Said => {
    if (window === null) return { outcome: 'notApplicable' };
    const papers = selections.map((selection) => paperIn(world, requirement, selection, unit, window, rule.period));
    const enough = (test: (paper: PaperState) => boolean) => papers.filter(test).length >= needed;
    if (enough((paper) => paper.whole)) return { outcome: enough((paper) => paper.lasting) ? 'met' : 'atRisk' };
    return step(requirement, window.phase, {
      fulfilled: false,
      waiting: enough((paper) => paper.there || paper.waits),
      tolerated: enough((paper) => paper.there),
      nothing: papers.every((paper) => paper.nothing),
    });
  };
  if (rule.period === 'standing') return each(standingWindow(world));
  return ofPeriods(windowsOf(world, requirement, rule.period).map(each));
}

function paperIn(
  world: World,
  requirement: Requirement,
  selection: Selection,
  unit: UnitFact,
  window: Window,
  period: string,
): PaperState {
  const complete = (record: RecordFact) =>
    fitsAll(world, selection.wants, record, boundOf(world, requirement, window.at));
  if (period !== 'standing') {
    const counted = eventsIn(world, requirement, selection, unit, window, window.at);
    const union = waitingIn(world, requirement, selection, unit, window);
    const whole = counted.some(complete);
    const nothing = union.length === 0 && !anything(world, requirement, selection, unit, window);
    return { whole, lasting: whole, there: counted.length > 0, waits: union.length > 0, nothing };
  }
  const all = begun(world, requirement, selection, unit, ['approved']);
  const holds = ({ end }: Held) => end === null || end >= world.asOf;
  const current = all.filter(holds);
  const soon = plusDays(world.asOf, parameter(world, 'expiry_warn_days'));
  const whole = current.filter(({ record }) => complete(record));
  const bare = { ...selection, evidenced: undefined };
  // Handed in on time: inside the grace days, or those after the end of the paper before it.
  const grace = parameter(world, 'period_grace_days');
  const ends = all.flatMap(({ end }) => (end !== null && end < world.asOf ? [plusDays(end, grace)] : []));
  const last = [window.graceEnd, ...ends].sort().at(-1)!;
  const waits = begun(world, requirement, selection, unit, ['pending'])
    .filter(holds)
    .some(({ record }) => record.submittedOn <= last);
  const lacking = begun(world, requirement, bare, unit, ['approved']).filter(holds);
  return {
    whole: whole.length > 0,
    lasting: whole.some(({ end }) => end === null || end > soon),
    there: current.length > 0,
    waits,
    nothing: all.length === 0 && !waits && lacking.length === 0,
  };
}
