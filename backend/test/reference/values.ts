import type { RecordFact, Reference, Requirement, Rule, Selection, UnitFact } from '../../src/engine/index.js';
import { eventsIn, waitingIn } from './events.js';
import { newest } from './measures.js';
import { num } from './records.js';
import { periodAround, plusDays, plusMonths, type Span } from './time.js';
import { ofPeriods, reportingDay, step, windowsOf, worst, type Said, type Window } from './verdict.js';
import { numberOn, parameter, type World } from './world.js';

type ValueRule = Extract<Rule, { kind: 'value_compare' }>;

interface Cell {
  readonly world: World;
  readonly requirement: Requirement;
  readonly rule: ValueRule;
  readonly unit: UnitFact;
  readonly window: Window;
}

/** What a value is against one number that it is held to. */
type Held = 'holds' | 'equal' | 'stale' | 'tolerated' | 'short' | 'missing';

interface Line {
  readonly value: number;
  readonly stale: boolean;
}

/** A value as a fraction; a plain value is one of 1. */
interface Fraction {
  readonly top: number;
  readonly bottom: number;
}

/** The row that holds in a stretch of time; `union`: also one that waits and was handed in on time. */
function rowIn(cell: Cell, of: Selection, span: Span, category: string | null, union: boolean): RecordFact | undefined {
  const { world, requirement, unit, window } = cell;
  const stretch = { ...window, ...span };
  const found = eventsIn(world, requirement, of, unit, stretch, window.at);
  const all = union ? [...found, ...waitingIn(world, requirement, of, unit, stretch)] : found;
  return newest(
    all.filter((row) => category === null || row.fields['category'] === category),
    world,
  );
}

function read(rule: ValueRule, row: RecordFact | undefined): Fraction | null {
  if (row === undefined) return null;
  const top = num(row, rule.as === 'ratio' ? 'numerator' : 'value');
  const bottom = rule.as === 'ratio' ? num(row, 'denominator') : 1;
  return top === null || bottom === null || bottom === 0 ? null : { top, bottom };
}

/** Averages (省, 市) stand beside the county's own value under the same conditions; any bureau may register them. */
const ofLevel = (of: Selection, level: string): Selection => ({
  ...of,
  from: 'county',
  where: { ...of.where, level: { any: [level] } },
});

/** A benchmark of the same period, else of the newest earlier year within the lag, which is stale. */
function benchmark(cell: Cell, level: string, category: string | null, union: boolean): Line | null {
  const lag = parameter(cell.world, 'benchmark_max_lag_years');
  for (let years = 0; years <= lag; years += 1) {
    const span = periodAround(cell.rule.period, plusMonths(cell.window.from, -12 * years));
    const found = read(cell.rule, rowIn(cell, ofLevel(cell.rule.of, level), span, category, union));
    if (found !== null) return { value: found.top / found.bottom, stale: years > 0 };
  }
  return null;
}

/** The numbers to hold to; null: there should be one and is none. */
function linesOf(cell: Cell, reference: Reference, category: string | null, union: boolean): (Line | null)[] {
  if (reference.type === 'number')
    return [{ value: numberOn(cell.world, cell.requirement, reference.number, cell.window.at), stale: false }];
  if (reference.type === 'benchmarks') return reference.levels.map((level) => benchmark(cell, level, category, union));
  const before = periodAround(cell.rule.period, plusDays(cell.window.from, -1));
  const found = read(cell.rule, rowIn(cell, cell.rule.of, before, category, union));
  return [found === null ? null : { value: found.top / found.bottom, stale: false }];
}

function hold(cell: Cell, own: Fraction, line: Line | null): Held {
  if (line === null) return 'missing';
  // A number carried over from an earlier year decides nothing: at risk, whatever it says (3.4.1.Q3).
  if (line.stale) return 'stale';
  const { rule, world, requirement, window } = cell;
  const percent = rule.as === 'ratio' ? 100 : 1;
  const side = own.top * percent - line.value * own.bottom;
  const well = rule.compare === 'above' ? side > 0 : rule.compare === 'atMost' ? side <= 0 : side >= 0;
  if (well) return 'holds';
  if (side === 0 && rule.equalIs === 'atRisk') return 'equal';
  const tolerance = numberOn(world, requirement, 'tolerance', window.at);
  const slack = side + tolerance * own.bottom;
  return rule.compare !== 'atMost' && slack >= 0 ? 'tolerated' : 'short';
}

