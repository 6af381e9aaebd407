import { containerOptions, shapeOf } from './container-options.js';
import { forGvisor, runsInGvisor } from './gvisor.js';

const limits = {
  memoryBytes: 1,
  cpus: 1,
  pids: 64,
  diskBytes: 1,
  wallSeconds: 1,
  logBytes: 1,
  outputBytes: 1,
};

describe('gVisor', () => {
  it.each([
    ['runsc', { runsc: { path: '/usr/bin/runsc' } }, true],
    ['sandboxed', { sandboxed: { path: '/opt/bin/runsc-2026' } }, true],
    ['sandboxed', { sandboxed: { runtimeType: 'io.containerd.runsc.v1' } }, true],
    ['runc', { runc: { path: 'runc' }, runsc: { path: 'runsc' } }, false],
    [undefined, { runc: { path: 'runc' }, runsc: { path: 'runsc' } }, true],
    ['nobody-registered-this', {}, false],
  ])('is known by its program, as runtime %s (%#)', (runtime, Runtimes, expected) => {
    expect(runsInGvisor({ DefaultRuntime: 'runsc', Runtimes }, runtime)).toBe(expected);
  });

  it('begins as root with what it takes to stop being it, and keeps every other option', () => {
    const { HostConfig: before, ...made } = containerOptions(
      shapeOf({ image: 'sha256:1', limits, trusted: false, job: { kind: 'exec' } }),
      'n',
      {},
    );

    const { HostConfig: after, ...adapted } = forGvisor({ ...made, HostConfig: before ?? {} });

    expect(adapted).toEqual({
      ...made,
      User: '0:0',
      WorkingDir: '/',
      Env: [...(made.Env ?? []), 'HOLDOUT_USER=10001'],
    });
    expect(after).toEqual({ ...before, CapAdd: ['CHOWN', 'SETGID', 'SETUID'], PidsLimit: 1280 });
  });
});
