import { expect } from '@jest/globals';
import type { Client } from './client.js';

export const county = '370323';
export const bureau = '370323-mz';
export const town = '370323104';
export const village = '370323111224';
export const recordsPath = '/api/records';
/** A sentence for people. */
export const chinese = /[\u4e00-\u9fff]/u;

export const meeting = {
  date: '2026-04-02',
  level: '县政府',
  subject_title: '第一次留守儿童工作专题会议',
  subjects: ['农村留守儿童关爱保护', '困境儿童保障'],
  topics: ['重大问题'],
};
export const training = {
  date: '2026-05-06',
  topic: '儿童工作业务培训',
  audience_groups: ['儿童主任'],
  headcount: 40,
};

/** Enters a record that has to be accepted, and gives its page. */
export async function enterRecord(client: Client, type: string, unitCode: string, fields: object) {
  const reply = await client.post(recordsPath, { type, unitCode, fields });
  expect(reply.body).toMatchObject({ type, version: 1 });
  expect(reply.status).toBe(201);
  return reply.body;
}
