import { Module } from '@nestjs/common';
import { SecondFactorResolver } from './second-factor.resolver.js';

@Module({ providers: [SecondFactorResolver] })
export class SecondFactorModule {}
