import { GraderFaultError } from './faults.js';
import { below, type Call, type Plan } from './plan.js';
import type { Products } from './score.js';
import type { Given, Produced } from './student-program.js';
import type { TarFiles } from './tar.js';

/**
 * The files a call gets: its inputs (its own or those of the call it names), files of earlier calls, data and a model.
 * @throws GraderFaultError if the plan contradicts itself
 */
export function givenTo(
  call: Call,
  plan: Pick<Plan, 'filesOf'>,
  products: Products,
  publicData: TarFiles,
): Given {
  const earlier = (name: string): Produced => {
    const produced = products.get(name);
    if (!produced) throw new GraderFaultError(`The call ${call.name} needs ${name}, which has not run.`);
    return produced;
  };
  const files = plan.filesOf(call.filesOf ?? call.name);
  const inputs = new Map([...files].filter(([name]) => !name.startsWith('data/')));
  for (const [path, { call: from, output }] of Object.entries(call.takes)) {
    const bytes = earlier(from).byName.get(output);
    if (bytes) inputs.set(path, bytes);
  }
  // Data never come from another call: a retraining's second call reads shuffled data, but the main call's inputs.
  const own = () => below(plan.filesOf(call.name), 'data');
  const data = { public: () => publicData, own, none: () => new Map<string, Buffer>() };
  return {
    inputs,
    data: data[call.data ?? 'none'](),
    model: call.model === null ? null : earlier(call.model).model,
  };
}
