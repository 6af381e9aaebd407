import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { GqlExecutionContext } from '@nestjs/graphql';
import type { FastifyRequest } from 'fastify';
import type { Operation } from './operation.js';

/** The context of a GraphQL execution. */
export interface OperationContext {
  operation: Operation;
}

const ofRequest = new WeakMap<FastifyRequest, Operation>();

/** Ties an operation to the HTTP request it serves. */
export function bindOperation(request: FastifyRequest, operation: Operation): void {
  ofRequest.set(request, operation);
}

export function boundOperation(request: FastifyRequest): Operation | undefined {
  return ofRequest.get(request);
}

export function operationOf(context: ExecutionContext): Operation {
  if (context.getType<string>() === 'graphql') {
    return GqlExecutionContext.create(context).getContext<OperationContext>().operation;
  }
  const operation = ofRequest.get(context.switchToHttp().getRequest<FastifyRequest>());
  if (!operation) throw new Error('No operation was opened for this request.');
  return operation;
}

export const CurrentOperation = createParamDecorator((_: unknown, context: ExecutionContext) =>
  operationOf(context),
);
