/** What people call a run by. The end of its id: ids begin with the time, and runs of the same minute would share a name. */
export function shortRunId(id: string): string {
  return id.slice(-8);
}
