import type { ContainerCreateOptions } from 'dockerode';

/** Another value for a variable that a container begins with, or none. */
export function withVariable<Options extends ContainerCreateOptions>(
  options: Options,
  name: string,
  value?: string,
): Options {
  const others = (options.Env ?? []).filter((variable) => !variable.startsWith(`${name}=`));
  return { ...options, Env: value === undefined ? others : [...others, `${name}=${value}`] };
}
