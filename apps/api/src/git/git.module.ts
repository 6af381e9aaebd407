import { Module } from '@nestjs/common';
import { GitFetcher } from './git-fetcher.js';

@Module({ providers: [GitFetcher], exports: [GitFetcher] })
export class GitModule {}
