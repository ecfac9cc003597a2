module.exports = {
  hooks: {
    /**
     * The builds of Node that package.json lists say which platform they are for as a string, which npm takes for a list of one.
     * pnpm reads lists alone, and would install all of them everywhere.
     */
    readPackage(manifest) {
      for (const field of ["os", "cpu"])
        if (typeof manifest[field] === "string") manifest[field] = [manifest[field]];
      return manifest;
    },
  },
};
