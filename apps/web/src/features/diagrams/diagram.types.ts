import type { DiagramsQuery } from '@/generated/graphql';

export type Diagram = DiagramsQuery['track']['diagrams'][number];
