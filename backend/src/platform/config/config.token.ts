/** Injects the `AppConfig`. */
export const CONFIG = Symbol('AppConfig');
