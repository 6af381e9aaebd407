import { isObjectType, type GraphQLField, type GraphQLSchema } from 'graphql';

/** What NestJS calls the resolver of a field that has none of ours. It returns the property of the same name. */
const PLAIN = 'rootFieldResolver';

/**
 * Takes away resolvers that only return the property of their field's name. A compiled query reads such a property
 * where it needs it; given a resolver, it makes three closures and a call for each value of each row.
 */
export function withoutPlainResolvers(schema: GraphQLSchema): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap()).filter(isObjectType))
    for (const field of Object.values(type.getFields())) if (isPlain(field)) delete field.resolve;
  return schema;
}

/** Not if the field has another name than its property, or a value where the property has none. */
function isPlain({ name, resolve }: GraphQLField<unknown, unknown>): boolean {
  if (resolve?.name !== PLAIN) return false;
  const read = resolve as (parent: object) => unknown;
  return read({ [name]: name }) === name && read({}) === undefined;
}
