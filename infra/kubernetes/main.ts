/** Writes manifests.yaml: node infra/local/run.mjs infra/kubernetes/main.ts. Change `example` to what your cluster has. */
import { writeFileSync } from 'node:fs';
import { manifests } from './manifests.js';

writeFileSync(new URL('manifests.yaml', import.meta.url), manifests());
