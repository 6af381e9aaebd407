import { BadUserInputError } from '@holdout/domain';
import {
  Kind,
  type DocumentNode,
  type FragmentDefinitionNode,
  type OperationDefinitionNode,
  type SelectionSetNode,
  type FieldNode,
  type ValueNode,
} from 'graphql';

/** What one operation may ask for. */
export interface QueryLimits {
  /** Fields within fields. */
  depth: number;
  aliases: number;
  /** Fields asked for again beside themselves, which changes nothing but the work. */
  repeats: number;
  /** One for every field, times the page size of every list it stands in. */
  cost: number;
  /** Largest `first`. */
  pageSize: number;
}

export const QUERY_LIMITS: QueryLimits = { depth: 12, aliases: 15, repeats: 50, cost: 20_000, pageSize: 100 };

/** Cost of a list that is asked for without a page size: most of them have none and are short, others have a small one. */
const ASSUMED_ITEMS = 1;

type Variables = Readonly<Record<string, unknown>>;

interface Measure {
  depth: number;
  aliases: number;
  repeats: number;
  cost: number;
}

const NOTHING: Measure = { depth: 0, aliases: 0, repeats: 0, cost: 0 };

/** Measures a valid operation; fragments count where they are spread. */
class Meter {
  private readonly fragments = new Map<string, FragmentDefinitionNode>();
  private readonly measured = new Map<string, Measure>();
  /** What a variable is that was not sent. */
  private readonly defaults = new Map<string, number>();
  /** Variables that say how large a page is, with what they say: nothing else of them changes the measure. */
  readonly sizes = new Map<string, unknown>();

  constructor(
    document: DocumentNode,
    operation: OperationDefinitionNode,
    private readonly variables: Variables,
    private readonly limits: QueryLimits,
  ) {
    for (const { variable, defaultValue } of operation.variableDefinitions ?? []) {
      if (defaultValue?.kind === Kind.INT) this.defaults.set(variable.name.value, Number(defaultValue.value));
    }
    for (const definition of document.definitions) {
      if (definition.kind === Kind.FRAGMENT_DEFINITION) this.fragments.set(definition.name.value, definition);
    }
  }

  of(set: SelectionSetNode): Measure {
    const total: Measure = { ...NOTHING, repeats: repeatsIn(set) };
    for (const selection of set.selections) {
      const part =
        selection.kind === Kind.FIELD
          ? this.field(selection)
          : selection.kind === Kind.INLINE_FRAGMENT
            ? this.of(selection.selectionSet)
            : this.fragment(selection.name.value);
      total.depth = Math.max(total.depth, part.depth);
      total.aliases += part.aliases;
      total.repeats += part.repeats;
      total.cost += part.cost;
    }
    return total;
  }

  private field(field: FieldNode): Measure {
    const inner = field.selectionSet ? this.of(field.selectionSet) : NOTHING;
    return {
      depth: inner.depth + 1,
      aliases: inner.aliases + (field.alias ? 1 : 0),
      repeats: inner.repeats,
      cost: 1 + inner.cost * this.items(field),
    };
  }

  private fragment(name: string): Measure {
    const known = this.measured.get(name);
    if (known) return known;
    const fragment = this.fragments.get(name);
    const measure = fragment ? this.of(fragment.selectionSet) : NOTHING;
    this.measured.set(name, measure);
    return measure;
  }

  private items(field: FieldNode): number {
    const argument = field.arguments?.find(({ name }) => name.value === 'first');
    if (!argument) return ASSUMED_ITEMS;
    const given = this.sizeIn(argument.value);
    // Null, or nothing at all: what the list makes of that, within its limit.
    if (typeof given !== 'number') return this.limits.pageSize;
    if (given < 1 || given > this.limits.pageSize) {
      throw new BadUserInputError(
        `"first" is ${given}; it may be 1 to ${this.limits.pageSize}. Ask for the next page with "after".`,
        { field: 'first', limit: this.limits.pageSize },
      );
    }
    return given;
  }

  private sizeIn(value: ValueNode): unknown {
    if (value.kind === Kind.INT) return Number(value.value);
    if (value.kind !== Kind.VARIABLE) return undefined;
    const name = value.name.value;
    this.sizes.set(name, this.variables[name]);
    return this.variables[name] === undefined ? this.defaults.get(name) : this.variables[name];
  }
}

interface Measured {
  measure: Measure;
  limits: QueryLimits;
  sizes: ReadonlyMap<string, unknown>;
}

/** The last measure of each operation: the same few are asked again and again, mostly with pages of the same size. */
const lastMeasured = new WeakMap<OperationDefinitionNode, Measured>();

function measureOf(
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Variables,
  limits: QueryLimits,
): Measure {
  const last = lastMeasured.get(operation);
  if (last?.limits === limits && [...last.sizes].every(([name, size]) => variables[name] === size))
    return last.measure;
  const meter = new Meter(document, operation, variables, limits);
  const measure = meter.of(operation.selectionSet);
  lastMeasured.set(operation, { measure, limits, sizes: meter.sizes });
  return measure;
}

function repeatsIn({ selections }: SelectionSetNode): number {
  const names = selections.flatMap((each) =>
    each.kind === Kind.FIELD ? [(each.alias ?? each.name).value] : [],
  );
  return names.length - new Set(names).size;
}

/**
 * Refuses an operation that asks for too much. Call it with a validated document: cycles of fragments are ruled out.
 * @throws BadUserInputError naming the limit
 */
export function assertWithinLimits(
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Variables,
  limits: QueryLimits = QUERY_LIMITS,
): void {
  const measure = measureOf(document, operation, variables, limits);
  const refuse = (what: string, value: number, limit: number) => {
    throw new BadUserInputError(`The query ${what} ${value}; the limit is ${limit}. Ask for less at once.`, {
      limit,
    });
  };
  if (measure.depth > limits.depth) refuse('is nested too deeply:', measure.depth, limits.depth);
  if (measure.aliases > limits.aliases) refuse('has too many aliases:', measure.aliases, limits.aliases);
  if (measure.repeats > limits.repeats) refuse('repeats fields:', measure.repeats, limits.repeats);
  if (measure.cost > limits.cost) refuse('costs too much:', measure.cost, limits.cost);
}
