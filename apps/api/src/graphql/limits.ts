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

/** Limits on a single operation. */
export interface QueryLimits {
  /** Nesting depth of fields. */
  depth: number;
  aliases: number;
  /** Fields that repeat a sibling: they do not change the result but add work. */
  repeats: number;
  /** Each field costs one, multiplied by the page size of every list that it is nested in. */
  cost: number;
  /** The largest value of `first`. */
  pageSize: number;
}

export const QUERY_LIMITS: QueryLimits = { depth: 12, aliases: 15, repeats: 50, cost: 20_000, pageSize: 100 };

/**
 * The cost factor of a list without a page size: most such lists take none and are short, others have a small
 * default.
 */
const ASSUMED_ITEMS = 1;

type Variables = Readonly<Record<string, unknown>>;

interface Measure {
  depth: number;
  aliases: number;
  repeats: number;
  cost: number;
}

const NOTHING: Measure = { depth: 0, aliases: 0, repeats: 0, cost: 0 };

/** Measures a valid operation; a fragment counts each time that it is used. */
class Meter {
  private readonly fragments = new Map<string, FragmentDefinitionNode>();
  private readonly measured = new Map<string, Measure>();
  /** Default values of variables that were not sent. */
  private readonly defaults = new Map<string, number>();
  /** The variables that set a page size, with their values: nothing else about variables changes the measure. */
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
    // Null or missing: the list then uses its own default, which is within this limit.
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

/**
 * The last measure of each operation, because clients repeat the same few operations, mostly with the same page
 * sizes.
 */
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
 * Refuses an operation that asks for too much. Call it only with a validated document, which cannot contain cycles of
 * fragments.
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
