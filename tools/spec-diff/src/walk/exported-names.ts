import { type Model, nameValidators } from "@visitors-api/codegen";
import type { Findings, Spot } from "./findings.ts";
import type { Named } from "./named-operation.ts";
import type { Sides } from "./sides.ts";
import { code } from "./values.ts";

/**
 * What tells whether an operation whose id is as it was has another method, or other validators. The generator calls two things otherwise
 * that would have one name: what is new may take the name of what is known, and code that is not changed means the other then.
 */
export function methodNames({ models }: Sides) {
  const [validators, otherValidators] = [validatorsOf(models.before), validatorsOf(models.after)];
  return (findings: Findings, before: Named, after: Named): void => {
    if (before.id !== after.id) return;
    const spots = [{ node: before.operation }, { node: after.operation }] as const;
    const [was, is] = [before.model.name, after.model.name];
    if (was !== is) {
      const taker = models.after.operations.find(({ name }) => name === was);
      const why = taker ? `${code(was)} is the method of ${code(taker.id)} now` : free;
      findings.add(
        "method-renamed",
        { subject: code(after.id), was: code(was), is: code(is), why },
        ...spots,
      );
      return;
    }
    const [names, otherNames] = [validators.get(was), otherValidators.get(is)];
    for (const kind of ["input", "output"] as const) {
      const [name, other] = [names?.[kind], otherNames?.[kind]];
      if (name === undefined || other === undefined || name === other) continue;
      const why = models.after.schemas.some((schema) => schema.name === name)
        ? `${code(name)} is the validator of a type now`
        : free;
      const words = { subject: `the ${kind} of ${code(after.id)}`, was: code(name), is: code(other), why };
      findings.add("validator-renamed", words, ...spots);
    }
  };
}

const free = "the shorter name is no longer taken";

function validatorsOf({ operations, schemas }: Model) {
  return nameValidators(operations, schemas).names;
}

/** The same of the types that components are exported as. */
export function typeNames(models: Sides["models"]) {
  const [names, otherNames] = [models.before, models.after].map(
    ({ schemas }) => new Map(schemas.map(({ component, name }) => [component, name])),
  );
  return (findings: Findings, component: string, before: Spot, after: Spot): void => {
    const [was, is] = [names?.get(component), otherNames?.get(component)];
    if (was === undefined || is === undefined || was === is) return;
    const taker = models.after.schemas.find(({ name }) => name === was);
    const isError = models.after.errors.some((error) => error.class === was);
    const why = taker
      ? `${code(was)} is the type of the schema ${code(taker.component)} now`
      : isError
        ? `${code(was)} is the class of an error now`
        : free;
    findings.add(
      "type-renamed",
      { subject: code(component), was: code(was), is: code(is), why },
      before,
      after,
    );
  };
}
