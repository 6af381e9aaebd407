import { Field, Float, ObjectType } from '@nestjs/graphql';

@ObjectType('PlacedNode')
export class PlacedNodeType {
  @Field(() => String)
  key!: string;

  @Field(() => Float)
  x!: number;

  @Field(() => Float)
  y!: number;
}

@ObjectType('Edge')
export class EdgeType {
  @Field(() => String)
  from!: string;

  @Field(() => String)
  to!: string;
}

@ObjectType('Drawing', { description: 'What the viewer is drawing, as they left it. Nobody else sees it.' })
export class DrawingType {
  @Field(() => [PlacedNodeType])
  nodes!: PlacedNodeType[];

  @Field(() => [EdgeType])
  edges!: EdgeType[];

  @Field(() => Date)
  savedAt!: Date;
}
