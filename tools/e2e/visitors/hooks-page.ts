import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { createClient } from "@visitors-api/client";
import { createSandbox } from "@visitors-api/sandbox";
import createHooks from "openapi-react-query";
import { createElement, useState } from "react";
import { createRoot } from "react-dom/client";

// A page that somebody could have written, with the API in it: it renames the visitor whose id is typed in.
const api = createHooks(createClient({ token: "any", fetch: createSandbox().fetch }));

function Rename() {
  const [id, setId] = useState("");
  const { mutate, data, error, isPending } = api.useMutation("put", "/visitors");
  const rename = () => mutate({ body: { id, name: "Gareth Bale" } });
  return createElement(
    "main",
    null,
    createElement("input", { value: id, onChange: (event) => setId(event.currentTarget.value) }),
    createElement("button", { type: "button", disabled: isPending, onClick: rename }, "Rename"),
    createElement("output", null, error ? error.errors[0]?.message : data?.name),
  );
}

const root = document.body.appendChild(document.createElement("div"));
createRoot(root).render(
  createElement(QueryClientProvider, { client: new QueryClient() }, createElement(Rename)),
);
