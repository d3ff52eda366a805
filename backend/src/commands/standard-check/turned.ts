import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { OUTCOMES, type Outcome } from '../../engine/index.js';
import { readConfig } from '../../platform/config/index.js';
import { JudgingService, OUTCOME_LABELS } from '../../scorecard/index.js';
import { openProgram } from '../../server.js';
import { UnitsService } from '../../units/index.js';

/** Outcomes of a county: requirement → unit as shown → outcome. */
export type Cells = ReadonlyMap<string, ReadonlyMap<string, Outcome>>;

const SHOWN = 50;

/** Judges the county in a data folder today by the standard in a seeds folder. The folder itself is only read: a copy is judged. */
export async function judgedBy(seedsDir: string, dataDir: string): Promise<Cells> {
  const copy = mkdtempSync(join(tmpdir(), 'standard-check-'));
  try {
    const source = new Database(join(dataDir, 'scorecard.db'), { readonly: true, fileMustExist: true });
    await source.backup(join(copy, 'scorecard.db'));
    source.close();
    const { CLOCK_TODAY, DEMO } = process.env;
    const config = readConfig({ CLOCK_TODAY, DEMO, DATA_DIR: copy, SEEDS_DIR: seedsDir, LOG_LEVEL: 'silent' });
    const { app, close } = await openProgram(config);
    const judging = app.get(JudgingService);
    const units = app.get(UnitsService);
    const sitting = await judging.sit(null);
    const board = judging.board(sitting);
    const cells = new Map<string, Map<string, Outcome>>();
    for (let cell = 0; cell < board.length; cell += 1) {
      const requirement = sitting.program.requirements[board.requirement[cell] ?? 0]?.id ?? '';
      const code = sitting.facts.layout.units[board.unit[cell] ?? 0]?.code ?? '';
      const outcome = OUTCOMES[board.outcome[cell] ?? 0] ?? 'noData';
      cells.set(
        requirement,
        (cells.get(requirement) ?? new Map<string, Outcome>()).set(units.displayName(code), outcome),
      );
    }
    await close();
    return cells;
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

/** Which cells turn: how many of each requirement, and the first 50 of them. */
export function turnedLines(before: Cells, after: Cells): readonly string[] {
  const counts: string[] = [];
  const cells: string[] = [];
  for (const requirement of new Set([...before.keys(), ...after.keys()])) {
    const [old, now] = [before.get(requirement), after.get(requirement)];
    const units = [...new Set([...(old?.keys() ?? []), ...(now?.keys() ?? [])])];
    const turned = units.filter((unit) => old?.get(unit) !== now?.get(unit));
    if (turned.length === 0) continue;
    counts.push(`  ${requirement}：${turned.length} 格`);
    for (const unit of turned)
      cells.push(`  ${unit} ${requirement}：${label(old?.get(unit))} → ${label(now?.get(unit))}`);
  }
  if (cells.length === 0) return ['按今天的数据，没有一格的判定改变'];
  const more = cells.length > SHOWN ? [`  …… 另有 ${cells.length - SHOWN} 格`] : [];
  return [`按今天的数据，${cells.length} 格的判定改变：`, ...counts, '其中：', ...cells.slice(0, SHOWN), ...more];
}

function label(outcome: Outcome | undefined): string {
  return outcome === undefined ? '（不考核）' : OUTCOME_LABELS[outcome];
}
