import type { StandardService } from '../standard.service.js';
import type { ClauseSpec, ReadingSpec, RequirementSpec, TopicSpec } from '../standard.types.js';
import { requirementView, responsibilityView } from '../standard.view.js';
import { effectWords, READING_KIND_LABELS, readingKind } from '../variants/effect.js';
import type { ClauseDetailDto, ReadingDetailDto } from './clause.dto.js';
import { exampleView } from './example.view.js';

/** A clause with everything to show beside it; numbers and effects are those of `today` (`YYYY-MM-DD`). */
export function clauseDetail(
  service: StandardService,
  topic: TopicSpec,
  clause: ClauseSpec,
  today: string,
): ClauseDetailDto {
  return {
    id: clause.id,
    mark: clause.mark,
    text: clause.text,
    project: topic.project,
    topic: topic.topic,
    veto: topic.project === service.standard.vetoProject,
    responsibility: responsibilityView(topic),
    readings: clause.readings.map((reading) => readingView(service, reading, today)),
    requirements: clause.requirements.map((requirement) => ({
      ...requirementView(service, requirement, today),
      numbers: numbersOf(service, requirement, today),
      examples: requirement.examples.map((example) => exampleView(service, example)),
    })),
  };
}

/** A reading with the words of what each option changes. */
export function readingView(service: StandardService, reading: ReadingSpec, today: string): ReadingDetailDto {
  const kind = readingKind(reading);
  return {
    id: reading.id,
    question: reading.question,
    kind,
    kindLabel: READING_KIND_LABELS[kind],
    default: reading.default,
    options: reading.options.map((text, index) => ({
      option: index + 1,
      text,
      isDefault: index + 1 === reading.default,
      effect: [...effectWords(service, reading, index + 1, today)],
    })),
    note: reading.note ?? null,
    reason: reading.reason ?? null,
    recorded: reading.recorded ?? null,
  };
}

function numbersOf(service: StandardService, requirement: RequirementSpec, today: string) {
  return Object.entries(requirement.numbers).map(([name, { unit, says, use, values }]) => ({
    name,
    unit,
    says,
    value: service.numberOn(requirement, name, today),
    use: use ?? null,
    values: { ...(values ?? service.parameters[use ?? '']) },
  }));
}
