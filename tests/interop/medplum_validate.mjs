// Validate resources with medplum against the definitions of FHIR R4: structure, cardinality and FHIRPath invariants.
// Usage: node medplum_validate.mjs CORE DEFINITIONS FILE; FILE holds a list of resources. Prints a list with, for each,
// null or what stands against it; warnings are printed as such.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const [core, definitions, file] = process.argv.slice(2);
const { indexStructureDefinitionBundle, validateResource } = createRequire(import.meta.url)(core);
const read = (path) => JSON.parse(readFileSync(path, 'utf8'));
for (const name of ['profiles-types.json', 'profiles-resources.json']) {
  indexStructureDefinitionBundle(read(`${definitions}/${name}`));
}
const told = (issue) => `${issue.severity}: ${issue.details?.text} (${issue.expression})`;
const judge = (resource) => {
  try {
    return validateResource(resource).map(told);
  } catch (error) {
    return (error.outcome?.issue ?? [{ severity: 'fault', details: { text: String(error) } }]).map(told);
  }
};
console.log(JSON.stringify(read(file).map(judge)));
