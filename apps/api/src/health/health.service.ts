import { Inject, Injectable } from '@nestjs/common';
import { Database } from '@holdout/db';
import { access, constants } from 'node:fs/promises';
import { AuthService } from '../auth/auth.js';
import { API_CONFIG, type ApiConfig } from '../settings.js';

export type CheckState = 'ok' | 'failed';

/** Whether everything that the API depends on answers. It says no more than that, because anyone may ask. */
@Injectable()
export class HealthService {
  constructor(
    private readonly database: Database,
    private readonly authService: AuthService,
    @Inject(API_CONFIG) private readonly config: ApiConfig,
  ) {}

  async check(): Promise<Record<'database' | 'schema' | 'auth' | 'uploads', CheckState>> {
    const [database, schema, auth, uploads] = await Promise.all([
      stateOf(this.database.ping()),
      stateOf(this.database.assertCurrent()),
      stateOf(this.authService.ping()),
      stateOf(access(this.config.UPLOAD_DIR, constants.W_OK)),
    ]);
    return { database, schema, auth, uploads };
  }
}

function stateOf(check: Promise<unknown>): Promise<CheckState> {
  return check.then(
    () => 'ok',
    () => 'failed',
  );
}
