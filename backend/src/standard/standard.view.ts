import { KIND_LABELS } from './kind-labels.js';
import { subjectWords } from './rule-text/words.js';
import { recordTypesRead } from './rule-reading.js';
import type { ClauseDto, RecordTypeListDto, RequirementDto, StandardDto, TopicDto } from './standard.dto.js';
import type { StandardService } from './standard.service.js';
import type { ClauseSpec, RequirementSpec, TopicSpec } from './standard.types.js';

/** The standard as the pages read it; numbers are those in force on `today` (`YYYY-MM-DD`). */
export function standardView(service: StandardService, today: string): StandardDto {
  const { standard } = service;
  const { id, title, version, inForceFrom, hash, printedTitle, printedColumns } = standard;
  return {
    id,
    title,
    version,
    inForceFrom,
    hash,
    printedTitle,
    printedColumns,
    projects: standard.projects.map((name) => ({
      name,
      topics: standard.topicSpecs.filter((topic) => topic.project === name).map((t) => topicView(service, t, today)),
    })),
    parameters: standard.parameters.map((parameter) => ({
      ...parameter,
      value: service.parameterOn(parameter.id, today),
      reason: parameter.reason ?? null,
    })),
    evidenceTypes: standard.evidenceTypes.map((type) => ({ ...type, hint: type.hint ?? null })),
  };
}

function topicView(service: StandardService, topic: TopicSpec, today: string): TopicDto {
  const veto = topic.project === service.standard.vetoProject;
  return {
    name: topic.topic,
    order: topic.order,
    project: topic.project,
    printedTopic: topic.printedTopic,
    responsibility: responsibilityView(topic),
    clauses: topic.clauses.map((clause) => clauseView(service, clause, veto, today)),
  };
}

/** 责任分工 of a topic as the pages read it. */
export function responsibilityView(topic: TopicSpec): TopicDto['responsibility'] {
  const { lead, responsible, cell, printed, continuedFrom } = topic.responsibility;
  return { lead, responsible, cell, printed, continuedFrom: continuedFrom ?? null };
}

function clauseView(service: StandardService, clause: ClauseSpec, veto: boolean, today: string): ClauseDto {
  return {
    id: clause.id,
    mark: clause.mark,
    text: clause.text,
    veto,
    readings: clause.readings.map(({ id, question, options, default: byDefault, note, reason }) => ({
      id,
      question,
      options,
      default: byDefault,
      note: note ?? null,
      reason: reason ?? null,
    })),
    requirements: clause.requirements.map((requirement) => requirementView(service, requirement, today)),
  };
}

/** A requirement as the pages read it; its numbers are those in force on `today`. */
export function requirementView(service: StandardService, requirement: RequirementSpec, today: string): RequirementDto {
  const { id, title, basis, subjects, dataOwner, strength, cap, rule, evidence, selfReported } = requirement;
  return {
    id,
    title,
    basis,
    subjects,
    subjectText: subjectWords(subjects),
    dataOwner,
    strength,
    cap,
    kind: rule.kind,
    kindLabel: KIND_LABELS[rule.kind],
    period: rule.period,
    numbers: Object.entries(requirement.numbers).map(([name, { unit, says, use }]) => ({
      name,
      unit,
      says,
      value: service.numberOn(requirement, name, today),
      use: use ?? null,
    })),
    evidence,
    ruleText: service.ruleText(requirement, today),
    recordTypes: [...recordTypesRead(rule)],
    selfReported,
    note: requirement.note ?? null,
    examples: requirement.examples.map(({ title: name, asOf, expect }) => ({
      title: name,
      asOf,
      outcome: expect.outcome,
    })),
  };
}

/** The record types as the forms read them. */
export function recordTypesView(service: StandardService): RecordTypeListDto {
  return {
    recordTypes: service.standard.recordTypes.map((type) => ({
      id: type.id,
      label: type.label,
      group: type.group,
      note: type.note,
      owners: type.owners,
      evidence: type.evidence.map((id) => ({ id, label: service.evidenceLabel(id) })),
      fields: type.fields,
      countsToward: [...service.countsToward(type.id)],
      titleFields: type.titleFields,
      dayField: type.dayField,
      untilField: type.untilField ?? null,
    })),
  };
}
