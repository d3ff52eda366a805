import type { Facts } from './facts/facts.js';
import { NO_DATA, NOT_DUE, reasonCode } from './judge/codes.js';
import { toVerdict, type Draft } from './judge/draft.js';
import { Env, Run } from './judge/env.js';
import { finish } from './judge/finish.js';
import { villageSizes } from './judge/sizes.js';
import type { Sink } from './kinds/kind.js';
import { groupsOf, type SubjectGroup } from './judge/groups.js';
import type { CompiledRequirement, Program } from './program.js';
import { NO_DAY } from './facts.types.js';
import type { Board, Context, Reason, Verdict } from './verdict.types.js';

/** An empty board for a program; `evaluate` can fill it again and again. */
export function createBoard(program: Program): Board {
  const length = program.cells.unit.length;
  return {
    asOf: NO_DAY,
    length,
    requirement: program.cells.requirement,
    unit: program.cells.unit,
    outcome: new Uint8Array(length),
    reason: new Uint8Array(length),
    measured: new Float64Array(length),
    of: new Float64Array(length),
    required: new Float64Array(length),
    from: new Int32Array(length),
    to: new Int32Array(length),
    due: new Int32Array(length),
    part: new Int16Array(length),
  };
}

/** Judges every cell on the as-of day. Nothing is kept but the rows of the selections; a board may be passed in for reuse. */
export function evaluate(program: Program, facts: Facts, context: Context, into: Board = createBoard(program)): Board {
  const board: Board = { ...into, asOf: context.asOf };
  const blank = blankReason(context);
  if (blank !== null) return blankBoard(board, blank);
  const env = new Env(facts, context);
  const sizes = villageSizes(env);
  for (const compiled of program.compiled) {
    for (const group of groupsOf(compiled, env)) {
      const sink = new BoardSink(board, sizes, compiled, group);
      compiled.judge.judge(new Run(group.env, compiled.requirement, group.subjects), sink);
      group.env.release();
    }
  }
  return board;
}

/** Why nothing is judged at all: the campaign's start is not set, or lies ahead. */
export function blankReason(context: Context): Reason | null {
  if (context.start === null) return 'startUnknown';
  return context.asOf < context.start ? 'beforeStart' : null;
}

function blankBoard(board: Board, reason: Reason): Board {
  board.outcome.fill(NOT_DUE);
  board.reason.fill(reasonCode(reason));
  for (const column of [board.measured, board.of, board.required]) column.fill(NaN);
  for (const column of [board.from, board.to, board.due]) column.fill(NO_DAY);
  board.part.fill(-1);
  return board;
}

/** Writes the drafts of one requirement's subjects into the columns of the board. */
class BoardSink implements Sink {
  constructor(
    private readonly board: Board,
    private readonly sizes: Uint8Array,
    private readonly compiled: CompiledRequirement,
    private readonly group: SubjectGroup,
  ) {}

  put(place: number, draft: Draft): void {
    const { board, compiled, group } = this;
    const unit = group.subjects[place] ?? 0;
    const cell = compiled.offset + (group.places?.[place] ?? place);
    finish(group.env, compiled, this.sizes, unit, draft);
    board.outcome[cell] = draft.outcome;
    board.reason[cell] = draft.reason;
    board.measured[cell] = draft.measured;
    board.of[cell] = draft.of;
    board.required[cell] = draft.required;
    board.from[cell] = draft.from;
    board.to[cell] = draft.to;
    board.due[cell] = draft.due;
    board.part[cell] = draft.part;
  }
}

/** Place of a cell on the board; -1 when the unit is not judged by the requirement. */
export function cellOf(program: Program, requirement: string, unit: number): number {
  const compiled = program.byId.get(requirement);
  if (compiled === undefined) return -1;
  const place = compiled.subjects.indexOf(unit);
  return place < 0 ? -1 : compiled.offset + place;
}

/** The verdict of a cell of the board as a value. */
export function verdictAt(board: Board, cell: number): Verdict {
  return toVerdict({
    outcome: board.outcome[cell] ?? NO_DATA,
    reason: board.reason[cell] ?? 0,
    measured: board.measured[cell] ?? NaN,
    of: board.of[cell] ?? NaN,
    required: board.required[cell] ?? NaN,
    from: board.from[cell] ?? NO_DAY,
    to: board.to[cell] ?? NO_DAY,
    due: board.due[cell] ?? NO_DAY,
    part: board.part[cell] ?? -1,
  });
}
