/** A device that can be leased: a whole GPU, or one part of a GPU that is cut up (MIG). */
export interface GpuDevice {
  /** What the driver calls it, for ever: `GPU-…` or `MIG-…`. Never an index, which changes over restarts. */
  id: string;
  name: string;
  /** 0 where it is not told. */
  memoryBytes: number;
  driver: string;
}
