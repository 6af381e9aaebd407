import { NestFactory } from '@nestjs/core';
import {
  Field,
  GraphQLSchemaBuilderModule,
  GraphQLSchemaFactory,
  ObjectType,
  Query,
  Resolver,
} from '@nestjs/graphql';
import type { GraphQLObjectType, GraphQLSchema } from 'graphql';
import { withoutPlainResolvers } from './plain-fields.js';

@ObjectType('Boat')
class BoatType {
  @Field(() => String)
  name!: string;

  @Field(() => String, { name: 'colour' })
  paint!: string;

  @Field(() => String, { defaultValue: 'oak' })
  wood!: string;
}

@Resolver()
class BoatsResolver {
  @Query(() => BoatType)
  boat() {
    return {};
  }
}

async function schema(): Promise<GraphQLSchema> {
  const app = await NestFactory.createApplicationContext(GraphQLSchemaBuilderModule, { logger: false });
  const made = await app.get(GraphQLSchemaFactory).create([BoatsResolver]);
  await app.close();
  return made;
}

const fieldsOf = (made: GraphQLSchema, type: string) => (made.getType(type) as GraphQLObjectType).getFields();

it('takes the resolver of what is read as it is, and of nothing else', async () => {
  const before = await schema();
  expect(fieldsOf(before, 'Boat')['name']?.resolve).toBeDefined();
  const after = withoutPlainResolvers(before);
  const { name, colour, wood } = fieldsOf(after, 'Boat');
  expect(name?.resolve).toBeUndefined();
  expect(colour?.resolve?.({ paint: 'red' }, {}, {}, {} as never)).toBe('red');
  expect(wood?.resolve?.({}, {}, {}, {} as never)).toBe('oak');
});
