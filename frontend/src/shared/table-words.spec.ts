import { expect, it } from 'vitest';
import { numberInWords, responsibilityInWords, type ResponsibilityCell } from './table-words';

const cell = (more: Partial<ResponsibilityCell>): ResponsibilityCell => ({
  cell: 'own',
  continuedFrom: null,
  lead: [],
  responsible: [],
  printed: '',
  ...more,
});

it('says what a blank cell continues and invents no lead unit', () => {
  const continued = cell({
    cell: 'continued',
    continuedFrom: '强制报告',
    lead: ['县公安局'],
    responsible: ['县教体局'],
  });
  expect(responsibilityInWords(continued).note).toBe('原表空白，续“强制报告”：牵头 县公安局；责任 县教体局');
  expect(responsibilityInWords(cell({})).note).toBe('原表未列');
  expect(responsibilityInWords(cell({ printed: '各镇、街道', responsible: ['各镇、街道'] })).note).toBe(
    '牵头单位：原表未列',
  );
});

it('gives a cell with words as printed', () => {
  const own = cell({ lead: ['县民政局'], printed: '牵头单位：\n县民政局\n\n责任单位：各镇、街道' });
  expect(responsibilityInWords(own)).toEqual({ lines: ['牵头单位：', '县民政局', '责任单位：各镇、街道'], note: null });
});

it('tells the words a number comes from, or that it is a default', () => {
  expect(numberInWords({ value: 2, unit: '次', says: '两次' })).toBe('2 次（原文“两次”）');
  expect(numberInWords({ value: 90, unit: '天', says: null })).toBe('90 天（默认值，原文未写）');
});
