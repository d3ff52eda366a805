import type { Having, ItemSource, Measure, Rule } from '../../engine/index.js';
import {
  attachmentWords,
  fieldLabel,
  lineWords,
  numberWords,
  periodWords,
  selectionWords,
  subjectWords,
  type Telling,
  whereWords,
} from './words.js';

type Coverage = Extract<Rule, { kind: 'coverage' }>;
type Of<T extends Coverage['of']['type']> = Extract<Coverage['of'], { type: T }>;

/** 本年内，被覆盖的村数 ÷ 村数 不少于 100%（不足但不少于 90% 为预警）. */
export function coverageText(rule: Coverage, telling: Telling): string {
  return `${periodWords(rule.period)}${fraction(rule.of, telling)}${lineWords('target', 'yellow', telling)}`;
}

function fraction(of: Coverage['of'], telling: Telling): string {
  switch (of.type) {
    case 'share':
      return `${selectionWords(of.among, telling)}中${havingWords(of.having, of.among.record, telling)}的占比`;
    case 'items':
      return itemsText(of, telling);
    case 'reported':
      return reportedText(of, telling);
    case 'pairs':
      return pairsText(of, telling);
    case 'ratio':
      return `${measureWords(of.numerator, telling)} ÷ ${measureWords(of.denominator, telling)} `;
  }
}

function havingWords(having: Having, record: string, telling: Telling): string {
  const linked = having.linked;
  return [
    ...attachmentWords(having.attachments, telling),
    ...whereWords(having.where, record, telling),
    ...(linked === undefined ? [] : [`有对应的${selectionWords(linked.of, telling)}`]),
  ].join('，并且');
}

function itemsText(of: Of<'items'>, telling: Telling): string {
  const sources = of.sources.map((source) => sourceWords(source, telling)).join('；');
  return `${of.items.join('、')}共 ${of.items.length} 项（凭${sources}）中已覆盖的占比`;
}

function sourceWords(source: ItemSource, telling: Telling): string {
  const selection = selectionWords(source.of, telling);
  if (source.item !== undefined) return `${selection}算“${source.item}”`;
  if (source.field !== undefined) return `${selection}的“${fieldLabel(source.of.record, source.field, telling)}”`;
  const fields = Object.entries(source.fields ?? {});
  const pairs = fields.map(([item, field]) => `${fieldLabel(source.of.record, field, telling)}大于 0 算“${item}”`);
  return pairs.length === 0 ? selection : `${selection}的${pairs.join('、')}`;
}

function reportedText(of: Of<'reported'>, telling: Telling): string {
  const label = (field: string) => fieldLabel(of.of.record, field, telling);
  const remarks = [
    ...(of.by === undefined ? [] : [`按${label(of.by.field)}（${of.by.categories.join('、')}）逐类计算，看最低的一类`]),
    ...(of.zeroFlag === undefined ? [] : [`“${label(of.zeroFlag)}”的不计`]),
    ...(of.needsHome === undefined ? [] : [`没有在用的${of.needsHome.join('或')}服务的按 0 计`]),
  ];
  const inside = remarks.length === 0 ? '' : `（${remarks.join('；')}）`;
  return `${selectionWords(of.of, telling)}的“${label(of.numerator)}”占“${label(of.denominator)}”${inside}的比例`;
}

function pairsText(of: Of<'pairs'>, telling: Telling): string {
  const label = (field: string) => fieldLabel(of.of.record, field, telling);
  const pairs = of.pairs.map((pair) => `${pair.label}：${label(pair.numerator)} ÷ ${label(pair.denominator)}`);
  const zero = of.zeroFlag === undefined ? '' : `（“${label(of.zeroFlag)}”的不计）`;
  return `${selectionWords(of.of, telling)}的各项比例（${pairs.join('；')}）${zero}每项`;
}

function measureWords(measure: Measure, telling: Telling): string {
  if ('count' in measure) return `${selectionWords(measure.count, telling)}条数`;
  if ('units' in measure) return `${subjectWords(measure.units)}个数`;
  if ('number' in measure) return numberWords(measure.number, telling);
  if ('distinct' in measure) {
    const field = fieldLabel(measure.distinct.record, measure.field, telling);
    return `${selectionWords(measure.distinct, telling)}的“${field}”里${subjectWords(measure.among)}个数`;
  }
  const selection = 'sum' in measure ? measure.sum : measure.latest;
  const how = 'sum' in measure ? '合计' : '最近一次合计';
  return `${selectionWords(selection, telling)}的“${fieldLabel(selection.record, measure.field, telling)}”${how}`;
}
