import { z } from 'zod';

export const loginSchema = z
  .strictObject({
    username: z.string().min(1).max(64).meta({ title: '用户名' }),
    password: z.string().min(1).max(256).meta({ title: '密码' }),
  })
  .meta({ id: 'Login' });

export const passwordChangeSchema = z
  .strictObject({
    current: z.string().min(1).max(256).meta({ title: '当前密码' }),
    next: z.string().min(1).max(256).meta({ title: '新密码' }),
  })
  .meta({ id: 'PasswordChange' });

export const sessionSchema = z
  .object({
    username: z.string(),
    displayName: z.string(),
    mustChangePassword: z.boolean(),
    idleMinutes: z.number(),
  })
  .meta({ id: 'Session' });
