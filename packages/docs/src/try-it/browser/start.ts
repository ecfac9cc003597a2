import { hydrate } from "preact";
import type { TryPage } from "../try-page.ts";
import { connectLater } from "./call/connect-later.ts";
import { switchColors } from "./color-mode.ts";
import { App } from "./view/app.ts";
import { h } from "./view/h.ts";

const data = document.getElementById("try-page")?.textContent ?? "";
const container = document.getElementById("playground");
if (container === null) throw new Error("The page has no element #playground");

// The build wrote it, for this module.
const page: TryPage = JSON.parse(data);
hydrate(h(App, { page, connection: connectLater(page) }), container);
switchColors(document.getElementById("color-mode"));
document.documentElement.dataset["interactive"] = "";
