import { Field, Float, Int, ObjectType } from '@nestjs/graphql';
import type { DrawingMark } from '@holdout/domain';
import { DrawingMarkEnum } from '../graphql/enums.js';

@ObjectType('PlotPoint')
export class PlotPointType {
  @Field(() => Float, { nullable: true })
  x!: number | null;

  @Field(() => String, { nullable: true })
  label!: string | null;

  @Field(() => Float)
  y!: number;

  @Field(() => Float, { nullable: true })
  low!: number | null;

  @Field(() => Float, { nullable: true })
  high!: number | null;

  @Field(() => Int, { nullable: true })
  n!: number | null;

  @Field(() => String, { nullable: true, description: 'A picture of the public sample, as a data address.' })
  image!: string | null;
}

@ObjectType('PlotSeries')
export class PlotSeriesType {
  @Field(() => String)
  name!: string;

  @Field(() => String)
  role!: string;

  @Field(() => [PlotPointType])
  points!: PlotPointType[];
}

@ObjectType('MarkedNode')
export class MarkedNodeType {
  @Field(() => String)
  key!: string;

  @Field(() => String)
  label!: string;

  @Field(() => DrawingMarkEnum)
  mark!: DrawingMark;
}

@ObjectType('MarkedEdge')
export class MarkedEdgeType {
  @Field(() => String)
  from!: string;

  @Field(() => String)
  to!: string;

  @Field(() => DrawingMarkEnum)
  mark!: DrawingMark;
}

@ObjectType('MarkedDrawing', { description: 'What was drawn, beside what was asked for.' })
export class MarkedDrawingType {
  @Field(() => [MarkedNodeType])
  nodes!: MarkedNodeType[];

  @Field(() => [MarkedEdgeType])
  edges!: MarkedEdgeType[];
}

@ObjectType('Plot')
export class PlotType {
  @Field(() => String)
  key!: string;

  @Field(() => String)
  title!: string;

  @Field(() => String)
  kind!: string;

  @Field(() => String)
  source!: string;

  @Field(() => String)
  xLabel!: string;

  @Field(() => String)
  yLabel!: string;

  @Field(() => [Float], { nullable: true })
  xDomain!: number[] | null;

  @Field(() => [Float], { nullable: true })
  yDomain!: number[] | null;

  @Field(() => String, { nullable: true })
  note!: string | null;

  @Field(() => MarkedDrawingType, { nullable: true })
  drawing!: MarkedDrawingType | null;

  @Field(() => [PlotSeriesType])
  series!: PlotSeriesType[];
}
