import { switchColors } from "./colors.ts";
import { offerCopies } from "./copy.ts";
import { keepFolds } from "./folds.ts";
import { keepPlace } from "./place.ts";
import { keepSamples } from "./samples.ts";
import { offerSearch } from "./search.ts";
import { offerTryIt } from "./try-it.ts";

/** What runs in every page. It is small, and improves what is already there. */
switchColors(document.getElementById("colors"));
offerCopies();
keepPlace();
keepFolds();
keepSamples();
offerSearch(document.getElementById("search"));
offerTryIt(document.getElementById("try"));
document.documentElement.dataset["interactive"] = "";
