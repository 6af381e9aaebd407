/** What a worker says of its engine with every beat. */
export interface EngineNote {
  version: string;
  /** Containers of this worker, prepared ones included. */
  containers: number;
  /** Those that runs can have now. */
  gpus: string[];
  /** Why runs have none although this machine has some, and what to do. Absent or null where that is not so. */
  gpuProblem?: string | null;
}
