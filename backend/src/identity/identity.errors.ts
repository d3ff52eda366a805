import { DomainError } from '../platform/errors/index.js';

/** One answer for a wrong name, a wrong password and a pause, so that nobody learns which it was. */
export const loginRefused = () =>
  new DomainError(
    'unauthenticated',
    'identity.loginRefused',
    '用户名或密码不对，请检查大小写后重试；连续输错 5 次要等 15 分钟才能再登录',
  );

export const loginRequired = () => new DomainError('unauthenticated', 'identity.loginRequired', '请先登录');

export const sessionEnded = () => new DomainError('unauthenticated', 'identity.sessionEnded', '登录已过期，请重新登录');

export const passwordChangeRequired = () =>
  new DomainError('forbidden', 'identity.passwordChangeRequired', '一次性密码只能用来登录，请先设置自己的密码');

export const currentPasswordWrong = () =>
  new DomainError('invalid', 'identity.currentPasswordWrong', '当前密码不对，请重新填写', {
    fields: [{ field: 'current', label: '当前密码', message: '当前密码不对，请重新填写' }],
  });

export const passwordTooWeak = (message: string) =>
  new DomainError('invalid', 'identity.passwordTooWeak', message, {
    fields: [{ field: 'next', label: '新密码', message }],
  });
