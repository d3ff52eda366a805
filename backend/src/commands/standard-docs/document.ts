import { clauseDetail, type ClauseDetailDto, type StandardService } from '../../standard/index.js';
import { anchor, cell, dated, table } from './markdown.js';

type Requirement = ClauseDetailDto['requirements'][number];

/**
 * `docs/standard.md`: the whole standard in Chinese, made from the seeds alone. Numbers in rules are those in force on the
 * day of the standard's version, so that the text never depends on the day it is made.
 */
export function standardDocument(service: StandardService): string {
  const { standard } = service;
  const clauses = standard.topicSpecs.flatMap((topic) =>
    topic.clauses.map((clause) => clauseDetail(service, topic, clause, standard.version)),
  );
  const lines = [
    `# ${standard.title}`,
    '',
    '本文由 `npm run standard:docs` 从 `seeds/standard` 生成，请不要直接修改；要改标准，请改种子文件后重新生成。',
    '',
    `版本 ${standard.version}，条文 ${clauses.length} 条，检查点 ${count(clauses, (c) => c.requirements.length)} 个，` +
      `例子 ${count(clauses, (c) => c.requirements.reduce((sum, r) => sum + r.examples.length, 0))} 个，` +
      `读法 ${count(clauses, (c) => c.readings.length)} 处。规则里的数是 ${standard.version} 起作用的。`,
    '',
    '## 目录',
    '',
    ...contents(clauses),
    '- [公用参数](#parameters)',
    '',
    ...clauses.flatMap((clause, index) => clauseLines(clause, clauses[index - 1])),
    ...parameterLines(service),
  ];
  return `${lines.join('\n').trimEnd()}\n`;
}

function count(clauses: readonly ClauseDetailDto[], of: (clause: ClauseDetailDto) => number): number {
  return clauses.reduce((sum, clause) => sum + of(clause), 0);
}

function contents(clauses: readonly ClauseDetailDto[]): readonly string[] {
  return clauses.flatMap((clause, index) => {
    const before = clauses[index - 1];
    return [
      ...(before?.project === clause.project ? [] : [`- ${clause.project}`]),
      ...(before?.topic === clause.topic && before.project === clause.project ? [] : [`  - ${clause.topic}`]),
      `    - [${clause.id}](#${anchor(clause.id)}) ${cell(clause.text)}`,
    ];
  });
}

function clauseLines(clause: ClauseDetailDto, before: ClauseDetailDto | undefined): readonly string[] {
  const isNewTopic = before?.topic !== clause.topic || before.project !== clause.project;
  return [
    ...(isNewTopic ? [`## ${clause.project}：${clause.topic}`, '', ...responsibilityLines(clause)] : []),
    `<a id="${anchor(clause.id)}"></a>`,
    '',
    `### ${clause.id} ${clause.mark}`,
    '',
    `> ${cell(clause.text)}`,
    '',
    ...clause.requirements.flatMap(requirementLines),
    ...readingLines(clause),
  ];
}

function responsibilityLines({ responsibility }: ClauseDetailDto): readonly string[] {
  const { cell: kind, continuedFrom, printed, lead, responsible } = responsibility;
  const verbatim = printed.split('\n').filter((line) => line.trim() !== '');
  const source = kind === 'continued' ? `空白，沿用上面“${continuedFrom ?? ''}”一格` : cell(verbatim.join(' '));
  return [
    `- 责任分工（原表）：${source}`,
    `- 牵头：${lead.join('、') || '原表未列'}`,
    `- 责任：${responsible.join('、') || '原表未列'}`,
    '',
  ];
}

function requirementLines(requirement: Requirement): readonly string[] {
  const { id, title, basis, subjectText, dataOwner, strength, cap, selfReported } = requirement;
  return [
    `#### ${id} ${cell(title)}`,
    '',
    `- 依据：${basis.map((words) => `“${cell(words)}”`).join('、')}（${strength === 'explicit' ? '原文明示' : '由原文推导'}）`,
    `- 考核对象：${cell(subjectText)}；数据由${cell(dataOwner)}填报${selfReported ? '（自报）' : ''}`,
    `- 规则（${requirement.kindLabel}）：${cell(requirement.ruleText)}`,
    ...(cap === 'atRisk' ? ['- 报了而没有达到的，最多判为预警'] : []),
    `- 佐证材料：${requirement.evidence.map(({ name }) => cell(name)).join('、')}`,
    ...(requirement.note === null ? [] : [`- 说明：${cell(requirement.note)}`]),
    '',
    ...table(
      ['数字', '原文说法', '值和起用日', '单位'],
      requirement.numbers.map(({ name, says, use, values, unit }) => [
        name,
        says === null ? '原文未写（默认）' : `“${says}”`,
        `${dated(values)}${use === null ? '' : `，公用参数 ${use}`}`,
        unit,
      ]),
    ),
    ...table(
      ['例子', '说明', '单位', '考核日', '应判', '原因'],
      requirement.examples.map(({ title: name, showsLabel, unit, asOf, expect, choice }) => [
        choice.length === 0 ? name : `${name}（${choice.join('；')}）`,
        showsLabel,
        unit ?? subjectText,
        asOf,
        expect.outcomeLabel,
        expect.reasonLabel ?? '',
      ]),
    ),
  ];
}

function readingLines({ readings }: ClauseDetailDto): readonly string[] {
  return readings.flatMap((reading) => [
    `#### 读法 ${reading.id}（${reading.kindLabel}）：${cell(reading.question)}`,
    '',
    ...table(
      ['选项', '改选后改变什么'],
      reading.options.map(({ option, text, isDefault, effect }) => [
        `${option}. ${text}${isDefault ? '（默认）' : ''}`,
        isDefault ? '现行读法' : effect.join('；') || '不改变计算',
      ]),
    ),
    ...(reading.note === null ? [] : [`- 现行：${cell(reading.note)}`]),
    ...(reading.reason === null ? [] : [`- 理由：${cell(reading.reason)}`]),
    ...(reading.recorded === null ? [] : [`- 由人掌握：${cell(reading.recorded)}`]),
    '',
  ]);
}

function parameterLines({ standard }: StandardService): readonly string[] {
  return [
    '<a id="parameters"></a>',
    '',
    '## 公用参数',
    '',
    ...table(
      ['编号', '名称', '值和起用日', '单位', '含义', '理由'],
      standard.parameters.map(({ id, label, values, unit, meaning, reason }) => [
        id,
        label,
        dated(values),
        unit,
        meaning,
        reason ?? '',
      ]),
    ),
  ];
}
