import { BadUserInputError } from '@holdout/domain';
import { Kind, type DocumentNode, type OperationDefinitionNode } from 'graphql';

/**
 * The operation of a document that contains exactly one. Compiled queries are cached by their text, so a second
 * operation in the same text could be run in place of the first.
 * @throws BadUserInputError
 */
export function onlyOperation(document: DocumentNode): OperationDefinitionNode {
  const operations = document.definitions.filter(
    (definition): definition is OperationDefinitionNode => definition.kind === Kind.OPERATION_DEFINITION,
  );
  const [first] = operations;
  if (!first || operations.length > 1) {
    throw new BadUserInputError(`Send one operation per request; this one contains ${operations.length}.`, {
      limit: 1,
    });
  }
  return first;
}
