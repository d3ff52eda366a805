import { NONE } from '../facts.types.js';
import { isWorsePart, NOT_APPLICABLE } from './codes.js';
import { Draft } from './draft.js';
import { Finding } from './finding.js';
import { judgeWindow } from './steps.js';
import type { Window } from './window.js';

/** Judges the parts of a cell (categories, pairs) one by one; the worst decides, one that does not apply stands back. */
export class PartJudge {
  private readonly found = new Finding();
  private readonly one = new Draft();

  /** `find` fills the finding of a part. `several`: whether the deciding part is named. */
  judge(
    parts: number,
    several: boolean,
    window: Window,
    find: (part: number, found: Finding) => void,
    draft: Draft,
  ): Draft {
    draft.clear();
    let any = false;
    for (let part = 0; part < parts; part += 1) {
      this.found.clear();
      find(part, this.found);
      this.found.part = several ? part : NONE;
      judgeWindow(this.found, window, this.one);
      any ||= this.one.any;
      const neutral = part === 0 || (draft.outcome === NOT_APPLICABLE && this.one.outcome !== NOT_APPLICABLE);
      if (neutral || isWorsePart(this.one.outcome, draft.outcome)) draft.copy(this.one);
    }
    draft.any = any;
    return draft;
  }
}
