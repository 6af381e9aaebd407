import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { GqlExecutionContext } from '@nestjs/graphql';
import { ForbiddenError } from '@holdout/domain';
import type { FastifyRequest } from 'fastify';
import type { GraphQLResolveInfo } from 'graphql';
import { ACCESS, assertMayWrite, authorize, type Access } from './access.js';
import { operationOf } from './current-operation.js';
import { ImpersonationTrail } from './impersonation-trail.js';

const MOST_CHARACTERS = 500;

/** Denies whatever does not say who may use it. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly trail: ImpersonationTrail,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const access = this.reflector.getAllAndOverride<Access | undefined>(ACCESS, [
      context.getHandler(),
      context.getClass(),
    ]);
    if (!access) throw new ForbiddenError('This operation is not open to anyone.');
    if (access.kind === 'public') return true;
    const operation = operationOf(context);
    await authorize(operation, access);
    const viewer = await operation.signedIn();
    if (!viewer.impersonation) return true;
    const { isWrite, what } = askedBy(context);
    if (isWrite) await assertMayWrite(operation);
    await this.trail.note(viewer, what.slice(0, MOST_CHARACTERS));
    return true;
  }
}

/** What a request wants, for the audit log. */
function askedBy(context: ExecutionContext): { isWrite: boolean; what: string } {
  if (context.getType<string>() !== 'graphql') {
    const { method, url } = context.switchToHttp().getRequest<FastifyRequest>();
    return { isWrite: method !== 'GET', what: `${method} ${url}` };
  }
  const { operation, fieldName, variableValues } =
    GqlExecutionContext.create(context).getInfo<GraphQLResolveInfo>();
  return {
    isWrite: operation.operation === 'mutation',
    what: `${fieldName} ${JSON.stringify(variableValues)}`,
  };
}
