export { CreateSetting1790000001100 } from './migrations/create-setting.js';
export { SettingEntity } from './setting.entity.js';
export { SettingsModule } from './settings.module.js';
export { SettingsService } from './settings.service.js';
export { type SettingChange, SettingsWitness } from './settings.witness.js';
export type { SettingsFrame, SettingValues } from './settings.types.js';
