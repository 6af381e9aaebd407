import { Module } from '@nestjs/common';
import { SimilarityConsumer } from './similarity.consumer.js';
import { SimilarityService } from './similarity.service.js';

@Module({ providers: [SimilarityConsumer, SimilarityService], exports: [SimilarityConsumer] })
export class SimilarityModule {}
