/**
 * Docs are rendered by the one file that these packages publish for browsers. What it was made from, 380 MB, is in it.
 */
const published = ["@scalar/api-reference", "rapidoc", "swagger-ui-dist"];

function readPackage(manifest) {
  return published.includes(manifest.name) ? { ...manifest, dependencies: {} } : manifest;
}

module.exports = { hooks: { readPackage } };
