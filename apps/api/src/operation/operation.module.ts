import { Global, Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { AuthModule } from '../auth/auth.module.js';
import { AccessGuard } from './access.guard.js';
import { ImpersonationTrail } from './impersonation-trail.js';
import { Operations } from './operations.js';

@Global()
@Module({
  imports: [AuthModule],
  providers: [Operations, ImpersonationTrail, { provide: APP_GUARD, useClass: AccessGuard }],
  exports: [Operations],
})
export class OperationModule {}
