import { readFileSync } from 'node:fs';
import {
  buildSchema,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLInputType,
  type GraphQLOutputType,
} from 'graphql';

/** An operation made from the schema: every argument that is required, and every field that can be asked for. */
export interface WalkedOperation {
  kind: 'query' | 'mutation' | 'subscription';
  name: string;
  document: string;
  variables: Record<string, unknown>;
  /** Whether it is told of a thing by its id, or by its slug. */
  namesSomething: boolean;
}

export interface Names {
  /** Given wherever an id is asked for. */
  id: string;
  /** Given wherever a slug is asked for. */
  slug: string;
}

const schema = buildSchema(readFileSync(new URL('../../apps/api/schema.graphql', import.meta.url), 'utf8'));
const DEEPEST = 4;

/** Every query, mutation and subscription of the schema, about the thing that is named. */
export function walkedOperations(names: Names): WalkedOperation[] {
  return [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()].flatMap((root) => {
    const kind = root?.name.toLowerCase() as WalkedOperation['kind'];
    return Object.values(root?.getFields() ?? {}).map((field) => walked(kind, field, names));
  });
}

function walked(
  kind: WalkedOperation['kind'],
  { name, args, type }: GraphQLField<unknown, unknown>,
  names: Names,
): WalkedOperation {
  const required = args.filter(isRequired);
  const declared = required.map((argument) => `$${argument.name}: ${argument.type}`).join(', ');
  const passed = required.map((argument) => `${argument.name}: $${argument.name}`).join(', ');
  const variables = Object.fromEntries(required.map((argument) => [argument.name, example(argument, names)]));
  const text = JSON.stringify(variables);
  return {
    kind,
    name,
    document: `${kind} Walk${declared ? `(${declared})` : ''} { ${name}${passed ? `(${passed})` : ''} ${fieldsOf(type)} }`,
    variables,
    namesSomething: text.includes(`"${names.id}"`) || text.includes(`"${names.slug}"`),
  };
}

/** A value that the type accepts. */
function example({ name, type }: GraphQLArgument | GraphQLInputField, names: Names): unknown {
  if (/slug$/i.test(name)) return names.slug;
  return exampleOf(type, names);
}

function exampleOf(type: GraphQLInputType, names: Names): unknown {
  if (isNonNullType(type)) return exampleOf(type.ofType, names);
  if (isListType(type)) return getNamedType(type).name === 'ID' ? [names.id] : [];
  if (isInputObjectType(type)) {
    const required = Object.values(type.getFields()).filter(isRequired);
    return Object.fromEntries(required.map((field) => [field.name, example(field, names)]));
  }
  const known: Record<string, unknown> = { ID: names.id, Int: 1, Float: 1, Boolean: false };
  if (isEnumType(type)) return type.getValues()[0]?.name;
  return known[type.toString()] ?? 'nothing@of.this';
}

/** All that can be asked for without arguments; what would lead back to where it came from is left out. */
function fieldsOf(output: GraphQLOutputType, path: readonly string[] = []): string {
  const type = getNamedType(output);
  if (isLeafType(type)) return '';
  if (!isObjectType(type) || path.includes(type.name) || path.length >= DEEPEST) return '{ __typename }';
  const fields = Object.values(type.getFields())
    .filter(({ args }) => !args.some(isRequired))
    .map((field) => `${field.name} ${fieldsOf(field.type, [...path, type.name])}`);
  return `{ __typename ${fields.join(' ')} }`;
}

function isRequired({ type }: { type: GraphQLInputType }): boolean {
  return isNonNullType(type);
}
