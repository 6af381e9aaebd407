import { Module } from '@nestjs/common';
import { ViewerResolver } from './viewer.resolver.js';
import { ViewerService } from './viewer.service.js';

@Module({ providers: [ViewerResolver, ViewerService] })
export class ViewerModule {}
