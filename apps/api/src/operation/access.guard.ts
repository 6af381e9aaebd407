import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { ForbiddenError } from '@holdout/domain';
import { ACCESS, authorize, type Access } from './access.js';
import { operationOf } from './current-operation.js';

/** Denies whatever does not say who may use it. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(private readonly reflector: Reflector) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const access = this.reflector.getAllAndOverride<Access | undefined>(ACCESS, [
      context.getHandler(),
      context.getClass(),
    ]);
    if (!access) throw new ForbiddenError('This operation is not open to anyone.');
    if (access.kind !== 'public') await authorize(operationOf(context), access);
    return true;
  }
}
