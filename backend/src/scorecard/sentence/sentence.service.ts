import { Inject, Injectable } from '@nestjs/common';
import type { Verdict } from '../../engine/index.js';
import { StandardService } from '../../standard/standard.service.js';
import type { RequirementSpec } from '../../standard/standard.types.js';
import { partLabel } from './part-label.js';
import { sentenceOf } from './sentence.js';

/** Sentences with the labels of the standard in force. */
@Injectable()
export class SentenceService {
  constructor(@Inject(StandardService) private readonly standard: StandardService) {}

  /** `asOf`: `YYYY-MM-DD`; `missing`: labels and unit names, empty when not asked for. */
  of(requirement: RequirementSpec, verdict: Verdict, asOf: string, missing: readonly string[] = []): string {
    return sentenceOf({
      requirement,
      verdict,
      asOf,
      missing,
      part: partLabel(requirement.rule, verdict.part),
      recordLabel: (type) => this.standard.recordType(type)?.label ?? type,
      evidenceLabel: (type) => this.standard.evidenceLabel(type),
    });
  }
}