interface Part {
  readonly said: Said;
  readonly reported: boolean;
  /** Would hold with what waits. */
  readonly waiting: boolean;
  /** Neither reported nor waiting. */
  readonly nothing: boolean;
}

const WORST: readonly Held[] = ['short', 'missing', 'tolerated', 'equal', 'stale', 'holds'];

/** All benchmarks have to hold, or any of them. */
function heldBy(cell: Cell, own: Fraction, category: string | null, union: boolean): Held {
  const { reference } = cell.rule;
  const held = linesOf(cell, reference, category, union).map((line) => hold(cell, own, line));
  const order = reference.type === 'benchmarks' && reference.mode === 'any' ? [...WORST].reverse() : WORST;
  return order.find((entry) => held.includes(entry))!;
}

const noneEligible = (row: RecordFact | undefined): boolean => row?.fields['none_eligible'] === true;

function partOf(cell: Cell, category: string | null): Part {
  const { world, requirement, rule, window } = cell;
  const row = rowIn(cell, rule.of, window, category, false);
  const withWaiting = rowIn(cell, rule.of, window, category, true);
  if (noneEligible(row)) return { said: { outcome: 'notApplicable' }, reported: true, waiting: false, nothing: false };
  const own = read(rule, row);
  const held = own === null ? null : heldBy(cell, own, category, false);
  const then = read(rule, withWaiting);
  const heldThen = then === null ? null : heldBy(cell, then, category, true);
  const waiting = noneEligible(withWaiting) || heldThen === 'holds';
  const later = reportingDay(world, requirement, window) > window.to;
  const nothing = withWaiting === undefined;
  const { outcome } = step(
    // The cap is the cell's, not the category's.
    { ...requirement, cap: 'none' },
    window.phase,
    {
      fulfilled: held === 'holds',
      waiting,
      tolerated: held === 'tolerated' || held === 'equal' || held === 'stale',
      nothing,
    },
    later,
  );
  // A row that says no number, and a number with nothing to compare it to, are no shortfall but silence.
  const silent = row !== undefined && (own === null || held === 'missing');
  const asked = window.phase === 'grace' || window.phase === 'after';
  const said: Said = { outcome: silent && asked && !waiting ? 'noData' : outcome };
  return {
    said: own === null ? said : { ...said, measured: shown(cell, own) },
    reported: row !== undefined,
    waiting,
    nothing,
  };
}

const shown = ({ rule }: Cell, own: Fraction): number =>
  rule.as === 'ratio' ? (own.top * 100) / own.bottom : own.top / own.bottom;

function inWindow(cell: Cell): Said {
  const parts = (cell.rule.categories ?? [null]).map((category) => partOf(cell, category));
  const someReported = parts.some(({ reported }) => reported);
  // A category left out while others are reported is silence, also after the grace days (0010).
  const asked = cell.window.phase === 'grace' || cell.window.phase === 'after';
  const said = parts.map(({ said, reported, waiting }): Said =>
    asked && someReported && !reported && !waiting ? { outcome: 'noData' } : said,
  );
  const found = worstOf(said);
  if (found.outcome === 'met' && said.some(({ outcome }) => outcome === 'notDue')) return { outcome: 'notDue' };
  // Capped: once something was reported its worst is at risk (0002).
  if (found.outcome !== 'unmet' || cell.requirement.cap === 'none') return found;
  return { ...found, outcome: parts.every(({ nothing }) => nothing) ? 'noData' : 'atRisk', uncapped: 'unmet' };
}

/** The worst, with its numbers where only one has that outcome: which of several is shown is nowhere said. */
function worstOf(said: readonly Said[]): Said {
  const found = worst(said);
  return said.filter(({ outcome }) => outcome === found.outcome).length === 1 ? found : { outcome: found.outcome };
}

/** A value of the county against a number, its own of the period before, or the averages of province and city. */
export function values(world: World, requirement: Requirement, rule: ValueRule, unit: UnitFact): Said {
  return ofPeriods(
    windowsOf(world, requirement, rule.period).map((window): Said =>
      window === null ? { outcome: 'notApplicable' } : inWindow({ world, requirement, rule, unit, window }),
    ),
  );
}
