import { z } from 'zod';
import { daySchema } from '../http/fields.js';
import { SETTING_LABELS } from './settings.policy.js';

/** Marks that take no room: a name made of them alone would look empty on every page. */
const UNSEEN = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]/gu;

const fields = {
  campaignStart: daySchema(SETTING_LABELS.campaignStart).nullable(),
  inspectionDay: daySchema(SETTING_LABELS.inspectionDay).nullable(),
  implied: z.boolean().meta({ title: SETTING_LABELS.implied }),
  countyName: z
    .string()
    .overwrite((text) => text.replace(UNSEEN, '').replace(/\s+/gu, ' ').trim())
    .min(1)
    .max(30)
    .meta({ title: SETTING_LABELS.countyName }),
};

/** Stored values. */
export const settingsSchema = z.object(fields);

/** What a client may send: any of the settings, nothing else. */
export const settingsChangeSchema = z.strictObject(fields).partial().meta({ id: 'SettingsChange' });

/** What a client gets; `demo`: the data are invented. */
export const settingsAnswerSchema = z
  .object({ ...fields, today: z.string(), demo: z.boolean() })
  .meta({ id: 'Settings' });
