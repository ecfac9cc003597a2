document.documentElement.dataset["interactive"] = "";
