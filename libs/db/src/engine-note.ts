/** What a worker reports about its container engine with every heartbeat. */
export interface EngineNote {
  version: string;
  /** Containers of this worker, including prepared ones. */
  containers: number;
  /** GPUs that runs can get now. */
  gpus: string[];
  /** Why runs get no GPU although this machine has some, and what to do about it. Absent or null otherwise. */
  gpuProblem?: string | null;
}
