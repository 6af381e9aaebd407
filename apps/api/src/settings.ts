import type { ApiConfig } from '@holdout/config';

/** Injection token of the checked settings. */
export const API_CONFIG = Symbol('API_CONFIG');
export type { ApiConfig };
