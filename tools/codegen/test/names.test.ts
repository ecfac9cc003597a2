import { expect, test } from "vitest";
import { camelCase, isIdentifier, Names, pascalCase } from "../src/model/names.ts";

test.for([
  ["listPets", "listPets"],
  ["list_pets", "list_pets"],
  ["ListPets", "ListPets"],
  ["pets/get-by-id", "petsGetById"],
  ["pets.list all", "petsListAll"],
  ["2fa-remove", "_2faRemove"],
  ["größe-ändern", "größeÄndern"],
  ["取得", "取得"],
  ["get $ref", "get$ref"],
  ["🐈", ""],
  ["...", ""],
] as const)("the method of the operation %s is %s", ([id, name]) => {
  expect(camelCase(id)).toBe(name);
  expect(name === "" || isIdentifier(name)).toBe(true);
});

test.for([
  ["simple-user", "SimpleUser"],
  ["snake_case", "SnakeCase"],
  ["APIKey", "APIKey"],
  ["2nd", "_2nd"],
  ["a/b~c", "ABC"],
  ["größe", "Größe"],
  ["💥", ""],
] as const)("the type of the schema %s is %s", ([component, name]) => {
  expect(pascalCase(component)).toBe(name);
  expect(name === "" || isIdentifier(name)).toBe(true);
});

test("a name is handed out once, and a number tells the next one apart", () => {
  const names = new Names(["then"]);
  expect(["pet", "pet", "pet2", "then", "pet"].map((wanted) => names.take(wanted))).toEqual([
    "pet",
    "pet2",
    "pet22",
    "then2",
    "pet3",
  ]);
});
