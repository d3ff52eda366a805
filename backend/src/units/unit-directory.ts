import type { UnitRow } from './units.types.js';

/** The tree of units as a value: names, parents and subtrees, all looked up in memory. */
export class UnitDirectory {
  private readonly codes = new Map<string, UnitRow>();
  private readonly childCodes = new Map<string, string[]>();
  private readonly names = new Map<string, Set<string>>();
  private readonly shortNameUses = new Map<string, number>();

  /** `units` in list order: a parent stands before its children. */
  constructor(readonly units: readonly UnitRow[]) {
    for (const unit of units) {
      this.codes.set(unit.code, unit);
      if (unit.parentCode !== null) push(this.childCodes, unit.parentCode, unit.code);
      this.shortNameUses.set(unit.shortName, (this.shortNameUses.get(unit.shortName) ?? 0) + 1);
      for (const name of [unit.code, unit.shortName, unit.name, ...unit.aliases]) this.addName(name, unit.code);
    }
    for (const unit of units) this.addNamesWithParent(unit);
  }

  /** The root: the county itself. Null only in an empty directory. */
  get county(): UnitRow | null {
    return this.units.find((unit) => unit.parentCode === null) ?? null;
  }

  byCode(code: string): UnitRow | null {
    return this.codes.get(code) ?? null;
  }

  /** Direct children in list order. */
  children(code: string): readonly UnitRow[] {
    return (this.childCodes.get(code) ?? []).flatMap((child) => this.codes.get(child) ?? []);
  }

  /** The unit and everything below it, parents first; empty for an unknown code. */
  subtree(code: string): readonly UnitRow[] {
    const unit = this.codes.get(code);
    if (unit === undefined) return [];
    return [unit, ...this.children(code).flatMap((child) => this.subtree(child.code))];
  }

  /** Whether `code` lies in the subtree of `root` (a unit lies in its own). */
  isWithin(code: string, root: string): boolean {
    for (let unit = this.byCode(code); unit !== null; unit = this.parentOf(unit)) if (unit.code === root) return true;
    return false;
  }

  parentOf(unit: UnitRow): UnitRow | null {
    return unit.parentCode === null ? null : this.byCode(unit.parentCode);
  }

  /**
   * Finds a unit by what people write: code, short name, full name, alias, or `历山街道/历山` where a short name alone
   * would fit several. Spaces and the kind of stroke do not matter. Null when none or more than one fits.
   */
  find(written: string): UnitRow | null {
    const found = this.candidates(written);
    return found.length === 1 ? (found[0] ?? null) : null;
  }

  /** All units that fit what was written, in list order. */
  candidates(written: string): readonly UnitRow[] {
    const codes = this.names.get(normal(written));
    return codes === undefined ? [] : [...codes].flatMap((code) => this.codes.get(code) ?? []);
  }

  /** The unit with exactly this short name, or `镇/村`; null when none or not unique. */
  byShortName(shortName: string): UnitRow | null {
    const own = this.units.filter((unit) => unit.shortName === shortName);
    return own.length === 1 ? (own[0] ?? null) : this.find(shortName);
  }

  /** Short name, with the town before it where the short name is not unique: 历山街道和源. */
  displayName(code: string): string {
    const unit = this.byCode(code);
    if (unit === null) return code;
    const parent = this.parentOf(unit);
    const unique = this.shortNameUses.get(unit.shortName) === 1;
    return unique || parent === null ? unit.shortName : `${parent.shortName}${unit.shortName}`;
  }

  private addName(name: string, code: string): void {
    const key = normal(name);
    const codes = this.names.get(key) ?? new Set<string>();
    codes.add(code);
    this.names.set(key, codes);
  }

  private addNamesWithParent(unit: UnitRow): void {
    const parent = this.parentOf(unit);
    if (parent === null || parent.parentCode === null) return;
    for (const town of [parent.shortName, parent.name]) {
      for (const own of [unit.shortName, unit.name]) {
        this.addName(`${town}/${own}`, unit.code);
        this.addName(`${town}${own}`, unit.code);
      }
    }
  }
}

function normal(name: string): string {
  return name
    .replace(/\s+/gu, '')
    .replace(/[／\\·]/gu, '/')
    .replace(/[（]/gu, '(')
    .replace(/[）]/gu, ')');
}

function push(map: Map<string, string[]>, key: string, value: string): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}
