import { NO_DAY, NONE } from '../facts.types.js';
import { Draft } from '../judge/draft.js';
import type { Run } from '../judge/env.js';
import { Finding } from '../judge/finding.js';
import { findStanding, standingCounts, type Standing } from '../judge/standing.js';
import { closedDecides, judgeWindow } from '../judge/steps.js';
import { windowsOf, type Window } from '../judge/window.js';
import { countsOf } from '../measures/gather.js';
import type { Paper, Rule, Selection } from '../rule.types.js';
import type { Verdict } from '../verdict.types.js';
import type { Detail, Judge, Sink } from './kind.js';

type DocumentsRule = Rule & { readonly kind: 'documents' };

/** All (or any) of the named papers: in force as a standing duty, or dated in the period (1.1.1.a, 1.1.1.c). */
export function documents(rule: DocumentsRule): Judge {
  const papers = rule.papers.map(selectionOf);
  return {
    judge: (run, sink) => judge(rule, papers, run, sink),
    detail: (run, verdict) => detail(rule, papers, run, verdict),
  };
}

function selectionOf(paper: Paper): Selection {
  const where = { doc_type: { any: [paper.type] }, ...paper.where };
  return { record: 'document', where, evidenced: true, ...(paper.wants === undefined ? {} : { wants: paper.wants }) };
}

function judge(rule: DocumentsRule, papers: readonly Selection[], run: Run, sink: Sink): void {
  const { running, closed } = windowsOf(run.env, rule.period, run.requirement.reporting);
  const now = papers.map((paper) => countsIn(run.on(running.at), paper, running));
  const before =
    closed === null || closed.phase === 'before'
      ? null
      : papers.map((paper) => countsIn(run.on(closed.at), paper, closed));
  const found = new Finding();
  const paper = new Finding();
  const first = new Draft();
  const second = new Draft();
  run.subjects.forEach((unit, place) => {
    judgeWindow(findPapers(rule, now, unit, found, paper), running, first);
    if (closed === null) return sink.put(place, first, null);
    judgeWindow(before === null ? found.clear() : findPapers(rule, before, unit, found, paper), closed, second);
    if (closedDecides(first, second)) sink.put(place, second, first);
    else sink.put(place, first, second);
  });
}

function countsIn(run: Run, paper: Selection, window: Window): Standing {
  if (window.unit === 'standing') return standingCounts(run, paper, window);
  const { approved, complete, withPending, lacking } = countsOf(run, paper, window);
  const none = run.env.take();
  const ends = { firstEnd: none, lastEnd: none, ended: none };
  return { inForce: approved, complete, lasting: complete, withPending, lacking, ...ends };
}

/** Adds up the papers: how many are there, and what stands in the way of the others. */
function findPapers(
  rule: DocumentsRule,
  counts: readonly Standing[],
  unit: number,
  all: Finding,
  one: Finding,
): Finding {
  const needed = rule.mode === 'all' ? counts.length : 1;
  // The first paper that ends breaks a duty that needs all of them; where any will do, the last one keeps it.
  const endOf = rule.mode === 'all' ? Math.min : Math.max;
  let there = 0;
  let steady = 0;
  let shown = 0;
  let waiting = 0;
  let present = 0;
  all.clear();
  counts.forEach((count, part) => {
    findStanding(count, unit, 1, one);
    if (one.fulfilled) there += 1;
    if (one.fulfilled && !one.expiring) steady += 1;
    if (one.until !== NO_DAY) all.until = all.until === NO_DAY ? one.until : endOf(all.until, one.until);
    if (one.fulfilled || one.attribute) shown += 1;
    if (one.fulfilled || one.attribute || one.waiting) waiting += 1;
    if (one.measured > 0) present += 1;
    all.any ||= one.any;
    all.expired ||= one.expired;
    if (!one.fulfilled && all.part < 0) all.part = part;
  });
  all.fulfilled = there >= needed;
  all.expiring = steady < needed;
  all.attribute = shown >= needed;
  all.waiting = waiting >= needed;
  if (all.fulfilled) all.part = NONE;
  all.measured = Math.min(present, needed);
  all.of = needed;
  all.required = needed;
  return all;
}

function detail(rule: DocumentsRule, papers: readonly Selection[], run: Run, verdict: Verdict): Detail {
  const { running, closed } = windowsOf(run.env, rule.period, run.requirement.reporting);
  const window = closed !== null && verdict.to === closed.to ? closed : running;
  const standing = window.unit === 'standing';
  const unit = run.subjects[0] ?? 0;
  const found = new Finding();
  const draft = new Draft();
  const parts = papers.map((paper, part) => {
    findStanding(countsIn(run.on(window.at), paper, window), unit, 1, found);
    const { outcome, measured } = run.outcomeOf(judgeWindow(found, window, draft));
    return { label: rule.papers[part]?.type ?? '', outcome, measured, of: 1, there: found.measured > 0 };
  });
  return {
    looks: papers.map((selection) => ({
      selection,
      from: standing ? NO_DAY : window.from,
      to: standing ? run.env.asOf : window.to,
      inForceOn: standing ? run.env.asOf : null,
    })),
    missing: parts.filter((part) => !part.there).map((part) => part.label),
    parts: parts.map(({ label, outcome, measured, of }) => ({ label, outcome, measured, of })),
  };
}
